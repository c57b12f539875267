import type { Account, QualifyingTotals } from '../../../shared/books/account'
import type { Tier } from '../../../shared/programme/schema'
import type { TierProgress } from '../../../shared/tiers/contract'
import { nextTier, requirementsOf } from '../../../shared/tiers/qualify'
import type { Terms } from '../../_runtime/terms'

/** How far it is to the next tier; null at the highest. */
export function progressView(account: Account, terms: Terms): TierProgress | null {
  const next = nextTier(terms.programme, account.tierId)
  if (!next?.qualification) return null
  return {
    next: tierFace(next),
    match: next.qualification.match,
    requirements: requirementsOf(next, account.totals),
  }
}

export function tierFace(tier: Tier) {
  return { id: tier.id, name: tier.name, slot: tier.slot }
}

/** A tier with what it takes to reach it. */
export function tierStep(tier: Tier, totals: QualifyingTotals) {
  return { ...tierFace(tier), match: tier.qualification?.match ?? null, requirements: requirementsOf(tier, totals) }
}
