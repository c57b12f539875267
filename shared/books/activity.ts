import { addDays, dayOf, type Day, type Instant } from '../kit/time'
import { windowDaysMax } from '../kit/window'
import type { DayActivity, QualifyingTotals } from '../programme/evidence'

/** What an order counts. */
export function activityOf(order: { amountFen: number; earned: number }): QualifyingTotals {
  return { spendFen: order.amountFen, orders: 1, pointsEarned: order.earned }
}

/** What a refund takes away of what its order counted. */
export function activityTaken(refund: { amountFen: number; whole: boolean; reversed: number }): QualifyingTotals {
  return { spendFen: -refund.amountFen, orders: refund.whole ? -1 : 0, pointsEarned: -refund.reversed }
}

/** The totals with so much more or, negative, less. */
export function totalsAfter(
  { spendFen, orders, pointsEarned }: QualifyingTotals,
  b: QualifyingTotals,
): QualifyingTotals {
  const totals = { spendFen, orders, pointsEarned }
  addToTotals(totals, b)
  return totals
}

/** The same on totals of the caller's own. */
export function addToTotals(totals: QualifyingTotals, change: QualifyingTotals): void {
  totals.spendFen += change.spendFen
  totals.orders += change.orders
  totals.pointsEarned += change.pointsEarned
}

/** The days with so much more or less on one of them. */
export function daysAfter(days: readonly DayActivity[], at: Instant, change: DayChange): DayActivity[] {
  const next = days.slice()
  addToDays(next, at, change)
  return next
}

/**
 * Adds so much, or takes it away, on one of the days of a list of the caller's own. Days are kept as long as a window can
 * ask for them; what happened on older ones is in the totals alone. A day on which nothing is left is let go.
 */
export function addToDays(days: DayActivity[], at: Instant, change: DayChange): void {
  const day = dayOf(at)
  const last = days.at(-1)
  if (!last || day > last.day) {
    forgetOld(days, day)
    if (adds(change)) days.push(dayWith(day, change, change.byActs))
  } else if (day >= oldestBefore(last.day)) addWithin(days, day, change)
}

type DayChange = QualifyingTotals & { byActs?: number }

function addWithin(days: DayActivity[], day: Day, change: DayChange): void {
  let index = days.length
  while (index > 0 && (days[index - 1] as DayActivity).day >= day) index -= 1
  const there = days[index]
  if (there?.day !== day) {
    if (adds(change)) days.splice(index, 0, dayWith(day, change, change.byActs))
    return
  }
  const next = dayWith(day, totalsAfter(there, change), (there.byActs ?? 0) + (change.byActs ?? 0))
  if (next.spendFen === 0 && next.orders === 0 && next.pointsEarned === 0) days.splice(index, 1)
  else days[index] = next
}

/** An order, or points by an act; what is taken back of a day that is no longer known adds none. */
function adds({ orders, pointsEarned }: QualifyingTotals): boolean {
  return orders > 0 || pointsEarned > 0
}

function dayWith(day: string, { spendFen, orders, pointsEarned }: QualifyingTotals, byActs?: number): DayActivity {
  return byActs ? { day, spendFen, orders, pointsEarned, byActs } : { day, spendFen, orders, pointsEarned }
}

function forgetOld(days: DayActivity[], newest: Day): void {
  const oldest = oldestBefore(newest)
  while (days.length > 0 && (days[0] as DayActivity).day < oldest) days.shift()
}

/** The first day that a window ending with a day can ask for. Orders come day by day, so the last answer is kept. */
function oldestBefore(day: string): string {
  if (kept.day !== day) kept = { day, oldest: addDays(day, -windowDaysMax) }
  return kept.oldest
}

let kept = { day: '', oldest: '' }
