import type { Instant } from '../kit/time'
import { lotsTotal, type Lot } from './lots'
import type { TierCondition } from '../programme/schema'

/** A member's account as the rules see it: what the ledger's entries add up to. */
export interface Account {
  accountId: string
  memberNo: string
  /** The ten digits of the card that the member shows; a reissued card has new ones. */
  cardNo: string
  name: string | null
  /** The number under which a till or shop system knows the member. */
  externalId: string | null
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

export type EnrolmentSource = { kind: 'pos' | 'wechat'; storeId: string | null }

/** What the member has: the open lots less what is owed. Negative only by a debt. */
export function balanceOf(account: Account): number {
  return lotsTotal(account.lots) - account.debt
}
