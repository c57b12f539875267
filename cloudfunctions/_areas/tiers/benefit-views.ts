import { benefitWords } from '../../../shared/benefits/words'
import type { Programme, Tier } from '../../../shared/programme/schema'
import { benefitsOf } from '../../../shared/tiers/benefits'

/** What a tier brings, as pages show it: figures where they have a form of their own, else a sentence. */
export function benefitViews(programme: Programme, tier: Tier) {
  return benefitsOf(programme, tier).map((benefit) =>
    benefit.kind === 'discount' || benefit.kind === 'earning-rate' || benefit.kind === 'described'
      ? benefit
      : { kind: 'described' as const, code: benefit.kind, text: benefitWords(benefit) },
  )
}
