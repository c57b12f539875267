import type { HeldTier } from '../books/account'
import { endOfDuration } from '../kit/duration'
import { addDays, dayOf, startOfDay, type Day, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { heldAfterTerm, holds, isEarnedAgain, rankOfTop, withBest, type Standing } from './held'
import { rankOf } from './qualify'

/** What was taken back: how somebody stood before it, the day of the order that had given it, and when it was taken. */
export type Loss = { before: Standing; lostOn: Day; at: Instant }

/**
 * The tiers after an order of some day was taken back, wholly or in part: a tier that was reached on that day or later and
 * would not have been without it falls to the highest that would have been, then or by what came since; a term that would
 * not have earned the next one ends as if it had not. Only what the refund took moves anybody: a tier that the rules of
 * today would not have given before it either waits for the next order.
 */
export function heldAfterLoss(programme: Programme, person: Standing, loss: Loss): readonly HeldTier[] {
  let kept: readonly HeldTier[] = []
  person.held.forEach((one, index) => {
    if (rankOf(programme, one.tierId) <= rankOfTop(programme, kept) && kept.length > 0) return
    const fall = fallOf(programme, { ...person, held: kept }, one, loss)
    const before = person.held[index + 1]?.at ?? loss.at
    kept = fall
      ? livedOn(programme, person, fall, { rankMax: rankOf(programme, one.tierId), before, at: loss.at })
      : [...kept, one]
  })
  return kept.length === person.held.length && kept.every((one, index) => one === person.held[index])
    ? person.held
    : kept
}

/** From when on, and on which tiers then, somebody would have stood otherwise. */
type Fall = { from: Instant; held: readonly HeldTier[] }

/**
 * Where a tier falls: with the tier from which one had stepped down to it, when it was reached, or at the end of a term that
 * has not earned the next one. Null where it stands.
 */
function fallOf(programme: Programme, person: Standing, one: HeldTier, loss: Loss): Fall | null {
  const earlier = one.fell && fallOf(programme, person, one.fell, loss)
  if (earlier) return earlier
  if (!stands(programme, person, one, loss)) return { from: one.at, held: person.held }
  const over = unearned(programme, person, one, loss)
  if (!over) return null
  const held = [...person.held, over]
  return { from: over.until, held: heldAfterTerm(programme, { ...person, held }, over.until) }
}

/**
 * Judged by the day on which the tier was reached, or, where the rules of today would not have given it then, by today. A
 * tier of a running term that was reached before the order is not the order's.
 */
function stands(programme: Programme, person: Standing, one: HeldTier, { before, lostOn, at }: Loss): boolean {
  if (one.cause !== 'qualified' || (one.until !== null && dayOf(one.at) < lostOn)) return true
  const reached = dayOf(one.at)
  if (holds(programme, before, one, reached)) return holds(programme, person, one, reached)
  const day = dayOf(at)
  return holds(programme, person, one, day) || !holds(programme, before, one, day)
}

/** The tier as it was in the first of its terms that had earned the next one and now has not; null when there is none. */
function unearned(
  programme: Programme,
  person: Standing,
  one: HeldTier,
  { before, lostOn }: Loss,
): (HeldTier & { until: Instant }) | null {
  const tier = programme.tiers.find(({ id }) => id === one.tierId)
  if (!tier?.term || tier.term.requalify !== 'term' || tier.term.atEnd === 'keep') return null
  for (const top of earlierTerms(one, tier.term.lasts)) {
    const lastDay = addDays(dayOf(top.until), -1 + (tier.term.graceDays ?? 0))
    if (lastDay < lostOn) continue
    const about = { top, tier, lastDay }
    if (isEarnedAgain(programme, before, about) && !isEarnedAgain(programme, person, about)) return top
  }
  return null
}

/** A tier in each of its terms before the one that runs, oldest first; none where the rules had other terms then. */
function earlierTerms(one: HeldTier, lasts: string): (HeldTier & { until: Instant })[] {
  const { from: began, ...reached } = one
  if (!began || began <= one.at) return []
  const terms: (HeldTier & { until: Instant })[] = []
  let from = one.cause === 'stepped-down' ? one.at : undefined
  for (let until = endOfDuration(lasts, dayOf(one.at)); until <= began; until = endOfDuration(lasts, dayOf(until))) {
    terms.push({ ...reached, ...(from ? { from } : {}), until, reviewAt: until })
    from = until
  }
  return from === began ? terms : []
}

/** What would have come of a fall. Nobody rises by it: who would stand higher today has what would be without the higher tiers. */
function livedOn(
  programme: Programme,
  person: Standing,
  fall: Fall,
  { rankMax, ...span }: { rankMax: number; before: Instant; at: Instant },
): readonly HeldTier[] {
  const held = reachedSince(programme, person, fall, span)
  if (rankOfTop(programme, held) <= rankMax) return held
  const lower = { ...programme, tiers: programme.tiers.slice(0, rankMax + 1) }
  const below = fall.held.filter(({ tierId }) => lower.tiers.some(({ id }) => id === tierId))
  return reachedSince(lower, person, { ...fall, held: below }, span)
}

/**
 * The tiers that would have been reached from a fall on, day by day, before an instant, each with what came at the end of
 * its terms until now.
 */
function reachedSince(
  programme: Programme,
  person: Standing,
  { from, held }: Fall,
  { before, at }: { before: Instant; at: Instant },
): readonly HeldTier[] {
  const later = person.days.map(({ day }) => startOfDay(day)).filter((instant) => instant > from && instant <= before)
  const reached = [from, ...later].reduce(
    (current, instant) => withBest(programme, person, reviewed(programme, person, current, instant), instant),
    held,
  )
  return reviewed(programme, person, reached, at)
}

/** After every term that has ended by an instant. */
function reviewed(programme: Programme, person: Standing, held: readonly HeldTier[], by: Instant): readonly HeldTier[] {
  let current = held
  for (;;) {
    const { until = null, reviewAt = null } = current.at(-1) ?? {}
    if (until === null || reviewAt === null || reviewAt > by) return current
    current = heldAfterTerm(programme, { ...person, held: current }, until)
  }
}
