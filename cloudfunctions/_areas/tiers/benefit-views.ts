import { benefitWords } from '../../../shared/benefits/words'
import type { Programme, Tier, TierBenefit } from '../../../shared/programme/schema'
import { benefitCode, benefitsOf } from '../../../shared/programme/benefits'

/** What a tier brings, as pages show it: figures where they have a form of their own, else a sentence. */
export function benefitViews(programme: Programme, tier: Tier, had: readonly Had[] = []) {
  return benefitsOf(programme, tier).map((benefit) => viewOf(benefit, had))
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
