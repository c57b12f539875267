import { bestCoupon, soonestFirst } from '@shared/coupons/best'
import type { TillCoupon } from '@shared/coupons/contract'
import { couponsOnBillMax, isForSomeGoods, needsBill, takenTogether, takesMoneyOff } from '@shared/coupons/off'
import { thresholdOf } from '@shared/coupons/usable'
import type { Instant } from '@shared/kit/time'
import type { CustomerSheet } from '@shared/staff/contract'
import { endsSoon } from '@/kit/coupon-time'
import { billWith } from './bill'

/** Why the till ticked a coupon by itself: its code was shown, it saves most, or it does and ends soon. */
export type Why = 'shown' | 'first' | 'most'
export type Ticked = { couponId: string; why: Why } | null

/** The sheet as it counts for the order: of each coupon why it may not be used where the order is sent home, or is not. */
export function sheetOf({ sheet, sentHome = false }: { sheet: CustomerSheet; sentHome?: boolean }): CustomerSheet {
  if (!sentHome) return sheet
  return { ...sheet, coupons: sheet.coupons.map((one) => ({ ...one, refused: one.refusedSentHome })) }
}

/** Whether it matters for any of the coupons that the order is sent home. */
export function differsSentHome({ coupons, proof }: CustomerSheet): boolean {
  return proof === 'code' && coupons.some((one) => (one.refused === null) !== (one.refusedSentHome === null))
}

/** Coupons that a bill may take: whoever was found by phone number alone has none to use. */
export function billable(sheet: CustomerSheet): TillCoupon[] {
  if (sheet.proof === 'phone') return []
  return sheet.coupons.filter((one) => one.refused === null && needsBill(one))
}

/**
 * The coupon to be ticked for a bill: the one whose code was shown, else the best one. While there is no amount, what ends
 * first.
 */
export function tickedCoupon(sheet: CustomerSheet, amountFen: number, now: Instant): Ticked {
  const able = billable(sheet).filter((one) => countsAt(one, amountFen))
  const shown = able.find(({ couponId }) => couponId === sheet.shownCouponId)
  if (shown) return { couponId: shown.couponId, why: 'shown' }
  if (amountFen === 0) {
    const [first] = able.filter(takesMoneyOff).sort(soonestFirst)
    return first ? { couponId: first.couponId, why: 'first' } : null
  }
  const best = bestCoupon(
    able.filter((one) => !isForSomeGoods(one)),
    (coupons) => billWith(sheet, { amountFen, coupons }).dueFen,
  )
  return best && { couponId: best.couponId, why: endsSoon(best, now) ? 'first' : 'most' }
}

/** Whether a bill of an amount is high enough for it; any is while nothing has been typed. */
export function countsAt(coupon: TillCoupon, amountFen: number): boolean {
  return amountFen === 0 || amountFen >= thresholdOf(coupon)
}

/** The ticks after a coupon was tapped: what cannot stand beside it gives way. */
export function afterTap(sheet: CustomerSheet, ids: readonly string[], couponId: string): string[] {
  if (ids.includes(couponId)) return ids.filter((one) => one !== couponId)
  const all = billable(sheet).filter((one) => one.couponId === couponId || ids.includes(one.couponId))
  return takenTogether(all) && all.length <= couponsOnBillMax ? [...ids, couponId] : [couponId]
}
