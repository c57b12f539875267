import type { Calendar } from '../kit/calendar'
import { addDays, addMilliseconds, dayOf, hourMs, timeOn, type Instant } from '../kit/time'
import { usualStart } from '../programme/due'

/** When the day of an instant begins for touchpoints, and not after the instant. */
export function startOfIts(at: Instant, time: string | undefined): Instant {
  const start = timeOn(dayOf(at), time ?? usualStart)
  return start < at ? start : at
}

/** The nearest working day: the one before for what comes before its anchor, the one after for everything else. */
export function onWorkingDay(at: Instant, calendar: Calendar, step: 1 | -1): Instant {
  let moved = at
  for (let tries = 0; tries < freeDaysMax && !calendar.isWorkingDay(dayOf(moved)); tries += 1)
    moved = addMilliseconds(moved, step * 24 * hourMs)
  return moved
}

/** So many hours on, of which those on days off do not count. */
export function workingHoursAfter(at: Instant, hours: number, calendar: Calendar): Instant {
  let due = addMilliseconds(at, hours * hourMs)
  let day = addDays(dayOf(at), 1)
  for (let tries = 0; tries < freeDaysMax * 8 && day <= dayOf(due); tries += 1) {
    if (!calendar.isWorkingDay(day)) due = addMilliseconds(due, 24 * hourMs)
    day = addDays(day, 1)
  }
  return due
}

/** No holiday is longer. */
const freeDaysMax = 15
