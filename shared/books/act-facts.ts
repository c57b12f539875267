import type { Day, Instant } from '../kit/time'
import type { Draw } from './lots'
import type { Take } from './taken'

/** What an act brought: points, of which some may have paid off a debt, and what it added to the engagement score. */
export type Gained = {
  earned: number
  /** The part of `earned` that paid off a debt. */
  repaid: number
  expiresAt: Instant | null
  engagement: number
}

/** A daily visit: the day it counts for, which day of the streak it was, and what of its points the streak brought. */
export type CheckInFact = Gained & { kind: 'check-in'; day: Day; streak: number; bonus: number }

/** Points taken to make up for a day without a check-in. */
export type MakeUpFact = { kind: 'make-up'; day: Day; burned: number; draws: Draw[] }

/** What a programme rewards besides visits and the tiers' rates. */
export const actKinds = ['review', 'survey', 'profile', 'event'] as const
export type ActKind = (typeof actKinds)[number]

/** Something that the programme rewards was done: a review, a completed profile. */
export type ActFact = Gained & {
  kind: 'act'
  act: ActKind
  /** What it counts against, where it is limited to so many times; absent once the limit was reached and it brought nothing. */
  take?: Take
  /** The order that it belongs to, by its entry. */
  orderEntryId?: string
}

/** The order of an act was refunded: what the act had brought is taken back. */
export type ActUndoneFact = {
  kind: 'act-undone'
  act: ActKind
  /** When the act was done: the day from which its points are taken. */
  actedAt: Instant
  /** Points taken back, from which lots, what could not be taken because it was spent, and what had expired before. */
  reversed: number
  draws: Draw[]
  owed: number
  lapsed: number
  lapsedFrom: Instant | null
  engagement: number
  take?: Take
  orderEntryId?: string
}

/** A monthly entitlement was had: that it was done, never a value. The employee is the entry's actor. */
export type EntitlementFact = { kind: 'entitlement'; code: string; window: string; storeId: string }

/** It was ticked off by mistake. */
export type EntitlementUndoneFact = { kind: 'entitlement-undone'; code: string; window: string }
