import { lastDayOf } from '../kit/duration'
import { dayOf, startOfDay, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'

/** When somebody who joins at an instant reaches each length of membership that a tier asks for, soonest first. */
export function tenureInstants(programme: Programme, enrolledAt: Instant): Instant[] {
  const days = new Set<Instant>()
  for (const { qualification } of programme.tiers) {
    for (const condition of qualification?.conditions ?? []) {
      if (condition.kind === 'tenure') days.add(startOfDay(lastDayOf(condition.atLeast, dayOf(enrolledAt))))
    }
  }
  return [...days].sort()
}
