import type { Calendar } from '../kit/calendar'
import { addDays, addMilliseconds, addMonths, dayOf, timeOn, type Instant } from '../kit/time'
import type { Due } from '../programme/parts/journeys'

type Offset = Pick<Due, 'offset' | 'unit'>

export const hourMs = 3_600_000
const usualStart = '09:00'

/**
 * The instant that lies so far from an anchor: hours to the minute; days, weeks and months at a time of day, and never
 * before the anchor itself where they count from it on.
 */
export function momentFrom(anchorAt: Instant, { offset, unit }: Offset, time: string | undefined): Instant {
  if (unit === 'hours') return addMilliseconds(anchorAt, offset * hourMs)
  const at = timeOn(shifted(dayOf(anchorAt), { offset, unit }), time ?? usualStart)
  return offset >= 0 && at < anchorAt ? anchorAt : at
}

/** When the day of an instant begins for touchpoints, and not after the instant. */
export function startOfIts(at: Instant, time: string | undefined): Instant {
  const start = timeOn(dayOf(at), time ?? usualStart)
  return start < at ? start : at
}

/** The same so many times further on. */
export function later(at: Instant, every: NonNullable<Due['every']>, times: number): Instant {
  const offset = every.count * times
  if (every.unit === 'hours') return addMilliseconds(at, offset * hourMs)
  const day = dayOf(at)
  const sinceMidnight = Date.parse(at) - Date.parse(timeOn(day, '00:00'))
  return addMilliseconds(timeOn(shifted(day, { offset, unit: every.unit }), '00:00'), sinceMidnight)
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

function shifted(day: string, { offset, unit }: Offset): string {
  if (unit === 'months') return addMonths(day, offset)
  return addDays(day, unit === 'weeks' ? offset * 7 : offset)
}
