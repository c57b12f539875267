import type { Programme, Tier, TierBenefit } from '../programme/schema'

/**
 * What a tier lets a member have: all that the tiers below it have and its own. A discount or rate of a higher tier
 * takes the place of a lower one's; a described benefit takes the place of one with the same code.
 */
export function benefitsOf(programme: Programme, tier: Tier): TierBenefit[] {
  const rank = programme.tiers.findIndex((one) => one.id === tier.id)
  const byKind = new Map<string, TierBenefit>()
  for (const one of programme.tiers.slice(0, rank + 1)) {
    for (const benefit of one.benefits) byKind.set(keyOf(benefit), benefit)
  }
  return [...byKind.values()]
}

/** The discount of a tier in percent, 0 for none. */
export function discountOf(programme: Programme, tier: Tier): number {
  const discount = benefitsOf(programme, tier).find((benefit) => benefit.kind === 'discount')
  return discount?.kind === 'discount' ? discount.percent : 0
}

function keyOf(benefit: TierBenefit): string {
  return benefit.kind === 'described' ? `described ${benefit.code}` : benefit.kind
}
