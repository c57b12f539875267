import type { Account } from '../books/account'
import type { Coupon } from '../books/coupon'
import { dayWords } from '../kit/day-words'
import { yuanText } from '../kit/money'
import type { Bilingual } from '../kit/fields'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { weekdayOf } from '../kit/period'
import { addDays, clockText, dayOf, type Day, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { isForTier } from '../programme/for-tiers'

export const couponRefusals = [
  'coupon_not_yours',
  'coupon_not_yet',
  'coupon_over',
  'coupon_sent',
  'coupon_not_here',
  'coupon_not_now',
  'coupon_not_your_tier',
  'coupon_delivery_only',
  'coupon_store_only',
  'coupon_below',
] as const
export type CouponRefusal = (typeof couponRefusals)[number]

/** Where, when and for how much a coupon is to be used. */
export type Use = {
  at: Instant
  storeId: string
  /** The bill before anything is taken off; null where there is none. */
  amountFen: number | null
  /** The part of it that the coupon's goods make up, where it is for some goods only. */
  onFen?: number | undefined
  /** Whether the order is taken along or sent home; taken along where nothing is said. */
  channel?: OrderChannel | undefined
}

/** How an order leaves the till: with the customer, or sent home. */
export const orderChannels = ['store', 'delivery'] as const
export type OrderChannel = (typeof orderChannels)[number]

/** The coupon, if the account as it is at that instant may use it so; else why not, the plainest reason first. */
export function usableCoupon(
  account: Account,
  programme: Programme,
  couponId: string,
  use: Use,
): Ruling<Coupon, CouponRefusal> {
  const coupon = account.coupons?.find((one) => one.couponId === couponId)
  if (!coupon) return refuse('coupon_not_yours')
  const refused = whyNot(coupon, programme, account.tierId, use)
  return refused ?? allow(coupon)
}

/** Why a coupon may not be used so; null when it may. */
export function whyNot(
  coupon: Coupon,
  programme: Programme,
  tierId: string,
  { at, storeId, amountFen, onFen, channel }: Use,
) {
  const { scope } = coupon
  if (at < coupon.from) return refuse('coupon_not_yet', dayWords(dayOf(coupon.from), at))
  if (at >= coupon.until) return refuse('coupon_over', lastDayWords(coupon, at))
  if (isSent(coupon, at)) return refuse('coupon_sent')
  if (scope?.stores && !scope.stores.includes(storeId))
    return refuse('coupon_not_here', { scope: scope.stores.join('、') })
  const isSentHome = channel === 'delivery'
  if (isForDelivery(coupon) && !isSentHome) return refuse('coupon_delivery_only')
  if (isForStore(coupon) && isSentHome) return refuse('coupon_store_only')
  if (!isForTier(programme, scope ?? {}, tierId)) return refuse('coupon_not_your_tier')
  if (!isInHours(scope, at)) return refuse('coupon_not_now')
  const fromFen = thresholdOf(coupon)
  if (amountFen !== null && Math.min(amountFen, onFen ?? amountFen) < fromFen)
    return refuse('coupon_below', { from: yuanText(fromFen) })
  return null
}

/** The last day on which a coupon is good, as a sentence says it. */
export function lastDayWords({ until }: Pick<Coupon, 'until'>, now: Instant): Bilingual {
  return dayWords(addDays(dayOf(until), -1), now)
}

/** On its way to a friend: until it is taken, called back, or nobody has taken it in time. */
export function isSent({ sent }: Coupon, at: Instant): boolean {
  return sent !== undefined && at < sent.until
}

/** For orders that are sent home alone: it says so, or is worth their delivery. */
export function isForDelivery({ worth, scope }: Pick<Coupon, 'worth'> & { scope?: Coupon['scope'] | undefined }) {
  return worth.kind === 'delivery' || scope?.channel === 'delivery'
}

/** For orders that the customer takes along alone; delivery itself is never taken along, whatever else is said of it. */
function isForStore(coupon: Coupon): boolean {
  return coupon.scope?.channel === 'store' && !isForDelivery(coupon)
}

/** From which bill on a coupon counts. */
export function thresholdOf({ worth }: Pick<Coupon, 'worth'>): number {
  return 'fromFen' in worth ? (worth.fromFen ?? 0) : 0
}

type Hours = Pick<NonNullable<Coupon['scope']>, 'weekdays' | 'hours' | 'exceptDays'>

/** Whether an instant lies in the days and hours that are said. */
export function isInHours(scope: Hours | undefined, at: Instant): boolean {
  if (!scope) return true
  const { hours } = scope
  const day = dayOfHours(scope, at)
  if (scope.exceptDays?.includes(day)) return false
  if (scope.weekdays && !scope.weekdays.includes(weekdayOf(day))) return false
  if (!hours || day !== dayOf(at)) return true
  const time = clockText(at)
  return hours.from <= time && (hours.to <= hours.from || time < hours.to)
}

/** The day to which an instant belongs: hours over midnight are of the day on which they begin, so Friday from 22:00 on goes on after Friday. */
export function dayOfHours({ hours }: Pick<Hours, 'hours'>, at: Instant): Day {
  const isAfterMidnight = hours !== undefined && hours.to <= hours.from && clockText(at) < hours.to
  return isAfterMidnight ? addDays(dayOf(at), -1) : dayOf(at)
}
