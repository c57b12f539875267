import type { Account } from '../books/account'
import type { Instant } from '../kit/time'
import type { Programme, Tier } from '../programme/schema'

/** A move to another tier that nobody has been told of yet. */
export type TierMove = { from: string; to: string; seq: number; at: Instant }

/** The higher tier that a move led to and that is still held; none on the way down. */
export function upgradeIn(move: TierMove | null, account: Account, programme: Programme): Tier | null {
  const rankOf = (id: string) => programme.tiers.findIndex((tier) => tier.id === id)
  const tier = programme.tiers.find(({ id }) => id === move?.to)
  if (!move || !tier) return null
  return rankOf(move.to) <= rankOf(move.from) || rankOf(account.tierId) < rankOf(move.to) ? null : tier
}
