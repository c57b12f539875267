import type { Programme } from './schema'

/**
 * Whether something is for members of a tier: for those that it names, for one and all above it, or for all where it says
 * neither. A tier that the programme no longer knows counts as the lowest.
 */
export function isForTier(
  { tiers: ladder }: Pick<Programme, 'tiers'>,
  { tiers, fromTier }: { tiers?: readonly string[] | undefined; fromTier?: string | undefined },
  tierId: string,
): boolean {
  if (tiers && !tiers.includes(tierId)) return false
  if (fromTier === undefined) return true
  const rank = (id: string) =>
    Math.max(
      0,
      ladder.findIndex((tier) => tier.id === id),
    )
  return rank(tierId) >= rank(fromTier)
}
