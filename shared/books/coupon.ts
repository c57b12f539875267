import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import type { CouponScope, CouponWorth } from '../programme/parts/coupons'
import type { Take } from './taken'

/**
 * One coupon that a member owns, with its terms as they stood when it was issued: a programme that changes later takes
 * nothing from it. It stands on the member's account, so it is used, sent and given back in the same write as everything
 * else of theirs.
 */
export type Coupon = {
  couponId: string
  /** The number of its entry in the account: what a code names it by. */
  no: number
  templateId: string
  name: Bilingual
  worth: CouponWorth
  scope?: CouponScope
  /** Counts beside the tier's discount and beside other coupons that do. */
  stacks: boolean
  giftable: boolean
  /** Used as often as the member likes until it ends. */
  unlimited?: true
  /** Which of several that came together, and how many these were; absent for one that came alone. */
  among?: { nth: number; of: number }
  from: Instant
  /** Exclusive. */
  until: Instant
  issuedAt: Instant
  source: CouponSource
  /** The sending by which it came from a friend. */
  gift?: string
  /** On its way to a friend, who has until then to take it. */
  sent?: SentCoupon
}

export type SentCoupon = { token: string; at: Instant; until: Instant; words?: string }

/** By which part of a programme a coupon was given. */
export type RuleWhy =
  | 'monthly'
  | 'birthday'
  | 'tier'
  | 'milestone'
  | 'campaign'
  | 'referral'
  | 'draw'
  | 'challenge'
  | 'leaderboard'
  | 'message'

/** Why the member has it. */
export type CouponSource =
  | { by: 'rule'; why: RuleWhy; code: string }
  | { by: 'claim' }
  | { by: 'hand'; reason: string }
  | { by: 'code' }
  | { by: 'points'; points: number }
  | { by: 'friend'; accountId: string }

/** A coupon taken in an order, and what it took off. */
export type CouponUsed = { coupon: Coupon; offFen: number }

export type CouponFact =
  | CouponIssueFact
  | CouponRedeemFact
  | CouponReturnFact
  | CouponLapseFact
  | CouponWithdrawFact
  | CouponSendFact
  | CouponRecallFact
  | CouponPassFact

export type CouponIssueFact = { kind: 'coupon-issue'; coupon: Coupon; takes?: Take[] }

/** Accepted at a till: with an order, whose entry names it too, or by itself for what it is exchanged for. */
export type CouponRedeemFact = {
  kind: 'coupon-redeem'
  couponId: string
  coupon: Coupon
  storeId: string
  orderId: string | null
  offFen: number
}

/** Given back, because its order was refunded whole or its use was undone. One that has ended meanwhile stays ended. */
export type CouponReturnFact = {
  kind: 'coupon-return'
  couponId: string
  coupon: Coupon
  why: 'refund' | 'undo'
  ended: boolean
}

export type CouponLapseFact = { kind: 'coupon-lapse'; couponId: string; coupon: Coupon }

/** Taken back unused: what it was given for was refunded, or another of its kind had been used that was taken back. */
export type CouponWithdrawFact = {
  kind: 'coupon-withdraw'
  couponId: string
  coupon: Coupon
  takes?: Take[]
  /** What it pays for of what the account owes. */
  pays?: string
}

export type CouponSendFact = { kind: 'coupon-send'; couponId: string; sent: SentCoupon }

/** Nobody took it in time, or the sender took it back. */
export type CouponRecallFact = { kind: 'coupon-recall'; couponId: string; by: 'member' | 'time' }

/** A friend has taken it. */
export type CouponPassFact = { kind: 'coupon-pass'; couponId: string; coupon: Coupon; to: string }
