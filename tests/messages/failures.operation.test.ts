import { decide } from '../../cloudfunctions/_areas/messages/preferences'
import type { StoredNotice } from '../../cloudfunctions/_areas/messages/notice'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { addMilliseconds } from '../../shared/kit/time'
import { wordsNow } from '../../shared/messages/preferences'
import { byMail, keepNotice, noticeOf } from '../support/notices'
import { enrolPhone, manage, managerOpenid, requestId, today, useShop, valueOf, wakeClock } from '../support/shop'

const { cloud } = useShop('demo-tea')
const failedMail = { state: 'failed', channel: 'mail' }
const unsureMail = { state: 'unsure', channel: 'mail' }
const unsureWechat = { state: 'unsure', channel: 'subscription' }

/** So many that wait for a manager, ten of them since the same instant each. */
async function stuck(count: number, about: Partial<StoredNotice>, from = 0): Promise<void> {
  const notices = Array.from({ length: count }, (_, n): StoredNotice => {
    const place = String(from + n).padStart(5, '0')
    const accountId = `account-${place}`
    const stands = { dueAt: null, reason: null, tries: 6, acceptanceId: null, answer: { errCode: -1, errMsg: 'down' } }
    const at = addMilliseconds(today, -86_400_000)
    const waitsSince = addMilliseconds(at, Math.floor((from + n) / 10))
    const notice = { ...noticeOf({ key: 'news' }), _id: `notice:${accountId}:news`, accountId, at, order: `${at} news` }
    return { ...notice, ...stands, waitsSince, state: 'failed', channel: 'mail', ...about } as StoredNotice
  })
  await cloud.run(async () => {
    for (let at = 0; at < count; at += 500) await wxEffects().store.insert('notices', notices.slice(at, at + 500))
  })
}
const list = (input: object = {}) => manage(cloud, 'messages.failures', input)
async function everyPage(input: object = {}): Promise<any[][]> {
  const pages: any[][] = []
  for (let before: string | null = ''; before !== null;) {
    const page: any = await list({ ...input, ...(before ? { before } : {}) })
    pages.push(page.failures)
    before = page.nextBefore
    // As fast as a door lets anybody ask.
    await cloud.advance(1_000)
  }
  return pages
}
const handle = (input: object, id = requestId(), openid = managerOpenid) =>
  cloud.call('manager', { operation: 'messages.handle-failures', input, requestId: id }, openid)
const notices = async () => (await cloud.dump('notices')).map(({ document }) => document as unknown as StoredNotice)
async function states(): Promise<{ [state: string]: number }> {
  const count: { [state: string]: number } = {}
  for (const { state } of await notices()) count[state] = (count[state] ?? 0) + 1
  return count
}

describe('three thousand mails that did not leave, and four others', () => {
  beforeEach(async () => {
    await stuck(3_000, {})
    await stuck(3, { state: 'unsure', channel: 'subscription' }, 3_000)
    await stuck(1, { state: 'unsure' }, 3_003)
  })

  it('are counted by way, and shown page by page, each once, those that wait since last first', async () => {
    const { waiting, failures, nextBefore } = await list()
    expect(waiting).toEqual([
      { ...failedMail, count: 3_000 },
      { ...unsureMail, count: 1 },
      { ...unsureWechat, count: 3 },
    ])
    expect([failures.length, failures[0].since > failures[49].since, typeof nextBefore]).toEqual([50, true, 'string'])
    const pages = await everyPage()
    const shown = pages.flat()
    expect([pages.length, shown.length, new Set(shown.map(({ id }) => id)).size]).toEqual([61, 3_004, 3_004])
    expect(shown.map(({ since, id }) => `${since} ${id}`)).toEqual(
      shown.map(({ since, id }) => `${since} ${id}`).sort((one, other) => (one < other ? 1 : -1)),
    )
    expect((await everyPage({ group: unsureWechat })).flat().map(({ channel }) => channel)).toEqual([
      'subscription',
      'subscription',
      'subscription',
    ])
  }, 60_000)

  it('are planned anew by six requests, none twice, and the others are left alone', async () => {
    const until = (await list()).serverAt
    const asked = { group: failedMail, act: 'send-again', until }
    const [first, ...others] = Array.from({ length: 6 }, () => requestId())
    expect(valueOf(await handle(asked, first))).toEqual({ handled: 500, left: 2_500 })
    // The phone has not heard the answer, or asks twice: nothing more is done, and the count is the same.
    expect(valueOf(await handle(asked, first))).toEqual({ handled: 500, left: 2_500 })
    const counts = []
    for (const id of others) counts.push(valueOf(await handle(asked, id)))
    expect(counts.map(({ left }) => left)).toEqual([2_000, 1_500, 1_000, 500, 0])
    expect(valueOf(await handle(asked))).toEqual({ handled: 0, left: 0 })
    expect(await states()).toEqual({ planned: 3_000, unsure: 4 })
    const board = await list()
    expect(board.waiting.map(({ count }: any) => count)).toEqual([1, 3])
    // None of them has been tried yet since.
    expect([board.planned, board.retrying]).toEqual([3_000, []])
    expect((await notices()).filter(({ state }) => state === 'planned')).toEqual(
      expect.arrayContaining([expect.objectContaining({ tries: 0, waitsSince: null, dueAt: until })]),
    )
  }, 60_000)

  it('are settled once each by two managers at once, who are told what each of them did', async () => {
    const until = (await list()).serverAt
    const asked = { group: failedMail, act: 'drop', until }
    const answers = (await Promise.all([1, 2, 3, 4].map(() => handle(asked)))).map(valueOf)
    const { dropped = 0 } = await states()
    expect(answers.reduce((sum, { handled }) => sum + handled, 0)).toBe(dropped)
    expect(dropped).toBeGreaterThanOrEqual(500)
  }, 60_000)
})

