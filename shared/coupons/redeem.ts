import type { Coupon, CouponUsed } from '../books/coupon'
import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { accountAsOf } from '../tiers/as-of'
import { needsBill } from './off'
import { usableCoupon, type CouponRefusal, type OrderChannel } from './usable'

/** `id`: of the entry, by which the use can be undone. */
export type Redemption = {
  couponId: string
  storeId: string
  at: Instant
  id: string
  channel?: OrderChannel | undefined
}

/**
 * A coupon is accepted by itself, for what it is exchanged for, or for the delivery of an order that is sent home: what it is
 * worth is left out of the fee that the till charges. One that takes money off or counts from an amount on needs a bill.
 */
export function redeemCoupon(
  journal: Journal,
  programme: Programme,
  { couponId, storeId, at, id, channel }: Redemption,
): Ruling<Journal, CouponRefusal | 'coupon_needs_bill'> {
  const account = accountAsOf(journal.account, programme, at)
  const usable = usableCoupon(account, programme, couponId, { at, storeId, amountFen: null, channel })
  if (!usable.ok) return usable
  if (needsBill(usable.value)) return refuse('coupon_needs_bill')
  return allow(recordRedeem(journal, { coupon: usable.value, offFen: 0 }, { storeId, orderId: null, at, id }))
}

/** Writes a coupon's use down; whether it may be used is asked before. */
export function recordRedeem(
  journal: Journal,
  { coupon, offFen }: CouponUsed,
  about: { storeId: string; orderId: string | null; at: Instant; id?: string },
): Journal {
  const { at, storeId, orderId, id = redemptionIdOf(coupon, journal.account.seq + 1) } = about
  // A sending that nobody answered in time is over with the use, so a coupon given back is free of it.
  const { sent: _, ...used } = coupon
  return record(
    journal,
    { kind: 'coupon-redeem', couponId: coupon.couponId, coupon: used, storeId, orderId, offFen },
    { at, id },
  )
}

/** The id of a use: of its coupon and the number of its entry, since a coupon that was given back may be used again. */
export function redemptionIdOf({ couponId }: Coupon, no: number): string {
  return `redeem:${couponId}:${no}`
}
