import type { Instant } from '../kit/time'
import { lotsTotal, type Lot } from './lots'
import type { TierCondition } from '../programme/schema'

/** A member's account as the rules see it: what the ledger's entries add up to. */
export interface Account {
  accountId: string
  memberNo: string
  /** The ten digits of the card that the member shows; a reissued card has new ones. */
  cardNo: string
  /** Since when that card is reported lost; no till takes a code of it until it is reissued. */
  cardFrozenAt: Instant | null
  name: string | null
  /** The number under which a till or shop system knows the member. */
  externalId: string | null
  holder: Holder
  /** Null for somebody whom only a till has enrolled. */
  consent: ConsentHeld | null
  enrolledAt: Instant
  source: EnrolmentSource
  tierId: string
  tierSince: Instant
  lots: Lot[]
  /** Points that expired unspent, by the lot they stood in; what a later refund finds here was never spent. */
  lapsed: Lot[]
  /** Points owed after a refund took back what was already spent; paid first by what is earned next. */
  debt: number
  totals: QualifyingTotals
  /** How many entries the account has. */
  seq: number
}

/** What counts towards a tier, over the whole membership. Never the balance of points: spending them lowers no tier. */
export type QualifyingTotals = { spendFen: number; orders: number; pointsEarned: number }

/** How far one condition of a tier is fulfilled; money in fen. */
export type Requirement = { kind: TierCondition['kind']; have: number; need: number }

/** Where a member came from, and through which employee where one brought them. */
export type EnrolmentSource = { kind: 'pos' | 'staff' | 'wechat'; storeId: string | null; staffId?: string | null }

/** Whose the membership is: a person's own, or an organisation's for which the named person speaks. */
export type Holder = { kind: 'person' } | { kind: 'organisation'; name: string }

/** The terms that the member last agreed to, and when. */
export type ConsentHeld = { termsVersion: string; privacyVersion: string; at: Instant }

/** What the member has: the open lots less what is owed. Negative only by a debt. */
export function balanceOf(account: Account): number {
  return lotsTotal(account.lots) - account.debt
}