it('one that began to wait after the manager looked is left alone, so that a way that is still down is no endless loop', async () => {
  await stuck(5, {})
  const until = (await list()).serverAt
  await stuck(2, { waitsSince: addMilliseconds(until, 1) }, 100)
  expect(valueOf(await handle({ group: failedMail, act: 'send-again', until }))).toEqual({ handled: 5, left: 0 })
  expect(await states()).toEqual({ planned: 5, failed: 2 })
})

it('what may have left is refused to be sent again with notice_unsure and can be let be; a mail may be sent again', async () => {
  await stuck(3, { state: 'unsure', channel: 'subscription' })
  await stuck(2, { state: 'unsure' }, 10)
  const until = (await list()).serverAt
  const refused = { ok: false, refusal: { code: 'notice_unsure' } }
  expect(await handle({ group: unsureWechat, act: 'send-again', until })).toMatchObject(refused)
  expect(await states()).toEqual({ unsure: 5 })
  expect(valueOf(await handle({ group: unsureMail, act: 'send-again', until }))).toEqual({ handled: 2, left: 0 })
  expect(valueOf(await handle({ group: unsureWechat, act: 'drop', until }))).toEqual({ handled: 3, left: 0 })
  expect(await states()).toEqual({ planned: 2, dropped: 3 })
})

it.each([4, 5, 6])(
  'cut off at its call %s, the same request brings it to an end and counts each once',
  async (atCall) => {
    await stuck(20, {})
    const asked = { group: failedMail, act: 'drop', until: (await list()).serverAt }
    const id = requestId()
    await cloud.plant({ function: 'manager', operation: 'messages.handle-failures', kind: 'kill', atCall, after: true })
    await handle(asked, id)
    expect(valueOf(await handle(asked, id))).toEqual({ handled: 20, left: 0 })
    expect(await states()).toEqual({ dropped: 20 })
  },
)

it('is the manager’s alone', async () => {
  await stuck(1, {})
  const openid = `o-${requestId()}`
  await enrolPhone(cloud, openid)
  const asked = { group: failedMail, act: 'drop', until: today }
  expect(await handle(asked, requestId(), openid)).toMatchObject({ refusal: { code: 'not_allowed' } })
  expect(await states()).toEqual({ failed: 1 })
})

it('a mail server that is down for a day: seen after the first minute, all waiting after fifteen hours, all sent once it is up', async () => {
  const count = 60
  await manage(cloud, 'messages.set-templates', { templates: [], mail: true })
  await cloud.advance(5 * 60_000)
  const people = await Promise.all(
    Array.from({ length: count }, async () => (await enrolPhone(cloud, `o-${requestId()}`)).member.accountId as string),
  )
  await cloud.run(async () => {
    const change = { kind: 'mail' as const, on: true as const, words: wordsNow.version }
    for (const [n, one] of people.entries()) {
      const decision = { id: requestId(), inputHash: '', by: 'member' as const, change, address: `m${n}@example.com` }
      await decide(wxEffects(), one, decision)
    }
  })
  const minutes = async (number: number) => {
    await cloud.advance(number * 60_000)
    await wakeClock(cloud)
  }
  const mails = async () => (await cloud.control('outbox')).openapi.filter((one: any) => one.api === 'mail.send')
  await cloud.control('mail-failures', { '*': 0 }, 'PUT')
  for (const one of people) await keepNotice(cloud, one, { key: 'news', sending: byMail, on: '2026-12-31' })
  await minutes(1)
  expect(await list()).toMatchObject({ waiting: [], planned: count, retrying: [{ channel: 'mail', count }] })
  for (let waited = 0; waited < 24; waited += 1) await minutes(60)
  const { waiting, planned, retrying, serverAt: until } = await list()
  expect({ waiting, planned, retrying }).toEqual({ waiting: [{ ...failedMail, count }], planned: 0, retrying: [] })
  await cloud.control('mail-failures', {}, 'PUT')
  expect(valueOf(await handle({ group: failedMail, act: 'send-again', until }))).toEqual({ handled: count, left: 0 })
  await minutes(1)
  await minutes(1)
  const to = (await mails()).map(({ request }: any) => String(request.to))
  expect([to.length, new Set(to).size, await states()]).toEqual([count, count, { sent: count }])
  expect(await list()).toMatchObject({ waiting: [], planned: 0, retrying: [], failures: [] })
}, 120_000)
