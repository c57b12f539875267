import { percentOff } from '../benefits/percent-off'
import { besideDiscount, couponOff, type BilledCoupon } from '../coupons/off'
import { pointsOf } from '../points/earn'
import { redemptionAt, worthAt } from '../points/redemption'
import type { Rounding } from '../programme/parts/earning'
import { hundredths, type Programme, type Tier } from '../programme/schema'
import { earnsAt, leftOutOf } from './lines'
import { discountOf } from '../tiers/benefits'

/** What a bill is worked out by: a member's discount and rate, and what points are worth as money. */
export type BillTerms = {
  discountPercent: number
  pointsPerYuan: number
  /** How points are made whole; absent: down. */
  rounding?: Rounding
  /** How many points one CNY costs; null where points are not taken as money. */
  redemption: { pointsPerYuan: number } | null
  /** The better price of a bulk purchase by a company's card; absent where there is none. */
  bulk?: BulkPrice | null
  /** What a part of the bill may be left out of, by its kind of goods; absent or null where nothing is left out. */
  leftOut?: LeftOut | null
}

export type LeftOut = { points: boolean; discount: boolean }

export type BulkPrice = { fromFen: number; percent: number }

export type Bill = {
  /** Before discount and points. */
  amountFen: number
  /** The part of it that is left out of discount or points. */
  leftOutFen: number
  discountFen: number
  /** What each coupon takes off, in the order in which they were named. */
  coupons: { couponId: string; offFen: number }[]
  couponFen: number
  burnPoints: number
  burnFen: number
  /** What the customer pays: the amount less the discount, less coupons and less points taken as money. */
  dueFen: number
  /** What of it is paid for the part that is left out. */
  paidLeftOutFen: number
  /** What the payment earns. */
  earns: number
}

/**
 * What a customer pays for a bill. The one rule for till and cloud: the till shows it, the cloud books by it. A discount
 * is rounded up to the fen, so nobody pays more than the discount that was shown to them; of the points offered no more
 * are taken than the bill is worth, and none for less than a fen. What is left out gets no discount and earns nothing, as
 * the programme says; points taken as money pay for what earns before they pay for it.
 */
export function billOf(asked: AskedBill, terms: BillTerms): Bill {
  const { amountFen, burnPoints, coupons = [] } = asked
  const leftOutFen = terms.leftOut ? Math.min(asked.leftOutFen ?? 0, amountFen) : 0
  const notReducedFen = terms.leftOut?.discount ? leftOutFen : 0
  const percent = besideDiscount(coupons) ? discountFor(amountFen, terms) : 0
  const discountFen = percentOff(amountFen - notReducedFen, percent)
  const taken = couponsTaken(amountFen - notReducedFen - discountFen, coupons)
  const afterFen = amountFen - discountFen - taken.couponFen
  const burnt = pointsTaken(afterFen, burnPoints, terms)
  const dueFen = afterFen - burnt.burnFen
  const paidLeftOutFen = leftOutPaidFen({ leftOutFen, percent, dueFen }, terms)
  const earningFen = dueFen - (terms.leftOut?.points ? paidLeftOutFen : 0)
  const earns = pointsOf(earningFen, hundredths(terms.pointsPerYuan) ?? 0, 100, terms.rounding)
  return { amountFen, leftOutFen, discountFen, ...taken, ...burnt, dueFen, paidLeftOutFen, earns }
}

/** One coupon after the other, each off what the ones before have left. */
function couponsTaken(upToFen: number, coupons: readonly BilledCoupon[]): Pick<Bill, 'coupons' | 'couponFen'> {
  return coupons.reduce<Pick<Bill, 'coupons' | 'couponFen'>>(
    (so, coupon) => {
      const offFen = couponOff(coupon, upToFen - so.couponFen)
      return { coupons: [...so.coupons, { couponId: coupon.couponId, offFen }], couponFen: so.couponFen + offFen }
    },
    { coupons: [], couponFen: 0 },
  )
}

export type AskedBill = {
  amountFen: number
  burnPoints: number
  leftOutFen?: number | undefined
  coupons?: readonly BilledCoupon[]
}

/** The terms at a tier and, where one is named, in a store; for a company's card with the price in bulk. */
export function billTermsOf(
  programme: Programme,
  tier: Tier,
  { bulk, storeId }: { bulk?: BulkPrice | null; storeId?: string } = {},
): BillTerms {
  const { id } = tier
  return {
    ...roundingOf(programme),
    leftOut: leftOutOf(programme),
    ...(bulk ? { bulk } : {}),
    discountPercent: discountOf(programme, tier),
    pointsPerYuan: storeId === undefined ? tier.pointsPerYuan : rateIn(programme, tier, storeId),
    redemption: redemptionAt(programme, id),
  }
}

/** Points per CNY of a tier in a store: none where the programme lets the store's orders earn nothing. */
export function rateIn(programme: Programme, { pointsPerYuan }: Tier, storeId: string): number {
  return earnsAt(programme, storeId) ? pointsPerYuan : 0
}

/** How a programme makes points whole, for whoever works a bill out; nothing where it says nothing. */
export function roundingOf({ earning }: Programme): { rounding?: Rounding } {
  return earning?.rounding ? { rounding: earning.rounding } : {}
}

/** What a programme takes off a company's bulk purchase; null where it takes nothing off. */
export function bulkPriceOf({ cards }: Programme): BulkPrice | null {
  const bulk = cards?.corporate?.bulk
  return bulk?.percent ? { fromFen: bulk.fromFen, percent: bulk.percent } : null
}

/** What is left out, less its own share of the discount where it has one; never more than is paid in all. */
function leftOutPaidFen(of: { leftOutFen: number; percent: number; dueFen: number }, { leftOut }: BillTerms): number {
  const takenOff = leftOut?.discount ? 0 : Math.floor((of.leftOutFen * of.percent) / 100)
  return Math.min(of.leftOutFen - takenOff, of.dueFen)
}

/** The greater of the tier's discount and the price in bulk: the two are never added up. */
function discountFor(amountFen: number, { discountPercent, bulk }: BillTerms): number {
  return bulk && amountFen >= bulk.fromFen ? Math.max(discountPercent, bulk.percent) : discountPercent
}

function pointsTaken(upToFen: number, offered: number, { redemption }: BillTerms) {
  if (!redemption) return { burnPoints: 0, burnFen: 0 }
  const taken = Math.min(offered, Math.floor((upToFen * redemption.pointsPerYuan) / 100))
  const burnFen = worthAt(redemption, taken) ?? 0
  return { burnPoints: Math.ceil((burnFen * redemption.pointsPerYuan) / 100), burnFen }
}
