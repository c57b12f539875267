import { addDays, addMilliseconds, addMonths, dayOf, hourMs, timeOn, type Instant } from '../kit/time'
import type { Due } from './parts/journeys'

type Offset = Pick<Due, 'offset' | 'unit'>

/** When the day of touchpoints begins, where a programme does not say. */
export const usualStart = '09:00'

/**
 * The instant that lies so far from an anchor: hours to the minute; days, weeks and months at a time of day, and never
 * before the anchor itself where they count from it on.
 */
export function momentFrom(anchorAt: Instant, { offset, unit }: Offset, time: string | undefined): Instant {
  if (unit === 'hours') return addMilliseconds(anchorAt, offset * hourMs)
  const at = timeOn(shifted(dayOf(anchorAt), { offset, unit }), time ?? usualStart)
  return offset >= 0 && at < anchorAt ? anchorAt : at
}

/** The same so many times further on. */
export function later(at: Instant, every: NonNullable<Due['every']>, times: number): Instant {
  const offset = every.count * times
  if (every.unit === 'hours') return addMilliseconds(at, offset * hourMs)
  const day = dayOf(at)
  const sinceMidnight = Date.parse(at) - Date.parse(timeOn(day, '00:00'))
  return addMilliseconds(timeOn(shifted(day, { offset, unit: every.unit }), '00:00'), sinceMidnight)
}

function shifted(day: string, { offset, unit }: Offset): string {
  if (unit === 'months') return addMonths(day, offset)
  return addDays(day, unit === 'weeks' ? offset * 7 : offset)
}
