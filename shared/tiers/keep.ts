import type { Account, Requirement } from '../books/account'
import { addDays, dayOf, type Day } from '../kit/time'
import { measure } from '../programme/conditions'
import type { Programme, Tier } from '../programme/schema'
import { heldAfterTerm, momentFor, rankOfTop } from './held'
import { rankOf } from './qualify'

/** A tier that ends with its term as things stand: the last day on which something can be done, and what would have to be. */
export type Ending = {
  tier: Tier
  lastDay: Day
  /** One of these suffices, or all are needed; empty where nothing keeps it. Money in fen. */
  match: 'any' | 'all'
  missing: Requirement[]
}

/**
 * The tier whose term ends, and what keeps it; null where it lasts, or is kept by what counted already. What windows hold on
 * the last day is what counts, so that what is said today still holds then.
 */
export function endingTier(programme: Programme, account: Account): Ending | null {
  const top = account.held.at(-1)
  const tier = programme.tiers.find(({ id }) => id === top?.tierId)
  if (!top?.until || !tier) return null
  const after = heldAfterTerm(programme, account, top.until)
  if (rankOfTop(programme, after) >= rankOf(programme, tier.id)) return null
  const isForTime = top.cause === 'bought' || top.cause === 'by-hand'
  const grace = isForTime ? 0 : (tier.term?.graceDays ?? 0)
  const lastDay = addDays(dayOf(top.until), grace - 1)
  const { qualification, term } = tier
  if (isForTime || !qualification || term?.requalify !== 'term') return { tier, lastDay, match: 'all', missing: [] }
  const moment = momentFor(programme, account, { tier, day: lastDay })
  const missing = qualification.conditions
    .map((condition) => ({ kind: condition.kind, ...measure(condition, account, moment) }))
    .filter(({ have, need }) => have < need)
  return { tier, lastDay, match: qualification.match, missing }
}
