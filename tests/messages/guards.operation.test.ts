import { tick } from '../../cloudfunctions/_areas/clock/tick'
import { profileOf } from '../../cloudfunctions/_areas/members/profile'
import { decide } from '../../cloudfunctions/_areas/messages/preferences'
import { workOffNotices } from '../../cloudfunctions/_areas/messages/work-off'
import type { PlatformAnswer, TextMessage } from '../../cloudfunctions/_runtime/effects'
import { currentTerms } from '../../cloudfunctions/_runtime/terms'
import { wordsNow } from '../../shared/messages/preferences'
import type { Notice, Sending } from '../../shared/messages/topics'
import { modelMessages, type More } from './model-messages'

const member = 'account-1'
const noon = '2026-05-10T04:00:00.000Z'
const sending: Sending = { purpose: 'promotion', channels: ['text', 'inbox'], messageId: 'news' }
const news = (key: string): Notice => ({
  topic: 'points-expiring',
  key,
  facts: { points: 100, on: '2026-05-31' },
  sending,
})
const seat: Notice = {
  topic: 'event-place',
  key: 'seat',
  facts: { eventId: 'e', event: { zh: '茶会', en: 'Tea' }, until: '2026-05-10T05:00:00.000Z' },
}
const texts: TextMessage[] = []
let answer: PlatformAnswer
beforeEach(() => {
  texts.splice(0)
  answer = { errCode: 0, errMsg: 'ok' }
})

/** A shop that sends texts, and a member who agreed to them. */
async function agreed(notices: readonly Notice[], messages: object = {}) {
  const more: More = {
    shop: {
      texts: {
        'points-expiring': { templateId: '1000002', words: '您有{1}积分将到期，回T退订', arguments: ['points'] },
      },
    },
    programme: { messages: { list: [], ...messages } },
    ports: (hold) => ({
      sendText: (message) =>
        hold(async () => {
          texts.push(message)
          return answer
        }),
    }),
  }
  const model = modelMessages(noon, more)
  await model.found()
  await model.member(member)
  const { effects } = model.instance()
  await model.store.insert('profiles', [
    profileOf(effects, member, { number: '13800138000', verified: true, at: noon }),
  ])
  const change = { kind: 'text' as const, on: true as const, words: wordsNow.version }
  await decide(effects, member, { id: 'request-1', inputHash: '', by: 'member', change })
  await model.tell(member, notices)
  return model
}
type Model = Awaited<ReturnType<typeof agreed>>
const stateOf = (model: Model, key: string) => model.notices().find((notice) => notice.key === key)

it('two instances with nothing between them send a text once, whichever goes first', async () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    texts.splice(0)
    const model = await agreed([news('one')])
    let state = seed
    const turn = async () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      for (let waits = (state >> 16) % 7; waits > 0; waits -= 1) await Promise.resolve()
    }
    const run = async () => {
      const { effects } = model.instance({ yieldBefore: turn })
      const terms = (await currentTerms(effects))!
      await workOffNotices(effects, terms, { now: effects.now(), until: effects.now() })
    }
    await Promise.all([run(), run()])
    expect([seed, texts.length, stateOf(model, 'one')?.state]).toEqual([seed, 1, 'sent'])
  }
})

it('what is being sent is left alone for longer than any invocation lives, a minute, and is given up after that', async () => {
  const model = await agreed([news('one')])
  void tick(model.instance({}, () => new Promise<never>(() => undefined)).effects)
  await new Promise((resolve) => setImmediate(resolve))
  const looksAt = async (instant: string) => {
    model.setNow(instant)
    const { effects } = model.instance()
    await workOffNotices(effects, (await currentTerms(effects))!, { now: instant, until: instant })
    return stateOf(model, 'one')?.state
  }
  expect(await looksAt('2026-05-10T04:01:00.000Z')).toBe('sending')
  expect(await looksAt('2026-05-10T04:02:00.000Z')).toBe('unsure')
  expect(texts).toEqual([])
})

describe('the week’s number', () => {
  it('counts what left on days before', async () => {
    const model = await agreed([news('one'), news('two')], { perWeek: 2 })
    await model.minutes(1)
    model.setNow('2026-05-12T04:00:00.000Z')
    await model.tell(member, [news('three')])
    await model.minutes(1)
    expect([texts.length, stateOf(model, 'three')?.reason]).toEqual([2, 'cap-reached'])
  })

  it('counts nothing that surely did not leave', async () => {
    answer = { errCode: 500, errMsg: 'FailedOperation.ContainSensitiveWord: no' }
    const model = await agreed([news('one')], { perWeek: 1 })
    await model.minutes(1)
    answer = { errCode: 0, errMsg: 'ok' }
    await model.tell(member, [news('two')])
    await model.minutes(1)
    expect([stateOf(model, 'one')?.state, stateOf(model, 'two')?.state]).toEqual(['failed', 'sent'])
  })
})

it('what is over before it was ever tried stands in the list and is no failure', async () => {
  const model = await agreed([seat])
  model.setNow('2026-05-10T05:00:00.000Z')
  await model.minutes(1)
  expect(stateOf(model, 'seat')).toMatchObject({ state: 'inbox', reason: 'too-late', tries: 0, channel: null })
})

it('a member with whom something goes wrong keeps nobody waiting, is named on the board, and is tried again in five minutes', async () => {
  const model = await agreed([seat])
  await model.member('account-2')
  for (const id of [member, 'account-2']) await model.accept(id, 'event-place')
  await model.tell('account-2', [{ ...seat, key: 'other' }])
  const whole = model.accounts().find(({ _id }) => _id === member)!
  await model.store.change('accounts', { _id: member }, { set: { lots: null } })
  await model.minutes(1)
  const [board] = model.store
    .dump()
    .flatMap(({ collection, document }) =>
      collection === 'jobs' && document._id === 'messages' ? [document as any] : [],
    )
  expect(board.last).toMatchObject({ due: 2, done: 1, failed: 1 })
  expect(board.last.words).toContain(member)
  expect([stateOf(model, 'other')?.state, stateOf(model, 'seat')]).toMatchObject([
    'sent',
    { state: 'planned', dueAt: '2026-05-10T04:06:00.000Z' },
  ])
  await model.store.put('accounts', whole)
  await model.minutes(4)
  expect(stateOf(model, 'seat')?.state).toBe('planned')
  await model.minutes(1)
  expect(stateOf(model, 'seat')?.state).toBe('sent')
})
