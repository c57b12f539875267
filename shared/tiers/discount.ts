import type { Programme, Tier } from '../programme/schema'

/**
 * The discount of a tier in percent, 0 for none. A tier has all that the tiers below it have, so the nearest one at or
 * below that names a discount gives it.
 */
export function discountOf(programme: Programme, tier: Tier): number {
  const upTo = programme.tiers.slice(0, programme.tiers.findIndex((one) => one.id === tier.id) + 1)
  const discounts = upTo.flatMap((one) => one.benefits.flatMap((b) => (b.kind === 'discount' ? [b.percent] : [])))
  return discounts.at(-1) ?? 0
}
