import { benefitWords } from '../../../shared/benefits/words'
import type { Programme, Tier, TierBenefit } from '../../../shared/programme/schema'
import { benefitCode, benefitsOf } from '../../../shared/programme/benefits'

/** What a tier brings, as pages show it: figures where they have a form of their own, else a sentence. */
export function benefitViews(programme: Programme, tier: Tier) {
  return benefitsOf(programme, tier).map(viewOf)
}

function viewOf(benefit: TierBenefit) {
  if (benefit.kind === 'discount' && !benefit.on) return { kind: benefit.kind, percent: benefit.percent }
  if (benefit.kind === 'earning-rate') return { kind: benefit.kind, pointsPerYuan: benefit.pointsPerYuan }
  return { kind: 'described' as const, code: benefitCode(benefit), text: benefitWords(benefit) }
}
