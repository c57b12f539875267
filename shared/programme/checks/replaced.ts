import { benefitCode, benefitsOf } from '../benefits'
import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'

/** What a benefit takes the place of is a benefit that a tier below has. */
export function replaced(programme: Programme): Fault[] {
  return programme.tiers.flatMap(({ benefits }, rank) => {
    const below = programme.tiers[rank - 1]
    const known = below ? benefitsOf(programme, below).map(benefitCode) : []
    return benefits.flatMap(({ replaces = [] }, index) =>
      replaces.flatMap((code, at) => {
        if (known.includes(code)) return []
        const path = pathText(['tiers', rank, 'benefits', index, 'replaces', at])
        return [{ path, zh: `下面的等级没有这项权益：${code}`, en: `No tier below has a benefit named ${code}` }]
      }),
    )
  })
}
