import type { CouponTemplate } from './parts/coupons'
import { givenOf, isWords, offOf, timesOf, type Effect } from './parts/effects'
import type { Given } from './parts/effects/given'
import type { Programme } from './schema'

/** What one coupon costs the shop at the most; null where nothing tells it. */
export function couponCostFen({ costFen, worth }: Pick<CouponTemplate, 'costFen' | 'worth'>): number | null {
  if (costFen !== undefined) return costFen
  if (worth.kind === 'amount') return worth.offFen
  if (worth.kind === 'percent' || worth.kind === 'delivery') return worth.upToFen ?? null
  return worth.kind === 'gift' ? (worth.worthFen ?? null) : null
}

/**
 * Whether nothing in the programme tells what an effect of a campaign costs, so that a budget could never stop it: points that
 * are worth no money, a coupon for a percentage without an upper limit, a chance, something done or handed out without a
 * price. What is taken off a bill costs what it takes.
 */
export function isCostUnknown(programme: Programme, effect: Effect): boolean {
  if (isWords(effect)) return true
  if (offOf(effect) !== null) return false
  if (timesOf(effect) !== null) return !programme.redemption
  return givenOf(effect).some((given) => (unknown[given.what] as IsUnknown)(given, programme))
}

type IsUnknown<One = Given> = (given: One, programme: Programme) => boolean

/** A total map: something of which nobody says whether its cost is known does not compile. */
const unknown: { [What in Given['what']]: IsUnknown<Extract<Given, { what: What }>> } = {
  points: (_, programme) => !programme.redemption,
  coupons: ({ templateId }, { coupons = [] }) => {
    const template = coupons.find(({ id }) => id === templateId)
    return template !== undefined && couponCostFen(template) === null
  },
  coupon: ({ coupon: { worth }, costFen }) => couponCostFen({ worth, costFen }) === null,
  thing: ({ worthFen, costFen }) => worthFen === undefined && costFen === undefined,
  service: () => true,
  chances: () => true,
}
