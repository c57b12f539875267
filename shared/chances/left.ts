import type { Account } from '../books/account'
import type { GrantedChances } from '../books/chance'
import { timesTaken, type Take } from '../books/taken'
import { dayOf, type Instant } from '../kit/time'
import { limitWindow } from '../kit/window'
import { roundOn } from './round'
import { isForTier } from '../programme/for-tiers'
import { countedAs, type DrawTerms } from '../programme/parts/draws'
import type { Programme } from '../programme/schema'

/** Whoever draws: what they have had in windows, and what was granted to them. A visitor has nothing but windows. */
export type Drawer = Pick<Account, 'taken' | 'chances'> & {
  tierId: string | null
  /** When a member drew before they were one: nobody has a day's chances twice by joining. */
  drawnBefore?: readonly Instant[]
  /** How many people a member's own link has brought first since the round began; told only where a draw counts them. */
  arrived?: number
}

/** Chances that come again by the day or month, to everybody or to a tier, or with so many people who came by one's link. */
export type Recurring = { kind: 'everybody' | 'tier' | 'sharing'; of: number; left: number; take: Take }
type Window = Parameters<typeof limitWindow>[0]

export type ChancesLeft = {
  recurring: Recurring[]
  granted: GrantedChances[]
  /** How many may be drawn now, the member's own limit counted in. */
  total: number
}

/** What somebody may draw with now. */
export function chancesLeft(drawer: Drawer, programme: Programme, draw: DrawTerms, at: Instant): ChancesLeft {
  const recurring = recurringOf(drawer, programme, draw, at)
  const granted = (drawer.chances?.granted ?? []).filter(
    ({ drawId, left, until }) => drawId === draw.id && left > 0 && (until === null || until > at),
  )
  const all = [...recurring, ...granted].reduce((sum, { left }) => sum + left, 0)
  return { recurring, granted: granted.sort(soonestFirst), total: Math.min(all, ownLimitLeft(drawer, draw, at)) }
}

/** How many more times somebody may draw, whatever chances they have. */
export function ownLimitLeft(drawer: Drawer, { id, perMember }: DrawTerms, at: Instant): number {
  if (!perMember) return Infinity
  const had = timesTaken(drawer.taken, ownTake(id, perMember.per, at)) + timesBefore(drawer, perMember.per, at)
  return Math.max(0, perMember.times - had)
}

export function ownTake(drawId: string, per: Window, at: Instant): Take {
  return { code: `draw:${drawId}`, window: limitWindow(per, dayOf(at)) }
}

function timesBefore({ drawnBefore = [] }: Drawer, per: Window, at: Instant): number {
  const window = limitWindow(per, dayOf(at))
  return drawnBefore.filter((then) => limitWindow(per, dayOf(then)) === window).length
}

function recurringOf(drawer: Drawer, programme: Programme, draw: DrawTerms, at: Instant): Recurring[] {
  return draw.chances.flatMap((source): Recurring[] => {
    if (source.kind === 'sharing') return ofSharing(drawer, draw, source, at)
    if (source.kind !== 'everybody' && source.kind !== 'tier') return []
    if (source.kind === 'tier' && (drawer.tierId === null || !isForTier(programme, source, drawer.tierId))) return []
    const { kind, chances, limit } = source
    const of = chances * limit.times
    const take = { code: `chance:${draw.id}:${countedAs(source)}`, window: limitWindow(limit.per, dayOf(at)) }
    const before = kind === 'everybody' ? timesBefore(drawer, limit.per, at) : 0
    return [{ kind, of, left: Math.max(0, of - timesTaken(drawer.taken, take) - before), take }]
  })
}

type Sharing = Extract<DrawTerms['chances'][number], { kind: 'sharing' }>

/** Each full number of people who came by the member's link gives its chances once in a round; nothing while it is off. */
function ofSharing({ taken, arrived = 0 }: Drawer, draw: DrawTerms, source: Sharing, at: Instant): Recurring[] {
  const round = roundOn(draw, dayOf(at))
  if (!source.isOn || !round) return []
  const of = Math.floor(arrived / source.friends) * source.chances
  const take = { code: `chance:${draw.id}:${countedAs(source)}`, window: round.roundId }
  return [{ kind: 'sharing', of, left: Math.max(0, of - timesTaken(taken, take)), take }]
}

/** Whether a draw counts the people who come by its members' links. */
export function countsArrivals({ chances }: DrawTerms): boolean {
  return chances.some((source) => source.kind === 'sharing' && source.isOn)
}

function soonestFirst(one: GrantedChances, other: GrantedChances): number {
  if (one.until === other.until) return one.no - other.no
  if (one.until === null) return 1
  return other.until === null || one.until < other.until ? -1 : 1
}
