import type { tiersProgress } from '../../../shared/tiers/contract'
import { allow } from '../../../shared/kit/ruling'
import type { Tier } from '../../../shared/programme/schema'
import { requirementsOf, tierById, type QualifyingTotals } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { progressView, tierFace } from '../members/home-view'

/** The ladder of tiers and the member's place on it. */
export const readProgress: Handler<typeof tiersProgress, EnrolledContext> = async ({ account, terms, now }) => {
  const tiers = terms.programme.tiers
  const current = tierById(terms.programme, account.tierId)
  return allow({
    serverAt: now,
    current: { ...tierFace(current), since: account.tierSince },
    progress: progressView(account, terms),
    ladder: tiers.map((tier) => ({
      ...step(tier, account.totals),
      reached: tiers.indexOf(tier) <= tiers.indexOf(current),
      pointsPerYuan: tier.pointsPerYuan,
      benefits: tier.benefits,
    })),
  })
}

/** A tier with what it takes to reach it. */
export function step(tier: Tier, totals: QualifyingTotals) {
  return { ...tierFace(tier), match: tier.qualification?.match ?? null, requirements: requirementsOf(tier, totals) }
}
