import { conditionWords, type Condition } from '../conditions'
import type { Qualification } from '../schema'
import { align, type Pair } from './align'
import {
  bearingOf,
  differs,
  isGone,
  isNew,
  isOtherwise,
  opposite,
  same,
  type Bearing,
  type Difference,
  type Place,
} from './difference'
import { lengthBearing } from './length'

/** What has to be fulfilled, before and after. A way that is lost is a loss where any way suffices, a relief where all are needed. */
export function qualificationDifferences(
  place: Place,
  before: Qualification | null,
  after: Qualification | null,
): Difference[] {
  if (!before || !after) {
    if (before === after) return []
    return [after ? isNew(place, 'worse') : isGone(place, 'better')]
  }
  if (before.match !== after.match) return [matchDifference(place, before, after)]
  const pairs = align(before.conditions, after.conditions, keyOf)
  return pairs.flatMap((pair) => conditionDifferences(place, pair, after.match))
}

function matchDifference(place: Place, before: Qualification, after: Qualification): Difference {
  if (!same(before.conditions, after.conditions)) return isOtherwise(place, 'unclear')
  const one = after.conditions.length === 1
  return differs(
    place,
    words[before.match],
    words[after.match],
    one ? 'neutral' : after.match === 'all' ? 'worse' : 'better',
  )
}

const words = { any: { zh: '满足任一', en: 'any of these' }, all: { zh: '全部满足', en: 'all of these' } }

function conditionDifferences(
  { path, subject }: Place,
  { before, after, index }: Pair<Condition>,
  match: 'any' | 'all',
): Difference[] {
  const condition = after ?? before
  if (!condition) return []
  const place = { path: [...path, 'conditions', index], subject }
  if (!before || !after) {
    const asked = conditionWords(condition)
    const named = { ...place, subject: { zh: `${subject.zh}：${asked.zh}`, en: `${subject.en}: ${asked.en}` } }
    const gained = match === 'any' ? 'better' : 'worse'
    return [after ? isNew(named, gained) : isGone(named, opposite[gained])]
  }
  if (same(before, after)) return []
  return [differs(place, conditionWords(before), conditionWords(after), askedBearing(before, after))]
}

/** Two conditions are the same one with another figure when all but the figure agrees. */
function keyOf(condition: Condition): string {
  const { atLeast: _, atLeastFen: __, ...rest } = condition as { atLeast?: unknown; atLeastFen?: unknown }
  return JSON.stringify(rest)
}

function askedBearing(before: Condition, after: Condition): Bearing {
  const [from, to] = [askedBy(before), askedBy(after)]
  if (typeof from === 'string' && typeof to === 'string') return lengthBearing(from, to, 'worse')
  return typeof from === 'number' && typeof to === 'number' && from !== to ? bearingOf(from, to, 'worse') : 'unclear'
}

/** How much a condition asks for: a figure, or a length of time. */
function askedBy(condition: Condition): number | string | null {
  if ('atLeastFen' in condition) return condition.atLeastFen
  return 'atLeast' in condition ? condition.atLeast : null
}
