import type { Programme } from '../programme/schema'
import { rankOf } from './qualify'

/** Whether something is for members of a tier: for those that it names, or for one and all above it, else for all. */
export function isForTier(
  programme: Programme,
  { tiers, fromTier }: { tiers?: string[] | undefined; fromTier?: string | undefined },
  tierId: string,
): boolean {
  if (tiers && !tiers.includes(tierId)) return false
  return fromTier === undefined || rankOf(programme, tierId) >= rankOf(programme, fromTier)
}
