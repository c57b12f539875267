import type { Instant } from '../../../shared/kit/time'
import { planNotices } from '../../../shared/messages/plan'
import type { Effects } from '../../_runtime/effects'
import type { Terms } from '../../_runtime/terms'
import { carry, resume } from './carry'
import type { StoredNotice } from './notice'
import { readSituation } from './situation'

export type WorkedOff = { due: number; done: number; failed: number; left: boolean }

const pageSize = 50
/** How often a member's notices are planned anew when somebody else was quicker with an acceptance. */
const plansMax = 5

/**
 * Sends what is due, by index, a page at a time, until there is nothing left or the time is over; the next run goes on. May
 * run twice at once: who writes a notice down as being sent is the only one who sends it.
 */
export async function workOffNotices(
  effects: Effects,
  terms: Terms,
  { now, until }: { now: Instant; until: Instant },
): Promise<WorkedOff> {
  const tried = new Set<string>()
  const count = { due: 0, done: 0, failed: 0 }
  for (let from: { gt: string } | { gte: string } = { gt: '' }; ;) {
    const page = await readDue(effects, now, from)
    const members = [...new Set(page.map(({ accountId }) => accountId))].filter((id) => !tried.has(id))
    for (const id of members) tried.add(id)
    count.due += page.length
    const outcomes = await Promise.all(members.map((id) => sentOf(effects, terms, id, now)))
    count.failed += outcomes.filter((outcome) => outcome === 'failed').length
    count.done += outcomes.filter((outcome) => outcome === 'done').length
    if (page.length < pageSize) return { ...count, left: false }
    if (effects.now() > until) return { ...count, left: true }
    // Notices of one instant go on at the same time; a page of members who were all tried is stepped over.
    const last = page.at(-1)?.dueAt ?? ''
    from = members.length > 0 ? { gte: last } : { gt: last }
  }
}

/** How many notices wait for the clock, of those that it should have sent by now. */
export function noticesBacklog(effects: Effects, now: Instant): Promise<number> {
  return effects.store.count('notices', { dueAt: { gt: '', lte: now } })
}

function readDue(effects: Effects, now: Instant, from: { gt: string } | { gte: string }): Promise<StoredNotice[]> {
  return effects.store.find<StoredNotice>('notices', {
    where: { dueAt: { ...from, lte: now } },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
}

/** One member's; a failure is logged and the next run tries again. */
async function sentOf(effects: Effects, terms: Terms, accountId: string, now: Instant): Promise<'done' | 'failed'> {
  try {
    for (let plans = 0; plans < plansMax; plans += 1) if (!(await sendOf(effects, terms, accountId, now))) break
    return 'done'
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    effects.log({ event: 'messages_failed', account: accountId, detail })
    return 'failed'
  }
}

/** Whether something has to be planned anew. What somebody left half done goes first, by the acceptance that it named. */
async function sendOf(effects: Effects, terms: Terms, accountId: string, now: Instant): Promise<boolean> {
  const member = await readSituation(effects, terms, accountId, now)
  if (!member) return false
  let again = false
  for (const notice of member.due.filter(({ state }) => state === 'sending'))
    again = (await resume(effects, terms, notice)) === 'again' || again
  for (const planned of planNotices(member.situation))
    again = (await carry(effects, terms, member, planned)) === 'again' || again
  return again
}
