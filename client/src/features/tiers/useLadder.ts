import type { OutputOf } from '@shared/kit/contract'
import { tiersProgress } from '@shared/tiers/contract'
import { useRead } from '@/kit/read'

export type Ladder = OutputOf<typeof tiersProgress>
export type Step = Ladder['ladder'][number]
export type Benefit = Step['benefits'][number]

/** The ladder of tiers with the member's place on it. */
export function useLadder() {
  return useRead(tiersProgress, {})
}

/** A benefit's identity across tiers: a higher rate or discount is the same benefit, only better. */
export function benefitKey(benefit: Benefit): string {
  return benefit.kind === 'described' ? benefit.code : benefit.kind
}

/**
 * What a tier has, then what only higher tiers have, with the first tier that has it. A benefit appears once, in the
 * form that this tier holds.
 */
export function benefitsAt(ladder: readonly Step[], at: number): { benefit: Benefit; from: Step | null }[] {
  const own = ladder[at]?.benefits ?? []
  const seen = new Set(own.map(benefitKey))
  const later = ladder.slice(at + 1).flatMap((step) =>
    step.benefits.flatMap((benefit) => {
      if (seen.has(benefitKey(benefit))) return []
      seen.add(benefitKey(benefit))
      return [{ benefit, from: step }]
    }),
  )
  return [...own.map((benefit) => ({ benefit, from: null })), ...later]
}
