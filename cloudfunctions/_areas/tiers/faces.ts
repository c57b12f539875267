import type { Account } from '../../../shared/books/account'
import { dayOf, type Instant } from '../../../shared/kit/time'
import type { Programme, Tier } from '../../../shared/programme/schema'
import type { TierProgress } from '../../../shared/tiers/contract'
import { nextTier, requirementsOf, type Candidate } from '../../../shared/tiers/qualify'
import { requirementWords } from '../../../shared/tiers/words'
import type { Terms } from '../../_runtime/terms'

/** How far it is to the next tier; null at the highest. */
export function progressView(account: Account, terms: Terms, now: Instant): TierProgress | null {
  const next = nextTier(terms.programme, account.tierId)
  if (!next?.qualification) return null
  return {
    next: tierFace(next),
    match: next.qualification.match,
    requirements: requirementViews(terms.programme, next, account, now),
  }
}

export function tierFace(tier: Tier) {
  return { id: tier.id, name: tier.name, slot: tier.slot }
}

/** A tier with what it takes to reach it. */
export function tierStep(programme: Programme, tier: Tier, candidate: Candidate, now: Instant) {
  const requirements = requirementViews(programme, tier, candidate, now)
  return { ...tierFace(tier), match: tier.qualification?.match ?? null, requirements }
}

function requirementViews(programme: Programme, tier: Tier, candidate: Candidate, now: Instant) {
  const conditions = tier.qualification?.conditions ?? []
  const measured = requirementsOf(programme, tier, candidate, dayOf(now))
  return conditions.flatMap((condition, index) => {
    const requirement = measured[index]
    return requirement ? [{ ...requirement, words: requirementWords(programme, condition) }] : []
  })
}
