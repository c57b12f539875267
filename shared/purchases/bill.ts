import { ownTimes } from '../benefits/multiplier'
import type { Account } from '../books/account'
import { moneyOff, percentsOff, type BillCampaign } from '../campaigns/bill'
import { counting } from '../campaigns/running'
import { besideDiscount, couponOff, type BilledCoupon } from '../coupons/off'
import type { Instant } from '../kit/time'
import { mostEarned } from '../points/cap'
import { morePointsOnPart, pointsOf } from '../points/earn'
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
  /** The campaigns that are on for the customer, in the order of their priority. */
  campaigns?: readonly BillCampaign[]
  /** What makes the customer's order earn more or less than by the rate; absent for nothing. */
  earning?: EarningTerms
}

/** By what the customer's own points are multiplied today, in hundredths, and the most that an order may earn by its amount. */
export type EarningTerms = { times: number; most: number | null }

export type LeftOut = { points: boolean; discount: boolean }

export type BulkPrice = { fromFen: number; percent: number }

export type Bill = {
  /** Before discount and points. */
  amountFen: number
  /** The part of it that is left out of discount or points. */
  leftOutFen: number
  /** The tier's discount, or the greater one of a campaign or of a purchase in bulk. */
  discountFen: number
  /** Money that campaigns take off from an amount on. */
  moneyOffFen: number
  /** What each campaign takes off beyond what the customer has without it. */
  campaigns: { id: string; offFen: number }[]
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
  const { leftOutFen, notReducedFen, ...reducible } = reducibleOf(asked, terms)
  const reduced = reducedBy(amountFen, { ...terms, ...reducible })
  const { percent, discountFen, moneyOffFen, campaigns } = reduced
  const taken = couponsTaken(amountFen - notReducedFen - discountFen - moneyOffFen, coupons)
  const afterFen = amountFen - discountFen - moneyOffFen - taken.couponFen
  const burnt = pointsTaken(afterFen, burnPoints, terms)
  const dueFen = afterFen - burnt.burnFen
  const paidLeftOutFen = leftOutPaidFen({ leftOutFen, percent, dueFen }, terms)
  const earningFen = dueFen - (terms.leftOut?.points ? paidLeftOutFen : 0)
  const earns = earnedBy(
    countedWith(campaigns, amountFen, terms),
    { listFen: amountFen, paidFen: dueFen, earningFen },
    terms,
  )
  const off = { discountFen, moneyOffFen, campaigns, ...taken, ...burnt }
  return { amountFen, leftOutFen, ...off, dueFen, paidLeftOutFen, earns }
}

/** What a payment earns: the greatest multiplier counts within the limits; what campaigns give on top stands beside them. */
function earnedBy(
  counted: readonly BillCampaign[],
  paid: { listFen: number; paidFen: number; earningFen: number },
  { pointsPerYuan, rounding, earning = { times: 100, most: null } }: BillTerms,
): number {
  const rate = hundredths(pointsPerYuan) ?? 0
  const ofAll = counted.flatMap(({ onFen, times }) => (onFen === null && times !== null ? [times] : []))
  const byAmount = pointsOf(paid.earningFen, rate, Math.max(earning.times, ...ofAll), rounding)
  const onTop = counted.map(({ onFen: partFen, times, points }) =>
    partFen === null || times === null
      ? points
      : points + morePointsOnPart({ ...paid, partFen }, { rate, times, rounding }),
  )
  return onTop.reduce((sum, more) => sum + more, Math.min(byAmount, earning.most ?? byAmount))
}

/**
 * The campaigns that count for a bill, whether or not they take anything off it: what one of them lets the till charge by
 * hand holds where it counts, and nowhere else.
 */
export function countedOn(asked: Omit<AskedBill, 'burnPoints'>, terms: BillTerms): string[] {
  const { campaigns } = reducedBy(asked.amountFen, { ...terms, ...reducibleOf(asked, terms) })
  return countedWith(campaigns, asked.amountFen, terms).map(({ id }) => id)
}

/** As the books count them: one that does nothing but take something off counts where it did in the end. */
function countedWith(off: Bill['campaigns'], amountFen: number, { campaigns = [] }: BillTerms): BillCampaign[] {
  return counting(campaigns, amountFen, (one) => off.some(({ id }) => id === one.id))
}

/** What of a bill may be reduced, and whether anything is beside its coupons. */
function reducibleOf({ amountFen, coupons = [], ...asked }: Omit<AskedBill, 'burnPoints'>, { leftOut }: BillTerms) {
  const leftOutFen = leftOut ? Math.min(asked.leftOutFen ?? 0, amountFen) : 0
  const notReducedFen = leftOut?.discount ? leftOutFen : 0
  return { leftOutFen, notReducedFen, baseFen: amountFen - notReducedFen, isOn: besideDiscount(coupons) }
}

type Reducible = BillTerms & { baseFen: number; isOn: boolean }

/**
 * Discount and campaigns, before coupons: first percentages, then money off from what they leave. A coupon that counts beside no discount counts beside no campaign.
 */
function reducedBy(amountFen: number, terms: Reducible) {
  const { baseFen, isOn } = terms
  if (!isOn) return { percent: 0, discountFen: 0, moneyOffFen: 0, campaigns: [] }
  return takenOff(countedBy(amountFen, terms), { baseFen, usual: discountFor(amountFen, terms) })
}

function countedBy(amountFen: number, terms: Reducible): BillCampaign[] {
  const { baseFen, isOn, campaigns: running = [] } = terms
  const usual = discountFor(amountFen, terms)
  const takesOff = (one: BillCampaign, beside: readonly BillCampaign[]) =>
    takenOff([...beside, one], { baseFen, usual }).campaigns.some(({ id }) => id === one.id)
  return counting(running, amountFen, isOn ? takesOff : () => false)
}

function takenOff(counted: readonly BillCampaign[], { baseFen, usual }: { baseFen: number; usual: number }) {
  const percents = percentsOff(counted, { baseFen, usual })
  const money = moneyOff(counted, baseFen - percents.offFen)
  return {
    percent: percents.percent,
    discountFen: percents.offFen,
    moneyOffFen: money.reduce((sum, { offFen }) => sum + offFen, 0),
    campaigns: addedUp([...percents.campaigns, ...money]),
  }
}

/** A campaign that gives both a percentage and money off is one. */
function addedUp(parts: readonly { id: string; offFen: number }[]): { id: string; offFen: number }[] {
  const sums = new Map<string, number>()
  for (const { id, offFen } of parts) sums.set(id, (sums.get(id) ?? 0) + offFen)
  return [...sums].map(([id, offFen]) => ({ id, offFen }))
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

/** Where and for whom a bill is worked out, as far as it counts. */
type BilledAt = {
  bulk?: BulkPrice | null
  campaigns?: readonly BillCampaign[]
  storeId?: string
  earning?: EarningTerms
}

/** What of a customer's own account makes an order earn more or less than by the rate. */
export function earningTerms(programme: Programme, tier: Tier, account: Account, at: Instant): EarningTerms {
  return { times: ownTimes(programme, tier, account, at), most: mostEarned(programme, account, at) }
}

/** The terms at a tier and, where one is named, in a store; for a company's card with the price in bulk. */
export function billTermsOf(
  programme: Programme,
  tier: Tier,
  { bulk, campaigns, storeId, earning }: BilledAt = {},
): BillTerms {
  const { id } = tier
  return {
    ...roundingOf(programme),
    leftOut: leftOutOf(programme),
    ...(bulk ? { bulk } : {}),
    ...(campaigns ? { campaigns } : {}),
    ...(earning ? { earning } : {}),
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
