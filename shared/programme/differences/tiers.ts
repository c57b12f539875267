import { durationWords } from '../../kit/duration'
import type { Programme, Tier } from '../schema'
import { align } from './align'
import { benefitDifferences } from './benefits'
import {
  bearingOf,
  differs,
  figure,
  isGone,
  isNew,
  isOtherwise,
  partOf,
  quoted,
  same,
  type Bearing,
  type Difference,
  type Place,
} from './difference'
import { lengthBearing } from './length'
import { qualificationDifferences } from './qualification'

/** What becomes of the tiers: those that go and come, and of each what it asks, how long it lasts, earns and brings. */
export function tierDifferences(live: Programme, draft: Programme): Difference[] {
  const changes = align(live.tiers, draft.tiers, ({ id }) => id).flatMap(({ before, after, index }) => {
    const place = { path: ['tiers', index], subject: quoted((after ?? before)?.name ?? { zh: '', en: '' }) }
    if (!before) return [isNew(place)]
    return after ? tierDifference(place, before, after) : [isGone(place)]
  })
  return [...changes, ...orderDifference(live, draft), ...benefitDifferences(live, draft)]
}

function tierDifference(place: Place, before: Tier, after: Tier): Difference[] {
  const asked = partOf(place, 'qualification', { zh: '的条件', en: 'what it asks' })
  const differences = [
    ...qualificationDifferences(asked, before.qualification, after.qualification),
    ...termDifferences(partOf(place, 'term', { zh: '的有效期', en: 'how long it lasts' }), before.term, after.term),
  ]
  if (before.pointsPerYuan !== after.pointsPerYuan) {
    const [from, to] = [before.pointsPerYuan, after.pointsPerYuan]
    const rate = partOf(place, 'pointsPerYuan', { zh: '每消费 1 元的积分', en: 'points per ¥1' })
    differences.push(differs(rate, figure(from), figure(to), bearingOf(from, to, 'better')))
  }
  if (!same(before.name, after.name)) {
    const name = partOf(place, 'name', { zh: '的名称', en: 'its name' })
    differences.push(differs(name, before.name, after.name, 'neutral'))
  }
  if (before.slot !== after.slot)
    differences.push(isOtherwise(partOf(place, 'slot', { zh: '的卡面', en: 'the look of its card' }), 'neutral'))
  return differences
}

type Term = NonNullable<Tier['term']>

function termDifferences(place: Place, before: Term | undefined, after: Term | undefined): Difference[] {
  const lasting = (term: Term | undefined) => (term ? durationWords(term.lasts) : forGood)
  if (!before || !after) {
    if (before === after) return []
    return [differs(place, lasting(before), lasting(after), after ? 'worse' : 'better')]
  }
  const differences: Difference[] = []
  if (before.lasts !== after.lasts) {
    const at = { ...place, path: [...place.path, 'lasts'] }
    differences.push(differs(at, lasting(before), lasting(after), lengthBearing(before.lasts, after.lasts, 'better')))
  }
  return [...differences, ...ends(place, before, after), ...waits(place, before, after)]
}

const forGood = { zh: '长期', en: 'for good' }

function ends(place: Place, before: Term, after: Term): Difference[] {
  const differences: Difference[] = []
  if (before.atEnd !== after.atEnd) {
    const bearing: Bearing = atEnd[after.atEnd].rank > atEnd[before.atEnd].rank ? 'better' : 'worse'
    const at = partOf(place, 'atEnd', { zh: '到期后', en: 'at its end' })
    differences.push(differs(at, atEnd[before.atEnd], atEnd[after.atEnd], bearing))
  }
  if (before.requalify !== after.requalify) {
    const at = partOf(place, 'requalify', { zh: '到期时的保级', en: 'kept by what it earned' })
    const bearing = after.requalify === 'term' ? 'better' : 'worse'
    differences.push(differs(at, requalify[before.requalify], requalify[after.requalify], bearing))
  }
  return differences
}

const atEnd = {
  keep: { zh: '保留', en: 'kept', rank: 2 },
  'one-down': { zh: '降一级', en: 'one tier down', rank: 1 },
  lapse: { zh: '失效', en: 'lapses', rank: 0 },
}
const requalify = { term: { zh: '可以', en: 'yes' }, anew: { zh: '须重新达到', en: 'has to be reached anew' } }

function waits(place: Place, before: Term, after: Term): Difference[] {
  return (['graceDays', 'warnDays'] as const).flatMap((key) => {
    const [from, to] = [before[key] ?? 0, after[key] ?? 0]
    return from === to
      ? []
      : [differs(partOf(place, key, waitWords[key]), days(from), days(to), bearingOf(from, to, 'better'))]
  })
}

const waitWords = {
  graceDays: { zh: '的宽限', en: 'days of grace' },
  warnDays: { zh: '的提前提醒', en: 'warned ahead' },
}

function days(count: number) {
  return { zh: `${count} 天`, en: count === 1 ? '1 day' : `${count} days` }
}

function orderDifference(live: Programme, draft: Programme): Difference[] {
  const common = (of: Programme, other: Programme) =>
    of.tiers.map(({ id }) => id).filter((id) => other.tiers.some((tier) => tier.id === id))
  if (same(common(live, draft), common(draft, live))) return []
  return [isOtherwise({ path: ['tiers'], subject: { zh: '等级的高低顺序', en: 'the order of the tiers' } }, 'unclear')]
}
