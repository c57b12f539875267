import { addDays, dayOf, type Instant } from '../kit/time'
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
export function totalsAfter(a: QualifyingTotals, b: QualifyingTotals): QualifyingTotals {
  return {
    spendFen: a.spendFen + b.spendFen,
    orders: a.orders + b.orders,
    pointsEarned: a.pointsEarned + b.pointsEarned,
  }
}

/**
 * The days with so much more or less on one of them. Days are kept as long as a window can ask for them; what happened on
 * older ones is in the totals alone. A day on which nothing is left is let go.
 */
export function daysAfter(
  days: readonly DayActivity[],
  at: Instant,
  change: QualifyingTotals & { byActs?: number },
): DayActivity[] {
  const day = dayOf(at)
  const last = days.at(-1)
  if (!last || day > last.day) {
    const next = recent(days, day)
    if (adds(change)) next.push(dayWith(day, change, change.byActs))
    return next
  }
  if (day < oldestBefore(last.day)) return [...days]
  const index = days.findIndex((one) => one.day >= day)
  const there = days[index]
  if (there?.day !== day) {
    if (!adds(change)) return [...days]
    return [...days.slice(0, index), dayWith(day, change, change.byActs), ...days.slice(index)]
  }
  const next = dayWith(day, totalsAfter(there, change), (there.byActs ?? 0) + (change.byActs ?? 0))
  const empty = next.spendFen === 0 && next.orders === 0 && next.pointsEarned === 0
  return [...days.slice(0, index), ...(empty ? [] : [next]), ...days.slice(index + 1)]
}

/** An order, or points by an act; what is taken back of a day that is no longer known adds none. */
function adds({ orders, pointsEarned }: QualifyingTotals): boolean {
  return orders > 0 || pointsEarned > 0
}

function dayWith(day: string, { spendFen, orders, pointsEarned }: QualifyingTotals, byActs?: number): DayActivity {
  return byActs ? { day, spendFen, orders, pointsEarned, byActs } : { day, spendFen, orders, pointsEarned }
}

function recent(days: readonly DayActivity[], newest: string): DayActivity[] {
  const oldest = oldestBefore(newest)
  let from = 0
  while (from < days.length && (days[from] as DayActivity).day < oldest) from += 1
  return days.slice(from)
}

/** The first day that a window ending with a day can ask for. Orders come day by day, so the last answer is kept. */
function oldestBefore(day: string): string {
  if (kept.day !== day) kept = { day, oldest: addDays(day, -windowDaysMax) }
  return kept.oldest
}

let kept = { day: '', oldest: '' }
