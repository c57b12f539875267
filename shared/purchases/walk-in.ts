import { templateOf } from '../coupons/issue'
import { dayOfHours, isInHours } from '../coupons/usable'
import { spanOf } from '../coupons/validity'
import { isOn } from '../kit/period'
import type { Instant } from '../kit/time'
import type { Campaign } from '../programme/parts/campaigns'
import { givenOf } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'

/** What an order without a customer brings: a coupon for whoever claims it, and from which amount on. */
export type WalkInCoupon = { templateId: string; fromFen: number; until: Instant }

export type WalkInOrder = { storeId: string; amountFen: number; at: Instant }

/**
 * The coupon that a walk-in's order brings: of the campaigns aimed at walk-ins that fit, the one of the highest priority.
 * The till prints its code, and whoever is or becomes a member claims it while the coupon would be good.
 */
export function walkInCoupon(programme: Programme, order: WalkInOrder): WalkInCoupon | null {
  const fitting = (programme.campaigns ?? [])
    .filter((campaign) => isForWalkIns(campaign, order))
    .sort((one, other) => (other.priority ?? 0) - (one.priority ?? 0))
  for (const { effects, aim } of fitting) {
    const coupons = effects.flatMap(givenOf).find(({ what }) => what === 'coupons')
    const template = coupons?.what === 'coupons' ? templateOf(programme, coupons.templateId) : null
    const span = template && spanOf(template.valid, { at: order.at, birthday: null })
    if (template && span) return { templateId: template.id, fromFen: aim?.fromFen ?? 0, until: span.until }
  }
  return null
}

/** A walk-in has no tier and no history, and the till tells no goods: what asks for any of these is for others. */
function isForWalkIns({ aim, when }: Campaign, { storeId, amountFen, at }: WalkInOrder): boolean {
  if (aim?.who !== 'walk-in' || !isOn(when, dayOfHours(aim, at))) return false
  if (aim.tiers || aim.fromTier || aim.goods || aim.categories || aim.segment || aim.nthOrder) return false
  if (aim.stores && !aim.stores.includes(storeId)) return false
  if (aim.channels && !aim.channels.includes('store')) return false
  return amountFen >= (aim.fromFen ?? 0) && isInHours(aim, at)
}
