import { addDays, addMonths, monthOf, type Day } from '../kit/time'

/** A day on which the member checked in or that was made up for: which day of its streak it is, and the points it brought. */
export type CheckInDay = { day: Day; streak: number; points: number }

/**
 * The days with one more. A day may come in before others: then it joins them to what went before, and their place in the
 * streak is counted anew. What is older than the month before the newest day is let go.
 */
export function withCheckIn(days: readonly CheckInDay[], added: { day: Day; points: number }): CheckInDay[] {
  const before = days.filter(({ day }) => day < added.day)
  const after = days.filter(({ day }) => day > added.day)
  const all = [...before]
  for (const { day, points } of [added, ...after]) all.push({ day, points, streak: streakWith(all, day) })
  const newest = all.at(-1)?.day ?? added.day
  const oldest = monthOf(addMonths(newest, -1))
  return all.filter(({ day }) => monthOf(day) >= oldest)
}

/** Which day of a streak a day would be: one more than the day before it was, else the first. */
export function streakWith(days: readonly CheckInDay[], day: Day): number {
  const yesterday = addDays(day, -1)
  return (days.find((one) => one.day === yesterday)?.streak ?? 0) + 1
}
