import { windowDaysAtMost, type Window } from '../../kit/window'
import type { Condition } from '../conditions'
import { pathText, type Fault } from '../fault'
import type { Programme, Qualification, Tier } from '../schema'

/** Tiers that cannot be told apart, that wait for themselves, or that never end although they are asked for by the month. */
export function ladder(programme: Programme): Fault[] {
  return programme.tiers.flatMap((tier, rank) => [
    ...waitingForItself(programme, tier, rank),
    ...swallowed(programme, tier, rank),
    ...endless(tier, rank),
  ])
}

function waitingForItself(programme: Programme, tier: Tier, rank: number): Fault[] {
  return (tier.qualification?.conditions ?? []).flatMap((condition, index) => {
    if (condition.kind !== 'holds-tier') return []
    const asked = programme.tiers.findIndex(({ id }) => id === condition.tierId)
    if (asked < rank) return []
    return [
      {
        path: pathText(['tiers', rank, 'qualification', 'conditions', index, 'tierId']),
        zh: `「${tier.name.zh}」要先有自己或更高的等级，成了一个圈`,
        en: `${tier.name.en} asks for itself or for a higher tier first: a circle`,
      },
    ]
  })
}

/** A tier is never anybody's when all who reach it reach a higher one in the same moment. */
function swallowed(programme: Programme, tier: Tier, rank: number): Fault[] {
  const over = programme.tiers.findIndex((higher, at) => at > rank && rank > 0 && reachedBy(tier, higher.qualification))
  const higher = programme.tiers[over]
  if (!higher) return []
  return [
    {
      path: pathText(['tiers', over, 'qualification']),
      zh: `「${higher.name.zh}」要求的不比「${tier.name.zh}」多，两个等级重叠`,
      en: `${higher.name.en} asks no more than ${tier.name.en}: the two tiers overlap`,
    },
  ]
}

function endless(tier: Tier, rank: number): Fault[] {
  const windowed = tier.qualification?.conditions.findIndex((one) => windowOf(one) !== 'lifetime') ?? -1
  if (windowed < 0 || tier.term) return []
  return [
    {
      path: pathText(['tiers', rank, 'term']),
      zh: `「${tier.name.zh}」按一段时间考核，要写明有效期`,
      en: `${tier.name.en} is judged over a window and has to say how long it lasts`,
    },
  ]
}

/** Whether every way to a tier fulfils another qualification as well. */
function reachedBy(tier: Tier, other: Qualification | null): boolean {
  if (!tier.qualification || !other) return false
  const { match, conditions } = tier.qualification
  const ways = match === 'any' ? conditions.map((one) => [one]) : [conditions]
  return ways.every((known) => fulfils(tier, known, other))
}

function fulfils(tier: Tier, known: readonly Condition[], { match, conditions }: Qualification): boolean {
  const follows = (asked: Condition) =>
    (asked.kind === 'holds-tier' && asked.tierId === tier.id) || known.some((one) => implies(one, asked))
  return match === 'any' ? conditions.some(follows) : conditions.every(follows)
}

/** Whether who fulfils one condition fulfils another one. What the shop gives by hand, it gives one by one. */
function implies(one: Condition, other: Condition): boolean {
  if (one.kind !== other.kind || one.kind === 'by-hand') return false
  const { atLeast: has, ...rest } = figuresOf(one)
  const { atLeast: needs, ...asked } = figuresOf(other)
  if (has !== undefined && needs !== undefined) return has >= needs && isWithin(one, other) && sameRest(rest, asked)
  return JSON.stringify(one) === JSON.stringify(other)
}

type Figures = { atLeast: number | undefined; of: string | undefined }

function figuresOf(condition: Condition): Figures {
  const { atLeast, atLeastFen, of } = condition as { atLeast?: unknown; atLeastFen?: number; of?: string }
  return { atLeast: atLeastFen ?? (typeof atLeast === 'number' ? atLeast : undefined), of }
}

function sameRest(one: Omit<Figures, 'atLeast'>, other: Omit<Figures, 'atLeast'>): boolean {
  return one.of === other.of || (one.of === 'single' && other.of === 'total')
}

/** Whether all that counts in the first one's window counts in the second one's. */
function isWithin(one: Condition, other: Condition): boolean {
  const [inner, outer] = [windowOf(one), windowOf(other)]
  if (outer === 'lifetime' || inner === outer) return true
  if (calendar.includes(inner) && calendar.includes(outer)) return calendar.indexOf(inner) <= calendar.indexOf(outer)
  return windowDaysAtMost(inner) <= Number.parseInt(outer, 10)
}

const calendar = ['month', 'quarter', 'year']

function windowOf(condition: Condition): Window {
  return 'within' in condition ? (condition.within ?? 'lifetime') : 'lifetime'
}
