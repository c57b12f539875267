import { addDays, addMilliseconds, dayOf, timeOn, type Instant } from '@shared/kit/time'
import { clockOf } from '@/kit/time'

/** Reading a sheet takes a while, during which the soonest moment moves on. */
const readingMs = 10 * 60_000

/** The first half hour at which a version may well take effect, within the hours that can be chosen (8:00 to 21:00). */
export function soonestSlot(earliestAt: Instant): Instant {
  const from = addMilliseconds(earliestAt, readingMs)
  const halfHour = addMilliseconds(new Date(Math.ceil(Date.parse(from) / 1_800_000) * 1_800_000).toISOString(), 0)
  const [day, clock] = [dayOf(halfHour), clockOf(halfHour)]
  if (clock > '21:00') return timeOn(addDays(day, 1), '08:00')
  return clock < '08:00' ? timeOn(day, '08:00') : halfHour
}
