import type { Day, Instant } from '../kit/time'

/** What counts towards a tier, over the whole membership. Never the balance of points: spending them lowers no tier. */
export type QualifyingTotals = { spendFen: number; orders: number; pointsEarned: number }

/** The same for one day; money in fen. `byActs`: the part of the points that orders did not bring, where there is one. */
export type DayActivity = QualifyingTotals & { day: Day; byActs?: number }

/** What else may count. Money in fen. */
export type Counters = { referrals: number; engagement: number; topUpMaxFen: number; topUpTotalFen: number }

/** All that a condition may look at. The clock is not in it: the day is handed beside. */
export type Evidence = {
  enrolledAt: Instant
  totals: QualifyingTotals
  /** The last days on which something counted, oldest first. */
  days: readonly DayActivity[]
  counters: Counters
  /** Campaigns, events and challenges that were completed. */
  marks: readonly string[]
}

/** Where a condition is asked: as of which day, and which tiers are held or reached on the way up. */
export type Moment = { day: Day; holds: (tierId: string) => boolean }

/** How far one condition is fulfilled; money in fen. */
export type Measure = { have: number; need: number }

export const noCounters: Counters = { referrals: 0, engagement: 0, topUpMaxFen: 0, topUpTotalFen: 0 }

/** The counters with so much more engagement or, negative, less. */
export function withEngagement(counters: Counters, change: number): Counters {
  return { ...counters, engagement: counters.engagement + change }
}
