import type { Coupon } from '../books/coupon'
import { couponCostFen } from '../programme/costs'
import type { CouponWorth } from '../programme/parts/coupons'
import type { Programme } from '../programme/schema'

/**
 * What a coupon is worth to its member at the most, in fen: what it takes off, or the price of what it is exchanged for. Where
 * nothing says that, it is worth what it costs the shop; 0 where nothing says that either.
 */
export function couponValueFen(
  { worth, templateId }: Pick<Coupon, 'worth' | 'templateId'>,
  { coupons = [], goods = [] }: Pick<Programme, 'coupons' | 'goods'>,
): number {
  const template = coupons.find(({ id }) => id === templateId)
  return ownValueFen(worth, goods) ?? (template && couponCostFen(template)) ?? 0
}

function ownValueFen(worth: CouponWorth, goods: NonNullable<Programme['goods']>): number | null {
  if (worth.kind !== 'goods') return couponCostFen({ worth })
  const prices = goods.flatMap(({ code, listFen }) => (worth.goods.includes(code) && listFen ? [listFen] : []))
  return prices.length > 0 ? Math.max(...prices) : null
}
