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

/** How many hours before others the members of a tier may have what opens early under a code; none where no benefit of theirs names it. */
export function hoursEarly(programme: Pick<Programme, 'tiers'>, tier: Tier, code: string | undefined): number {
  const early = benefitsOf(programme, tier).find((one) => one.kind === 'early-access' && benefitCode(one) === code)
  return early?.kind === 'early-access' ? early.hours : 0
}

/** By what a benefit is known from tier to tier: its code, or its kind where it has none. */
export function benefitCode(benefit: TierBenefit): string {
  return benefit.code ?? benefit.kind
}
