import type { Account, Requirement } from '../../../shared/books/account'
import { dayOf, type Instant } from '../../../shared/kit/time'
import type { Condition } from '../../../shared/programme/conditions'
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

/** The figures that decided a change of tier, those that the programme of today still has words for. */
export function decidedBy(programme: Programme, { to, because }: { to: string; because: readonly Requirement[] }) {
  const conditions = programme.tiers.find(({ id }) => id === to)?.qualification?.conditions ?? []
  return because.flatMap((requirement) => {
    const asked = conditions.find((one) => one.kind === requirement.kind && needOf(one) === requirement.need)
    const condition = asked ?? plainCondition(requirement)
    return condition ? [{ ...requirement, words: requirementWords(programme, condition) }] : []
  })
}

function needOf(condition: Condition): number | null {
  if ('atLeastFen' in condition) return condition.atLeastFen
  return 'atLeast' in condition && typeof condition.atLeast === 'number' ? condition.atLeast : null
}

/** What was asked over the whole membership, where the programme has changed since. */
function plainCondition({ kind, need }: Requirement): Condition | null {
  if (kind === 'spend') return { kind, atLeastFen: need }
  return kind === 'orders' || kind === 'points-earned' ? { kind, atLeast: need } : null
}
