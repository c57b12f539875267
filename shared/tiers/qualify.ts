import type { Requirement } from '../books/account'
import { measure } from '../programme/conditions'
import type { Evidence, Moment } from '../programme/evidence'
import type { Programme, Qualification, Tier } from '../programme/schema'
import type { Day } from '../kit/time'

/** Whether a qualification holds as of a moment; none holds for everybody. */
export function qualifies(qualification: Qualification | null, evidence: Evidence, moment: Moment): boolean {
  if (!qualification) return true
  const { match, conditions } = qualification
  for (const condition of conditions) {
    const { have, need } = measure(condition, evidence, moment)
    if (have >= need !== (match === 'all')) return match === 'any'
  }
  return match === 'all'
}

/**
 * The rank of the highest tier above `from` that the evidence gives as of a day; `from` when it gives none. Tiers are
 * tried from below, so that one which asks for the tier beneath it may be reached in the same moment.
 */
export function qualifiedRank(programme: Programme, evidence: Evidence, day: Day, from = 0): number {
  let best = from
  const moment = { day, holds: (tierId: string) => rankOf(programme, tierId) <= best && isTier(programme, tierId) }
  for (let rank = from + 1; rank < programme.tiers.length; rank += 1) {
    const { qualification } = tierAt(programme, rank)
    if (qualification && qualifies(qualification, evidence, moment)) best = rank
  }
  return best
}

/** Somebody's evidence with the tier they have. */
export type Candidate = Evidence & { tierId: string }

/** How far each condition of a tier is fulfilled as of a day; money in fen. */
export function requirementsOf(programme: Programme, tier: Tier, evidence: Candidate, day: Day): Requirement[] {
  const held = rankOf(programme, evidence.tierId)
  const moment = { day, holds: (tierId: string) => isTier(programme, tierId) && rankOf(programme, tierId) <= held }
  return (tier.qualification?.conditions ?? []).map((condition) => {
    const { have, need } = measure(condition, evidence, moment)
    return { kind: condition.kind, have, need }
  })
}

export function firstTier(programme: Programme): Tier {
  return tierAt(programme, 0)
}

/** The tier of an id; an id that the programme no longer knows counts as the first tier. */
export function tierById(programme: Programme, id: string): Tier {
  return tierAt(programme, rankOf(programme, id))
}

export function nextTier(programme: Programme, id: string): Tier | null {
  return programme.tiers[rankOf(programme, id) + 1] ?? null
}

/** The place of a tier from below, the first being 0; also 0 for an id that the programme no longer knows. */
export function rankOf(programme: Programme, id: string): number {
  const { tiers } = programme
  for (let rank = tiers.length - 1; rank > 0; rank -= 1) if (tiers[rank]?.id === id) return rank
  return 0
}

export function tierAt(programme: Programme, rank: number): Tier {
  const tier = programme.tiers[rank]
  if (!tier) throw new Error(`a programme of ${programme.tiers.length} tiers has no rank ${rank}`)
  return tier
}

function isTier(programme: Programme, id: string): boolean {
  return programme.tiers.some((tier) => tier.id === id)
}
