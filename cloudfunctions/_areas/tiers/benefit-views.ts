import { benefitWords } from '../../../shared/benefits/words'
import type { Programme, Tier, TierBenefit } from '../../../shared/programme/schema'
import { benefitCode, benefitsOf } from '../../../shared/programme/benefits'
import { firstTier } from '../../../shared/tiers/qualify'

/**
 * What a tier brings, as pages show it: figures where they have a form of their own, else a sentence. More points for the
 * same money than at the lowest tier is a benefit too, though no programme lists it as one.
 */
export function benefitViews(programme: Programme, tier: Tier) {
  const listed = benefitsOf(programme, tier).map(viewOf)
  const { pointsPerYuan } = tier
  const better = pointsPerYuan > firstTier(programme).pointsPerYuan
  if (!better || listed.some(({ kind }) => kind === 'earning-rate')) return listed
  return [{ kind: 'earning-rate' as const, pointsPerYuan }, ...listed]
}

function viewOf(benefit: TierBenefit) {
  if (benefit.kind === 'discount' && !benefit.on) return { kind: benefit.kind, percent: benefit.percent }
  if (benefit.kind === 'earning-rate') return { kind: benefit.kind, pointsPerYuan: benefit.pointsPerYuan }
  return { kind: 'described' as const, code: benefitCode(benefit), text: benefitWords(benefit) }
}
