import type { Programme, Tier, TierBenefit } from './schema'

/**
 * What a tier lets a member have: all that the tiers below it have and its own. A benefit of a higher tier takes the
 * place of a lower one with the same code (its kind where it has none) and of those that it names.
 */
export function benefitsOf(programme: Pick<Programme, 'tiers'>, tier: Tier): TierBenefit[] {
  const rank = programme.tiers.findIndex((one) => one.id === tier.id)
  const byCode = new Map<string, TierBenefit>()
  for (const one of programme.tiers.slice(0, rank + 1)) {
    for (const benefit of one.benefits) {
      for (const code of benefit.replaces ?? []) byCode.delete(code)
      byCode.set(benefitCode(benefit), benefit)
    }
  }
  return [...byCode.values()]
}

/** By what a benefit is known from tier to tier: its code, or its kind where it has none. */
export function benefitCode(benefit: TierBenefit): string {
  return benefit.code ?? benefit.kind
}
