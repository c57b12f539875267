import type { Welcome } from './useWelcome'

type Tier = Welcome['tiers'][number]

/** What a tier has that no lower one has; the rest is no news of this tier. */
export function newsOf(tiers: readonly Tier[], rank: number): Tier['benefits'] {
  const below = new Set(tiers.slice(0, rank).flatMap(({ benefits }) => benefits.map(({ code }) => code)))
  return (tiers[rank]?.benefits ?? []).filter(({ code }) => !below.has(code))
}
