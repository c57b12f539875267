import type { QualifyingTotals, Requirement } from '../books/account'
import type { Programme, Tier, TierCondition } from '../programme/schema'

/** The highest tier whose qualification holds; the first tier is open to everybody. */
export function qualifiedTier(programme: Programme, totals: QualifyingTotals): Tier {
  return programme.tiers.reduce((best, tier) => (qualifies(tier, totals) ? tier : best), firstTier(programme))
}

export function qualifies(tier: Tier, totals: QualifyingTotals): boolean {
  if (!tier.qualification) return true
  const { match, conditions } = tier.qualification
  return match === 'any' ? conditions.some((c) => met(c, totals)) : conditions.every((c) => met(c, totals))
}

export function firstTier(programme: Programme): Tier {
  const [first] = programme.tiers
  if (!first) throw new Error('a programme has at least one tier')
  return first
}

/** The tier of an id; an id that the programme no longer knows counts as the first tier. */
export function tierById(programme: Programme, id: string): Tier {
  return programme.tiers.find((tier) => tier.id === id) ?? firstTier(programme)
}

export function nextTier(programme: Programme, id: string): Tier | null {
  const index = programme.tiers.findIndex((tier) => tier.id === id)
  return programme.tiers[index + 1] ?? null
}

/** How far each condition of a tier is fulfilled; money in fen. */
export function requirementsOf(tier: Tier, totals: QualifyingTotals): Requirement[] {
  return (tier.qualification?.conditions ?? []).map((c) => ({
    kind: c.kind,
    have: amountOf(c, totals),
    need: neededBy(c),
  }))
}

function met(condition: TierCondition, totals: QualifyingTotals): boolean {
  return amountOf(condition, totals) >= neededBy(condition)
}

function amountOf(condition: TierCondition, totals: QualifyingTotals): number {
  switch (condition.kind) {
    case 'spend':
      return totals.spendFen
    case 'orders':
      return totals.orders
    case 'points-earned':
      return totals.pointsEarned
  }
}

function neededBy(condition: TierCondition): number {
  return condition.kind === 'spend' ? condition.atLeastFen : condition.atLeast
}
