import type { Account } from './account'
import type { Coupon, CouponFact } from './coupon'
import { withoutOwed } from './owed'
import { withoutTakes, withTakes } from './taken'

/** The account after an entry about one of its coupons. */
export function couponsAfter(account: Account, entry: CouponFact, seq: number): Account {
  const held = account.coupons ?? []
  switch (entry.kind) {
    case 'coupon-issue':
      return {
        ...account,
        seq,
        coupons: [...held, entry.coupon],
        ...(entry.takes ? { taken: withTakes(account.taken, entry.takes) } : {}),
      }
    case 'coupon-redeem':
      return { ...account, seq, coupons: entry.coupon.unlimited ? held : without(held, entry.couponId) }
    case 'coupon-return':
      return { ...account, seq, coupons: entry.ended || isIn(held, entry) ? held : [...held, entry.coupon] }
    case 'coupon-withdraw':
      return {
        ...account,
        seq,
        coupons: without(held, entry.couponId),
        ...(entry.takes ? { taken: withoutTakes(account.taken, entry.takes) } : {}),
        ...(entry.pays ? withoutOwed(account, [entry.pays]) : {}),
      }
    case 'coupon-lapse':
    case 'coupon-pass':
      return { ...account, seq, coupons: without(held, entry.couponId) }
    case 'coupon-send':
      return { ...account, seq, coupons: held.map((one) => (isIn([one], entry) ? { ...one, sent: entry.sent } : one)) }
    case 'coupon-recall':
      return { ...account, seq, coupons: held.map((one) => (isIn([one], entry) ? unsent(one) : one)) }
  }
}

function isIn(coupons: readonly Coupon[], { couponId }: { couponId: string }): boolean {
  return coupons.some((one) => one.couponId === couponId)
}

function without(coupons: readonly Coupon[], couponId: string): Coupon[] {
  return coupons.filter((one) => one.couponId !== couponId)
}

function unsent({ sent: _, ...coupon }: Coupon): Coupon {
  return coupon
}
