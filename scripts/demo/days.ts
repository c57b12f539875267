import { addDays, addMilliseconds, dayOf, startOfDay, type Instant } from '../../shared/kit/time'

/** A minute of the day so many days before the shop was founded. */
export function openingOf(foundedAt: Instant, daysAgo: number, minuteOfDay: number): Instant {
  return addMilliseconds(startOfDay(addDays(dayOf(foundedAt), -daysAgo)), minuteOfDay * 60_000)
}
