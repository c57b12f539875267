import { benefitsOf } from '../programme/benefits'
import type { Programme, Tier, TierBenefit } from '../programme/schema'

/** What a programme gives or promises by calendar or on a tier, as opposed to what an order, a bill or a person asks for. */
const givenKinds: readonly TierBenefit['kind'][] = ['birthday', 'coupon-pack', 'entitlement', 'gift']

/**
 * The tiers whose members a new version of a programme gives something that the one before did not, lowest first; all
 * where it has a funnel of which other steps lead on.
 */
export function tiersGivenMore(before: Programme | null, after: Programme): string[] {
  return after.tiers
    .filter((tier) => {
      const old = before?.tiers.find(({ id }) => id === tier.id)
      const known = before && old ? givenTo(before, old) : []
      return givenTo(after, tier).some((one) => !known.includes(one))
    })
    .map(({ id }) => id)
}

function givenTo(programme: Programme, tier: Tier): string[] {
  const given = benefitsOf(programme, tier).filter(({ kind }) => givenKinds.includes(kind))
  const { butler } = programme.service ?? {}
  const { funnel } = programme.segments ?? {}
  return [...given, ...(butler ? [butler] : []), ...(funnel ? [funnel] : [])].map((one) => JSON.stringify(one))
}
