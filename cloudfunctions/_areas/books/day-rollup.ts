import { activeKinds, dayFigures, type DayFigures } from '../../../shared/books/day-figures'
import { addDays, startOfDay, type Day } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'

/** A day's figures as they are kept, under the day. */
export type DayRollup = DayFigures & { _id: Day }

/**
 * Works out a day anew from the entries that happened on it, and keeps it in the place of what stood there: the database
 * adds them up, so it takes three trips however many there are, and the same entries give the same document.
 */
export async function rollUpDay(effects: Effects, day: Day): Promise<DayRollup> {
  const at = { gte: startOfDay(day), lt: startOfDay(addDays(day, 1)) }
  const [rows, active] = await Promise.all([
    effects.store.tally('entries', {
      where: { at },
      by: 'kind',
      sums: { amountFen: 'amountFen', gained: 'gained', spent: 'spent' },
    }),
    effects.store.countDistinct('entries', { at, kind: { in: activeKinds } }, 'accountId'),
  ])
  const sums = rows.map(({ by, count, sums: { amountFen = 0, gained = 0, spent = 0 } }) => {
    return { kind: String(by), count, amountFen, gained, spent }
  })
  const rollup = { _id: day, ...dayFigures(day, sums, active) }
  await effects.store.put('rollups', rollup)
  return rollup
}
