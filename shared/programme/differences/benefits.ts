import type { Bilingual } from '../../kit/fields'
import { benefitsOf } from '../benefits'
import { benefitCode } from '../benefits'
import { benefitText } from '../parts/benefits'
import type { Programme, Tier, TierBenefit } from '../schema'
import { align } from './align'
import {
  bearingOf,
  differs,
  isGone,
  isNew,
  quoted,
  same,
  type Bearing,
  type Difference,
  type Place,
} from './difference'

/**
 * What tiers bring, with all that they have from the tiers below. A change that the tier below has as well is told once,
 * at the lowest tier that has it.
 */
export function benefitDifferences(live: Programme, draft: Programme): Difference[] {
  let below: readonly Change[] = []
  return draft.tiers.flatMap((tier, rank) => {
    const before = live.tiers.find(({ id }) => id === tier.id)
    const changes = before ? changesAt(benefitsOf(live, before), benefitsOf(draft, tier)) : []
    const own = changes.filter((change) => !below.some((one) => same(one, change)))
    if (before) below = changes
    return own.map((change) => told({ path: ['tiers', rank, 'benefits'], subject: quoted(tier.name) }, change, tier))
  })
}

type Change = { code: string; before: TierBenefit | null; after: TierBenefit | null }

function changesAt(before: readonly TierBenefit[], after: readonly TierBenefit[]): Change[] {
  return align(before, after, benefitCode)
    .filter((pair) => !same(bare(pair.before), bare(pair.after)))
    .map((pair) => ({
      code: benefitCode((pair.after ?? pair.before) as TierBenefit),
      before: bare(pair.before),
      after: bare(pair.after),
    }))
}

/** Which benefits it takes the place of is seen by what a tier has; it is not what the tier has. */
function bare(benefit: TierBenefit | undefined): TierBenefit | null {
  if (!benefit) return null
  const { replaces: _, ...rest } = benefit
  return rest as TierBenefit
}

function told({ path, subject }: Place, { code, before, after }: Change, { benefits }: Tier): Difference {
  const index = benefits.findIndex((one) => benefitCode(one) === code)
  const place = (words: Bilingual): Place => ({
    path: index < 0 ? path : [...path, index],
    subject: { zh: `${subject.zh}${words.zh}`, en: `${subject.en}: ${words.en}` },
  })
  if (!before || !after) {
    const words = place(benefitText((after ?? before) as TierBenefit))
    return after ? isNew(words) : isGone(words)
  }
  return differs(
    { path: place(subject).path, subject },
    benefitText(before),
    benefitText(after),
    bearing(before, after),
  )
}

/** Told by one figure where only that differs. */
function bearing(before: TierBenefit, after: TierBenefit): Bearing {
  const keys = Object.keys({ ...before, ...after }).filter((key) => !same(valueAt(before, key), valueAt(after, key)))
  const [key] = keys
  if (keys.length !== 1 || key === undefined) return 'unclear'
  const [from, to] = [valueAt(before, key), valueAt(after, key)]
  if (typeof from === 'number' && typeof to === 'number')
    return key === 'fromFen' ? bearingOf(from, to, 'worse') : bearingOf(from, to, 'better')
  if (key === 'count') return to === 'unlimited' ? 'better' : 'worse'
  if (key === 'fromFen') return to === undefined ? 'better' : 'worse'
  const [low, high] = [from, to].map((value) => ranks[key]?.indexOf(String(value)) ?? -1) as [number, number]
  return low < 0 || high < 0 ? 'unclear' : bearingOf(low, high, 'better')
}

/** What is told by a word, the lesser first. */
const ranks: { [key: string]: readonly string[] } = {
  queue: ['slow', 'normal', 'fast'],
  to: ['express', 'same-day'],
  oneToOne: ['false', 'true'],
  allDay: ['false', 'true'],
  valid: ['day', 'week', 'month'],
  choose: ['one', 'all'],
}

function valueAt(benefit: TierBenefit, key: string): unknown {
  return (benefit as { [key: string]: unknown })[key]
}
