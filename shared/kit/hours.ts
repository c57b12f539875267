import { addDays, clockText, dayOf, timeOn, type Instant } from './time'

/** A part of the day; over midnight when it ends before it begins. The end does not belong to it. */
export type Hours = { from: string; to: string }

/** Whether a time of day such as `09:30` lies in it. */
export function isWithin({ from, to }: Hours, clock: string): boolean {
  return from <= to ? from <= clock && clock < to : clock >= from || clock < to
}

/** The instant itself, or the end of the hours in which it lies. */
export function afterHours(hours: Hours, at: Instant): Instant {
  const clock = clockText(at)
  if (!isWithin(hours, clock)) return at
  const day = dayOf(at)
  return timeOn(clock < hours.to ? day : addDays(day, 1), hours.to)
}
