import type { Coupon } from '../books/coupon'
import { thresholdOf } from './usable'

/** A coupon on a bill. `onFen`: the part of the bill that its goods make up; all of it where nothing is said. */
export type BilledCoupon = Pick<Coupon, 'couponId' | 'worth' | 'stacks'> & { onFen?: number }

/**
 * What a coupon takes off an amount, in fen: never more than the amount, a percentage rounded up to the fen so that nobody
 * pays more than what was shown to them. What it is exchanged for takes nothing off the bill.
 */
export function couponOff({ worth, onFen }: BilledCoupon, amountFen: number): number {
  const on = Math.min(onFen ?? amountFen, amountFen)
  if (worth.kind === 'amount') return Math.min(worth.offFen, on)
  if (worth.kind !== 'percent') return 0
  return Math.min(Math.ceil((on * worth.percent) / 100), worth.upToFen ?? on)
}

/** For some goods only: how much of the bill they make up has to be told. */
export function isForSomeGoods({ scope }: { scope?: Coupon['scope'] | undefined }): boolean {
  return scope?.goods !== undefined || scope?.categories !== undefined
}

/** The most coupons that one bill takes. */
export const couponsOnBillMax = 5

/** Whether several coupons may be taken together: any number of those that stack, or a single one that does not. */
export function takenTogether(coupons: readonly Pick<Coupon, 'stacks'>[]): boolean {
  return coupons.length < 2 || coupons.every(({ stacks }) => stacks)
}

/** A coupon that does not stack takes the place of the tier's discount, where it takes money off itself. */
export function besideDiscount(coupons: readonly Pick<Coupon, 'stacks' | 'worth'>[]): boolean {
  return coupons.every((coupon) => coupon.stacks || !takesMoneyOff(coupon))
}

/** It can be taken with a bill alone: what takes money off, and what counts from an amount on. */
export function needsBill(coupon: Pick<Coupon, 'worth'>): boolean {
  return takesMoneyOff(coupon) || thresholdOf(coupon) > 0
}

/** Money off is taken from a bill; all else is what a coupon is exchanged for. */
export function takesMoneyOff({ worth }: Pick<Coupon, 'worth'>): boolean {
  return worth.kind === 'amount' || worth.kind === 'percent'
}
