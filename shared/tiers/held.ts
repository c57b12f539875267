import type { HeldTier } from '../books/account'
import { daysAfter, totalsAfter } from '../books/activity'
import { endOfDuration } from '../kit/duration'
import { addDays, dayOf, startOfDay, type Day, type Instant } from '../kit/time'
import { windowDaysMax } from '../kit/window'
import { withEngagement, type Evidence, type Moment, type QualifyingTotals } from '../programme/evidence'
import type { Programme, Tier } from '../programme/schema'
import { qualifiedRank, qualifies, rankOf, tierAt } from './qualify'

/** Somebody's evidence with the tiers they stand on. */
export type Standing = Evidence & { held: readonly HeldTier[] }

/** What an order counts, or a refund takes, and what it does to the engagement score. */
export type Change = QualifyingTotals & { engagement?: number }

/** Where somebody stands once so much more, or less, counts at an instant. */
export function standingAfter(person: Standing, at: Instant, change: Change): Standing {
  const { enrolledAt, counters, marks, held } = person
  return {
    enrolledAt,
    totals: totalsAfter(person.totals, change),
    days: daysAfter(person.days, at, change),
    counters: change.engagement ? withEngagement(counters, change.engagement) : counters,
    marks,
    held,
  }
}

/**
 * The tiers after something counted: what no longer holds under the rules of today goes, unless its term is still
 * running, and the highest qualifying tier above comes on top. The same list when nothing changes.
 */
export function heldAfterGain(programme: Programme, person: Standing, at: Instant): readonly HeldTier[] {
  const { held } = person
  if (held.length === 0) return withBest(programme, person, held, at)
  const day = dayOf(at)
  const stands = (one: HeldTier) => one.until !== null || stillHolds(programme, person, one, day)
  const kept = held.every(stands) ? held : held.filter(stands)
  return withBest(programme, person, kept, at)
}

/**
 * The tiers after the term of the highest has ended: it is kept for another term when the term earned it again, else it
 * falls by one or to what still qualifies, as the programme says. A tier that was bought or given for a time ends with that
 * time. A lower tier whose term is over as well holds nobody up.
 */
export function heldAfterTerm(programme: Programme, person: Standing, over: Instant): readonly HeldTier[] {
  const below = stillRunning(programme, person, over)
  const top = person.held.at(-1)
  const tier = top && programme.tiers[rankOf(programme, top.tierId)]
  if (!top || !tier) return below
  const term = top.cause === 'bought' || top.cause === 'by-hand' ? undefined : tier.term
  if (!term) return withBest(programme, person, below, over)
  const lastDay = addDays(dayOf(over), -1 + (term.graceDays ?? 0))
  const again = term.requalify === 'term' && isEarnedAgain(programme, person, { top, tier, lastDay })
  if (again || term.atEnd === 'keep') return [...below, { ...top, ...termFrom(tier, over), from: over }]
  const rank = rankOf(programme, tier.id) - 1
  if (term.atEnd === 'one-down' && rank > rankOfTop(programme, below)) {
    const lower = tierAt(programme, rank)
    const stepped: HeldTier = {
      tierId: lower.id,
      at: over,
      from: over,
      ...termFrom(lower, over),
      cause: 'stepped-down',
      fell: top,
    }
    return withBest(programme, person, [...below, stepped], over)
  }
  return withBest(programme, person, below, over)
}

/**
 * Whether a term has earned the next one: by what holds on its last day, or by what counted in it alone as of any day of it
 * that is still remembered. The day on which the tier was reached is no day of it.
 */
export function isEarnedAgain(
  programme: Programme,
  person: Standing,
  { top, tier, lastDay }: { top: HeldTier; tier: Tier; lastDay: Day },
): boolean {
  if (isQualified(programme, person, tier, lastDay)) return true
  const began = top.from ? dayOf(top.from) : addDays(dayOf(top.at), 1)
  const remembered = addDays(lastDay, -windowDaysMax)
  const first = began > remembered ? began : remembered
  const days = person.days.filter(({ day }) => day >= first && day <= lastDay)
  const { enrolledAt, totals, counters, marks, held } = person
  const inTerm = { enrolledAt, totals, counters, marks, held, days }
  return days.some(({ day }) => isQualified(programme, inTerm, tier, day))
}

/** The tiers beneath the highest, after the review of those whose own term has ended as well. */
function stillRunning(programme: Programme, person: Standing, over: Instant): readonly HeldTier[] {
  const below = person.held.slice(0, -1)
  const until = below.at(-1)?.until
  if (!until || until > over) return below
  const { enrolledAt, totals, days, counters, marks } = person
  return heldAfterTerm(programme, { enrolledAt, totals, days, counters, marks, held: below }, until)
}

export function rankOfTop(programme: Programme, held: readonly HeldTier[]): number {
  const top = held.at(-1)
  return top ? rankOf(programme, top.tierId) : 0
}

/** The term of a tier that was bought or given for a time of its own, else the tier's. */
export function ownTermFrom(
  tier: Tier,
  lasts: string | undefined,
  from: Instant,
): Pick<HeldTier, 'until' | 'reviewAt'> {
  if (!lasts) return termFrom(tier, from)
  const until = endOfDuration(lasts, dayOf(from))
  return { until, reviewAt: until }
}

/** The term of a tier that begins at an instant, and when its end is judged; both null when it lasts. */
export function termFrom({ term }: Tier, from: Instant): Pick<HeldTier, 'until' | 'reviewAt'> {
  if (!term) return { until: null, reviewAt: null }
  const until = endOfDuration(term.lasts, dayOf(from))
  return { until, reviewAt: term.graceDays ? startOfDay(addDays(dayOf(until), term.graceDays)) : until }
}

/** The highest tier that somebody qualifies for at an instant on top of those that they hold; the same list when none is higher. */
export function withBest(
  programme: Programme,
  person: Standing,
  held: readonly HeldTier[],
  at: Instant,
): readonly HeldTier[] {
  const rank = rankOfTop(programme, held)
  if (rank === programme.tiers.length - 1) return held
  const best = qualifiedRank(programme, person, dayOf(at), rank)
  if (best === rank) return held
  const tier = tierAt(programme, best)
  return [...held, { tierId: tier.id, at, ...termFrom(tier, at), cause: 'qualified' }]
}

/** Judged by today and by the day on which it was reached: a window that has passed since takes nothing away. */
function stillHolds(programme: Programme, person: Standing, one: HeldTier, day: Day): boolean {
  return one.cause !== 'qualified' || holds(programme, person, one, day) || holds(programme, person, one, dayOf(one.at))
}

/** Whether what somebody has counted gives a tier as of a day; a tier that the programme no longer knows is given by nothing. */
export function holds(programme: Programme, person: Standing, { tierId }: HeldTier, day: Day): boolean {
  const tier = programme.tiers.find(({ id }) => id === tierId)
  return tier !== undefined && isQualified(programme, person, tier, day)
}

function isQualified(programme: Programme, person: Standing, tier: Tier, day: Day): boolean {
  return qualifies(tier.qualification, person, momentFor(programme, person, { tier, day }))
}

/** Where a tier is asked for: a tier beneath it counts as had where it is held or would be reached by that day. */
export function momentFor(programme: Programme, person: Standing, { tier, day }: { tier: Tier; day: Day }): Moment {
  const holds = (id: string) => {
    const isLower = rankOf(programme, id) < rankOf(programme, tier.id)
    const isHeld = () => person.held.some(({ tierId }) => tierId === id)
    return isLower && (isHeld() || rankOf(programme, id) <= qualifiedRank(programme, person, day))
  }
  return { day, holds }
}
