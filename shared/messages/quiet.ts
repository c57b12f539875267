import { addDays, clockText, dayOf, timeOn, type Instant } from '../kit/time'

/** Times of day, `HH:MM`; a `to` that is not after `from` is that of the next day. */
export type Hours = { from: string; to: string }

/** When something that would go out now may: now, or at the end of the quiet hours that run. */
export function outOfQuiet(now: Instant, quiet: Hours | null): Instant {
  if (!quiet || quiet.from === quiet.to) return now
  const clock = clockText(now)
  const today = dayOf(now)
  if (quiet.from < quiet.to) return clock >= quiet.from && clock < quiet.to ? timeOn(today, quiet.to) : now
  if (clock < quiet.to) return timeOn(today, quiet.to)
  return clock >= quiet.from ? timeOn(addDays(today, 1), quiet.to) : now
}
