import type { Coupon } from '../books/coupon'

type Ends = Pick<Coupon, 'until'>

/**
 * The one coupon to take for a bill: the one that leaves least to pay, of equals the one that ends first; null when none
 * saves anything. `dueWith` asks the bill in fen, so that a coupon which takes the place of the tier's discount is weighed
 * by what it really saves.
 */
export function bestCoupon<One extends Ends>(
  coupons: readonly One[],
  dueWith: (coupons: readonly One[]) => number,
): One | null {
  const without = dueWith([])
  const [best] = coupons
    .map((coupon) => ({ coupon, dueFen: dueWith([coupon]) }))
    .filter(({ dueFen }) => dueFen < without)
    .sort((one, other) => one.dueFen - other.dueFen || soonestFirst(one.coupon, other.coupon))
  return best?.coupon ?? null
}

/** The order of coupons in which those that end first stand first. */
export function soonestFirst(one: Ends, other: Ends): number {
  return one.until < other.until ? -1 : one.until > other.until ? 1 : 0
}
