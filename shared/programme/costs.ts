import type { CouponTemplate } from './parts/coupons'
import type { Effect } from './parts/effects'
import type { Programme } from './schema'

/**
 * Whether nothing in the programme tells what an effect costs, so that a budget could never stop it: points that are worth no
 * money, a percentage without an upper limit, a chance, something done or handed out without a price.
 */
export function isCostUnknown(programme: Programme, effect: Effect): boolean {
  switch (effect.kind) {
    case 'points':
    case 'earning-times':
      return !programme.redemption
    case 'coupon': {
      const template = programme.coupons?.find(({ id }) => id === effect.couponId)
      return template !== undefined && couponCostFen(template) === null
    }
    case 'gift':
      return effect.costFen === undefined && effect.worthFen === undefined
    case 'described':
    case 'chance':
      return true
    default:
      return isByHand(effect)
  }
}

/** Whether the till itself applies an effect: the cloud neither works it out nor learns what it came to. */
export function isByHand({ kind }: Effect): boolean {
  return kind === 'price' || kind === 'free-delivery'
}

/** What one coupon costs the shop at the most; null where nothing tells it. */
export function couponCostFen({ costFen, worth }: Pick<CouponTemplate, 'costFen' | 'worth'>): number | null {
  if (costFen !== undefined) return costFen
  switch (worth.kind) {
    case 'amount':
      return worth.offFen
    case 'gift':
      return worth.worthFen ?? null
    default:
      return 'upToFen' in worth ? (worth.upToFen ?? null) : null
  }
}
