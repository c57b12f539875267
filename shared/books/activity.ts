import { addDays, dayOf, type Instant } from '../kit/time'
import { windowDaysMax } from '../kit/window'
import type { DayActivity, QualifyingTotals } from '../programme/evidence'

type Counted = { totals: QualifyingTotals; days: DayActivity[] }

/**
 * What counts, after so much more (or, negative, less) of it at an instant. Days are kept as long as a window can ask for
 * them; what happened on older ones is in the totals alone. A day on which nothing is left is let go.
 */
export function withActivity<Person extends Counted>(person: Person, at: Instant, change: QualifyingTotals): Counted {
  return { totals: sum(person.totals, change), days: daysWith(person.days, dayOf(at), change) }
}

function daysWith(days: readonly DayActivity[], day: string, change: QualifyingTotals): DayActivity[] {
  const last = days.at(-1)
  if (last && day < addDays(last.day, -windowDaysMax)) return [...days]
  if (!last || day > last.day) return change.orders < 0 ? [...days] : [...recent(days, day), { day, ...change }]
  const index = days.findIndex((one) => one.day >= day)
  const there = days[index]
  if (there?.day !== day) {
    return change.orders <= 0 ? [...days] : [...days.slice(0, index), { day, ...change }, ...days.slice(index)]
  }
  const next = { day, ...sum(there, change) }
  const empty = next.spendFen === 0 && next.orders === 0 && next.pointsEarned === 0
  return [...days.slice(0, index), ...(empty ? [] : [next]), ...days.slice(index + 1)]
}

function recent(days: readonly DayActivity[], newest: string): readonly DayActivity[] {
  const oldest = addDays(newest, -windowDaysMax)
  const [first] = days
  return first && first.day < oldest ? days.filter((one) => one.day >= oldest) : days
}

function sum(a: QualifyingTotals, b: QualifyingTotals): QualifyingTotals {
  return {
    spendFen: a.spendFen + b.spendFen,
    orders: a.orders + b.orders,
    pointsEarned: a.pointsEarned + b.pointsEarned,
  }
}
