import { tick } from '../../cloudfunctions/_areas/clock/tick'
import { decide } from '../../cloudfunctions/_areas/messages/preferences'
import type { PlatformAnswer } from '../../cloudfunctions/_runtime/effects'
import { wordsNow } from '../../shared/messages/preferences'
import { topics, type Notice } from '../../shared/messages/topics'
import { byMail, noticeOf } from '../support/notices'
import { modelMessages, type More } from './model-messages'

const noon = '2026-05-10T04:00:00.000Z'
const minutes = (count: number, from = noon) => new Date(Date.parse(from) + count * 60_000).toISOString()
const count = 300
const down: PlatformAnswer = { errCode: -1, errMsg: 'ETIMEDOUT: connect' }
const ok: PlatformAnswer = { errCode: 0, errMsg: 'ok' }
/** So long a server that does not answer is waited for. */
const patienceMs = 8_000
const seat: Notice = {
  topic: 'event-place',
  key: 'seat',
  facts: { eventId: 'e', event: { zh: '茶会', en: 'Tea' }, until: minutes(30) },
}

/** Three hundred who agreed to mail and have one due, and behind them one whose seat is offered for half an hour. */
async function shopOf(answer: (nth: number) => PlatformAnswer) {
  let time = Date.parse(noon)
  let tried = 0
  let waiting: Promise<void> | null = null
  /** Those who wait at once wait together. */
  const patience = () =>
    (waiting ??= new Promise((resolve) =>
      setImmediate(() => {
        time += patienceMs
        model.setNow(new Date(time).toISOString())
        waiting = null
        resolve()
      }),
    ))
  const sendMail = async () => {
    const heard = answer((tried += 1))
    if (heard === down) await patience()
    return heard
  }
  const more: More = {
    shop: { mail: true, templates: Object.fromEntries(topics.map((topic) => [topic, { templateId: 'template-all' }])) },
    ports: () => ({ sendMail }),
  }
  const model = modelMessages(noon, more)
  await model.found()
  for (let n = 0; n <= count; n += 1) await model.member(`account-${n}`)
  const change = { kind: 'mail' as const, on: true as const, words: wordsNow.version }
  const { effects } = model.instance()
  for (let n = 0; n < count; n += 1) {
    const decision = { id: 'request-1', inputHash: '', by: 'member' as const, change, address: `m${n}@example.com` }
    await decide(effects, `account-${n}`, decision)
    await model.tell(`account-${n}`, [noticeOf({ key: 'news', sending: byMail, on: '2026-12-31' })])
  }
  await model.store.change('notices', { topic: 'points-expiring' }, { set: { dueAt: minutes(-1) } })
  await model.accept(`account-${count}`, 'event-place')
  await model.tell(`account-${count}`, [seat])
  const at = async (instant: string) => {
    time = Date.parse(instant)
    model.setNow(instant)
    await tick(model.instance().effects)
    return (time - Date.parse(instant)) / 1_000
  }
  const mails = () => model.notices().filter(({ key }) => key === 'news')
  return { model, at, mails, connections: () => tried }
}

it('a mail server that does not answer is waited for by one page a minute, and holds up no message of another way', async () => {
  const { model, at, mails, connections } = await shopOf(() => down)
  const seconds = await at(minutes(1))
  expect(model.messages).toHaveLength(1)
  expect([connections(), seconds]).toEqual([50, 8])
  expect(mails().map(({ state, tries, answer }) => [state, tries, answer])).toEqual(
    mails().map(() => ['planned', 1, down]),
  )
  // A minute later the first page asks anew, for all.
  await at(minutes(3))
  expect(connections()).toBe(100)
  expect(mails().every(({ tries }) => tries === 2)).toBe(true)
})

it('after a day without it every mail waits for a manager, tried as often as the policy says', async () => {
  const { at, mails, connections } = await shopOf(() => down)
  for (const minute of [1, 3, 9, 40, 170, 900]) await at(minutes(minute))
  const waits = mails().filter(({ state, tries, waitsSince }) => state === 'failed' && tries === 6 && waitsSince)
  expect([waits.length, connections()]).toEqual([count, 6 * 50])
})

it('a server that takes one of a page is not taken for down: each mail is tried by itself', async () => {
  const { at, mails, connections } = await shopOf((nth) =>
    nth % 10 === 0 ? ok : { errCode: -1, errMsg: 'ECONNREFUSED' },
  )
  await at(minutes(1))
  expect(connections()).toBe(count)
  expect(mails().filter(({ state }) => state === 'sent')).toHaveLength(count / 10)
})

it('a way that was down half a minute ago is not waited for by the next run either', async () => {
  const { model, at, connections } = await shopOf(() => down)
  await at(minutes(1))
  await model.tell('account-5', [noticeOf({ key: 'later', sending: byMail, on: '2026-12-31' })])
  expect([await at(minutes(1.5)), connections()]).toEqual([0, 50])
  expect(model.notices().find(({ key }) => key === 'later')).toMatchObject({ state: 'planned', tries: 1 })
})

it('one member who has ten of them due has the clock wait for the first alone', async () => {
  const { model, at, mails, connections } = await shopOf(() => down)
  await model.store.change('notices', { topic: 'points-expiring' }, { set: { dueAt: null } })
  const ten = Array.from({ length: 10 }, (_, n) => noticeOf({ key: `news-${n}`, sending: byMail, on: '2026-12-31' }))
  await model.tell('account-1', ten)
  expect([await at(minutes(1)), connections()]).toEqual([8, 1])
  const told = model.notices().filter(({ key }) => key.startsWith('news-'))
  expect(told.map(({ state, tries, answer }) => [state, tries, answer])).toEqual(told.map(() => ['planned', 1, down]))
  expect(mails()).toHaveLength(count)
})

it('what is due to somebody who is no member any more is let be, and wakes the clock no more', async () => {
  const { model, at, mails } = await shopOf(() => ok)
  await model.store.remove('accounts', { _id: 'account-7' })
  await at(minutes(1))
  expect(
    mails()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['dropped', ...Array.from({ length: count - 1 }, () => 'sent')])
  expect(model.notices().filter(({ dueAt }) => dueAt !== null)).toEqual([])
})
