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
export function daysAfter(days: readonly DayActivity[], at: Instant, change: QualifyingTotals): DayActivity[] {
  const day = dayOf(at)
  const last = days.at(-1)
  if (!last || day > last.day) return change.orders <= 0 ? [...days] : [...recent(days, day), dayWith(day, change)]
  if (day < oldestBefore(last.day)) return [...days]
  const index = days.findIndex((one) => one.day >= day)
  const there = days[index]
  if (there?.day !== day) {
    return change.orders <= 0 ? [...days] : [...days.slice(0, index), dayWith(day, change), ...days.slice(index)]
  }
  const next = dayWith(day, totalsAfter(there, change))
  const empty = next.spendFen === 0 && next.orders === 0 && next.pointsEarned === 0
  return [...days.slice(0, index), ...(empty ? [] : [next]), ...days.slice(index + 1)]
}

function dayWith(day: string, { spendFen, orders, pointsEarned }: QualifyingTotals): DayActivity {
  return { day, spendFen, orders, pointsEarned }
}

function recent(days: readonly DayActivity[], newest: string): readonly DayActivity[] {
  const [first] = days
  const oldest = oldestBefore(newest)
  return first && first.day < oldest ? days.filter((one) => one.day >= oldest) : days
}

/** The first day that a window ending with a day can ask for. Orders come day by day, so the last answer is kept. */
function oldestBefore(day: string): string {
  if (kept.day !== day) kept = { day, oldest: addDays(day, -windowDaysMax) }
  return kept.oldest
}

let kept = { day: '', oldest: '' }
