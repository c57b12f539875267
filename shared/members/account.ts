import type { Instant } from '../kit/time'
import { lotsTotal, type Lot } from '../points/lots'
import type { QualifyingTotals } from '../tiers/qualify'

/** A member's account as the rules see it: what the ledger's entries add up to. */
export interface Account {
  accountId: string
  memberNo: string
  name: string | null
  /** The number under which a till or shop system knows the member. */
  externalId: string | null
  enrolledAt: Instant
  source: EnrolmentSource
  tierId: string
  tierSince: Instant
  lots: Lot[]
  /** Points owed after a refund took back what was already spent; paid first by what is earned next. */
  debt: number
  totals: QualifyingTotals
  /** How many entries the account has. */
  seq: number
}

export type EnrolmentSource = { kind: 'pos' | 'wechat'; storeId: string | null }

/** What the member has: the open lots less what is owed. Negative only by a debt. */
export function balanceOf(account: Account): number {
  return lotsTotal(account.lots) - account.debt
}
