import { lastDayOf } from '../../kit/duration'
import { opposite, type Bearing } from './difference'

/** What another length of time is, where a longer one is `more`: longer from every day of the year on, or it cannot be told. */
export function lengthBearing(from: string, to: string, more: Bearing): Bearing {
  const ends = days.map((day) => [lastDayOf(from, day), lastDayOf(to, day)] as const)
  if (ends.every(([before, after]) => before <= after)) return more
  return ends.every(([before, after]) => before >= after) ? opposite[more] : 'unclear'
}

const days = ['2026-01-01', '2026-02-28', '2026-03-31', '2026-05-17', '2026-08-30', '2026-11-01', '2026-12-31']
