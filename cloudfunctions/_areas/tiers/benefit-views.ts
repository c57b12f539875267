import { benefitWords } from '../../../shared/benefits/words'
import type { Programme, Tier, TierBenefit } from '../../../shared/programme/schema'
import { benefitCode, benefitsOf } from '../../../shared/programme/benefits'
import { firstTier } from '../../../shared/tiers/qualify'

/**
 * What a tier brings, as pages show it: figures where they have a form of their own, else a sentence. More points for the
 * same money than at the lowest tier is a benefit too, though no programme lists it as one.
 */
export function benefitViews(programme: Programme, tier: Tier, had: readonly Had[] = []) {
  const listed = benefitsOf(programme, tier).map((benefit) => viewOf(benefit, had))
  const { pointsPerYuan } = tier
  const better = pointsPerYuan > firstTier(programme).pointsPerYuan
  if (!better || listed.some(({ kind }) => kind === 'earning-rate')) return listed
  return [{ kind: 'earning-rate' as const, pointsPerYuan }, ...listed]
}

/** What a member has had of a monthly entitlement. */
type Had = { code: string; count: number; used: number }

function viewOf(benefit: TierBenefit, had: readonly Had[]) {
  if (benefit.kind === 'discount' && !benefit.on) return { kind: benefit.kind, percent: benefit.percent }
  if (benefit.kind === 'earning-rate') return { kind: benefit.kind, pointsPerYuan: benefit.pointsPerYuan }
  const one = had.find(({ code }) => benefit.kind === 'entitlement' && benefit.code === code)
  const monthly = one ? { monthly: { count: one.count, used: one.used } } : {}
  return { kind: 'described' as const, code: benefitCode(benefit), text: benefitWords(benefit), ...monthly }
}
