import type { Programme } from '../programme/schema'

export type CheckInTerms = NonNullable<Programme['checkIn']>

/**
 * What a day of a streak brings on top. After the longest streak that has a reward the count of rewards begins anew: of 3,
 * 7 and 14 days, the seventeenth day brings what the third did, and the twenty-eighth what the fourteenth did.
 */
export function bonusOf({ streaks = [] }: CheckInTerms, streak: number): number {
  const longest = Math.max(1, ...streaks.map(({ days }) => days))
  const place = ((streak - 1) % longest) + 1
  return streaks.reduce((sum, { days, points }) => (days === place ? sum + points : sum), 0)
}

/** All that a day of a streak brings. */
export function pointsOnDay(terms: CheckInTerms, streak: number): number {
  return (terms.points ?? 0) + bonusOf(terms, streak)
}
