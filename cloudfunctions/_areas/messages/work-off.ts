import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import { planNotices } from '../../../shared/messages/plan'
import type { Effects } from '../../_runtime/effects'
import { errorWords } from '../../_runtime/error-words'
import type { Terms } from '../../_runtime/terms'
import { carry, resume } from './carry'
import type { StoredNotice } from './notice'
import { readSituation } from './situation'
import { watchWays, type Down } from './ways'

/** `due`, `done` and `failed` are members, however many messages each of them has. */
export type WorkedOff = { due: number; done: number; failed: number; left: boolean; words?: string; down: Down }

const pageSize = 50
/** How often a member's notices are planned anew when somebody else was quicker with an acceptance. */
const plansMax = 5
/** Messages of a member with whom something went wrong wait that long, so that they do not keep the clock awake. */
const putOffMs = 5 * 60_000

/**
 * Sends what is due, by index, a page at a time, until there is nothing left or the time is over; the next run goes on. May
 * run twice at once: who writes a notice down as being sent is the only one who sends it. `down`: ways that were down lately.
 */
export async function workOffNotices(
  effects: Effects,
  terms: Terms,
  { now, until, down = {} }: { now: Instant; until: Instant; down?: Down },
): Promise<WorkedOff> {
  const ways = watchWays(effects, down)
  const tried = new Set<string>()
  const count = { done: 0, failed: 0 }
  let words: string | undefined
  for (let from: { gt: string } | { gte: string } = { gt: '' }; ;) {
    const page = await readDue(effects, now, from)
    const members = [...new Set(page.map(({ accountId }) => accountId))].filter((id) => !tried.has(id))
    for (const id of members) tried.add(id)
    const outcomes = await Promise.all(members.map((id) => sentOf(ways.effects, terms, id, now)))
    ways.judge()
    const failures = outcomes.filter((outcome) => outcome !== 'done')
    count.failed += failures.length
    count.done += outcomes.length - failures.length
    words = failures.at(-1) ?? words
    const more = page.length === pageSize
    const outcome = { due: tried.size, ...count, down: ways.down(), ...(words ? { words } : {}) }
    if (!more || effects.now() >= until) return { ...outcome, left: more }
    // Notices of one instant go on at the same time; a page of members who were all tried is stepped over.
    const last = page.at(-1)?.dueAt ?? ''
    from = members.length > 0 ? { gte: last } : { gt: last }
  }
}

function readDue(effects: Effects, now: Instant, from: { gt: string } | { gte: string }): Promise<StoredNotice[]> {
  return effects.store.find<StoredNotice>('notices', {
    where: { dueAt: { ...from, lte: now } },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
}

/** One member's; `done`, or in words what went wrong, after which they wait for a while. */
async function sentOf(effects: Effects, terms: Terms, accountId: string, now: Instant): Promise<string> {
  try {
    for (let plans = 0; plans < plansMax; plans += 1) if (!(await sendOf(effects, terms, accountId, now))) break
    return 'done'
  } catch (error) {
    const detail = errorWords(error)
    effects.log({ event: 'messages_failed', account: accountId, detail })
    const late = { set: { dueAt: addMilliseconds(now, putOffMs) } }
    await effects.store.change('notices', { accountId, dueAt: { gt: '', lte: now } }, late).catch(() => undefined)
    return `${accountId}: ${detail}`
  }
}

/** Whether something has to be planned anew. What somebody left half done goes first, by the acceptance that it named. */
async function sendOf(effects: Effects, terms: Terms, accountId: string, now: Instant): Promise<boolean> {
  const member = await readSituation(effects, terms, accountId, now)
  if (!member) return forNobody(effects, accountId, now)
  let again = false
  for (const notice of member.due.filter(({ state }) => state === 'sending'))
    again = (await resume(effects, terms, notice)) === 'again' || again
  for (const planned of planNotices(member.situation))
    again = (await carry(effects, terms, member, planned)) === 'again' || again
  return again
}

/** There is no such member any more, so nothing is ever sent; left due, it would wake the clock for good. */
async function forNobody(effects: Effects, accountId: string, now: Instant): Promise<boolean> {
  effects.log({ event: 'messages_for_nobody', account: accountId })
  const set = { state: 'dropped', dueAt: null }
  await effects.store.change('notices', { accountId, dueAt: { gt: '', lte: now } }, { set })
  return false
}
