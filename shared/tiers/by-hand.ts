import type { HeldTier } from '../books/account'
import type { Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { ownTermFrom } from './held'
import { rankOf } from './qualify'
import { retier, reviewTiers } from './retier'

export type TierByHand = {
  tierId: string
  /** Why, in the words of who acts. */
  reason: string
  /** A length of time; absent: as long as the tier lasts. */
  lasts?: string
  at: Instant
}

/**
 * The shop sets somebody's tier, up or down, with a reason. A tier set lower than what qualifies stands until the next
 * order that counts, which judges anew.
 */
export function setTierByHand(
  journal: Journal,
  programme: Programme,
  { tierId, reason, lasts, at }: TierByHand,
): Ruling<Journal, 'tier_unknown' | 'tier_held_already'> {
  const tier = programme.tiers.find(({ id }) => id === tierId)
  if (!tier) return refuse('tier_unknown')
  const settled = reviewTiers(journal, programme, at)
  const { account } = settled
  if (account.tierId === tierId) return refuse('tier_held_already')
  const rank = rankOf(programme, tierId)
  const below = account.held.filter((one) => rankOf(programme, one.tierId) < rank)
  const held: HeldTier[] =
    rank === 0 ? [] : [...below, { tierId, at, ...ownTermFrom(tier, lasts, at), cause: 'by-hand' }]
  return allow(retier(settled, programme, { held, at, cause: 'by-hand', reason }))
}
