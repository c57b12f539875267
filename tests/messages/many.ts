import { sealOpenid, type Acceptance } from '../../cloudfunctions/_areas/messages/acceptance'
import type { StoredNotice } from '../../cloudfunctions/_areas/messages/notice'
import { workOffNotices, type WorkedOff } from '../../cloudfunctions/_areas/messages/work-off'
import type { Effects } from '../../cloudfunctions/_runtime/effects'
import { storedAccount } from '../../cloudfunctions/_runtime/stored-account'
import type { Terms } from '../../cloudfunctions/_runtime/terms'
import { addMilliseconds } from '../../shared/kit/time'
import { newMember, programmeOf } from '../support/builders'
import { noticeOf } from '../support/notices'

const start = '2026-05-10T04:00:00.000Z'
const templateId = 'template-points'
const atOnce = 500
/** So often a slice may look at the clock, which moves by a millisecond each time, before its time is over. */
const sliceLooks = 600

export type Sent = {
  /** Who was sent something, as often as they were. */
  openids: string[]
  /** What became of the notices, counted, and of the acceptances. */
  states: { [state: string]: number }
  spent: number
  slices: WorkedOff[]
}

/**
 * So many members have a message due at the same instant, and agreed to one. Instances beside each other work it off in slices
 * whose time is over after a few pages, each going on where the last one stopped.
 */
export async function sendsMany(
  { effects, terms }: { effects: Effects; terms: Terms },
  { members, instances }: { members: number; instances: number },
): Promise<Sent> {
  let looks = 0
  const now = () => addMilliseconds(start, (looks += 1))
  const openids: string[] = []
  const platform = {
    ...effects.platform,
    sendSubscribeMessage: async ({ openid }: { openid: string }) => {
      openids.push(openid)
      return { errCode: 0, errMsg: 'ok' }
    },
  }
  const own: Effects = { ...effects, now, platform }
  for (let from = 0; from < members; from += atOnce) await tellMembers(own, from, Math.min(atOnce, members - from))
  const shop = { ...terms.shop, templates: { 'points-expiring': { templateId } } }
  const slices: WorkedOff[] = []
  const instance = async () => {
    for (let left = true; left;) {
      const at = now()
      const slice = await workOffNotices(own, { ...terms, shop }, { now: at, until: addMilliseconds(at, sliceLooks) })
      slices.push(slice)
      left = slice.left
    }
  }
  await Promise.all(Array.from({ length: instances }, instance))
  const states: Sent['states'] = {}
  for (const state of ['planned', 'sending', 'sent', 'inbox', 'unsure', 'failed', 'refused', 'silent'])
    states[state] = await own.store.count('notices', { accountId: { gt: '' }, state })
  const spent = await own.store.count('acceptances', { accountId: { gt: '' }, outcome: 0 })
  return { openids, states, spent, slices }
}

async function tellMembers(effects: Effects, from: number, count: number): Promise<void> {
  const programme = programmeOf()
  const ids = Array.from({ length: count }, (_, n) => `account-${String(from + n).padStart(6, '0')}`)
  const accounts = ids.map((id) =>
    storedAccount({ ...newMember(programme, id, start).account, memberNo: id, cardNo: id }, null, []),
  )
  const notices = ids.map((accountId): StoredNotice => {
    const notice = noticeOf({ key: 'points' })
    const stands = {
      state: 'planned' as const,
      channel: null,
      reason: null,
      tries: 0,
      acceptanceId: null,
      answer: null,
    }
    const _id = `notice:${accountId}:points`
    return { ...notice, _id, accountId, at: start, order: `${start} points`, dueAt: start, ...stands }
  })
  const acceptances = ids.map((accountId): Acceptance => {
    const _id = `acceptance:${accountId}:request:points-expiring`
    const open = { spentBy: null, spentAt: null, outcome: null }
    const sealedOpenid = sealOpenid(effects, _id, `o-${accountId}`)
    return { _id, accountId, topic: 'points-expiring', templateId, at: start, inputHash: '', sealedOpenid, ...open }
  })
  await effects.store.insert('accounts', accounts)
  await effects.store.insert('notices', notices)
  await effects.store.insert('acceptances', acceptances)
}

/** Each once, by nobody twice, in more than one slice, whoever was put off too; what there is to be seen of it, in words. */
export function expectEachOnce({ openids, states, spent, slices }: Sent, members: number): void {
  const most = Math.max(...slices.map(({ due }) => due))
  process.stdout.write(
    `\n${members} messages due: ${openids.length} left, in ${slices.length} slices of ${most} members at most; put off and sent later: ${putOff(slices)}\n`,
  )
  expect([openids.length, new Set(openids).size]).toEqual([members, members])
  expect(states).toMatchObject({ sent: members, planned: 0, sending: 0, unsure: 0, failed: 0 })
  expect(spent).toBe(members)
  expect(slices.filter(({ left }) => left).length).toBeGreaterThan(1)
}

/** How many members had to wait for a later slice, since the database gave no answer in time. */
export function putOff(slices: readonly WorkedOff[]): number {
  return slices.reduce((sum, { failed }) => sum + failed, 0)
}
