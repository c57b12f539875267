import type { Coupon } from '../books/coupon'
import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import { payOwed } from './owed'

/** Gives a used coupon back; one that has ended meanwhile stays ended, and the entry says so. */
export function giveBackCoupon(
  journal: Journal,
  coupon: Coupon,
  { why, at, ...entry }: { why: 'refund' | 'undo'; at: Instant; id?: string; reverses?: string },
): Journal {
  const ended = coupon.until <= journal.stamp.recordedAt
  const fact = { kind: 'coupon-return' as const, couponId: coupon.couponId, coupon, why, ended }
  return payOwed(record(journal, fact, { at, ...entry }), at)
}

/** Takes unused coupons back that came with something that was refunded; what was used stays used. */
export function withdrawCoupons(journal: Journal, isMeant: (coupon: Coupon) => boolean, at: Instant): Journal {
  return (journal.account.coupons ?? []).filter(isMeant).reduce((current, coupon) => {
    const takes = 'code' in coupon.source ? [takeOf(coupon.source)] : []
    return record(current, { kind: 'coupon-withdraw', couponId: coupon.couponId, coupon, takes }, { at })
  }, journal)
}

/**
 * Under which code and window a rule's coupon is remembered, so that it is given once. Only the last window of a code is
 * remembered; milestones of several months are looked at together, so each has a code of its own.
 */
export function takeOf({ why, code }: { why: string; code: string }) {
  if (why === 'milestone') return { code: `${why}:${code}`, window: 'ever' }
  const [what = '', window = 'ever'] = code.split('@')
  return { code: `${why}:${what}`, window }
}
