import type { GrantedChances } from '../books/chance'
import { timesTaken } from '../books/taken'
import { takeOfSource } from '../chances/grant'
import { chancesLeft, type Drawer } from '../chances/left'
import type { Instant } from '../kit/time'
import type { DrawTerms } from '../programme/parts/draws'
import type { Programme } from '../programme/schema'
import type { ChanceWay } from './contract'

/** The ways to chances in a draw, in the order in which the programme names them, and what is left of each. */
export function waysOf(drawer: Drawer, programme: Programme, draw: DrawTerms, at: Instant): ChanceWay[] {
  const { recurring, granted } = chancesLeft(drawer, programme, draw, at)
  const again = [...recurring]
  const ways = draw.chances.flatMap((source): ChanceWay[] => {
    switch (source.kind) {
      case 'everybody':
      case 'tier': {
        const here = again.findIndex(({ kind }) => kind === source.kind)
        const [one] = here < 0 ? [] : again.splice(here, 1)
        return one ? [{ kind: source.kind, left: one.left, of: one.of, per: source.limit.per }] : []
      }
      case 'points': {
        const { points, limit } = source
        const had = takeOfSource(draw.id, source, at).reduce((sum, take) => sum + timesTaken(drawer.taken, take), 0)
        return [{ kind: 'points', points, left: Math.max(0, limit.times - had), times: limit.times, per: limit.per }]
      }
      case 'purchase': {
        const { fromFen, chances } = source
        return [{ kind: 'purchase', fromFen, chances, left: sum(granted, ({ source: of }) => of.by === 'purchase') }]
      }
      case 'check-in':
        return [
          { kind: 'check-in', chances: source.chances, left: sum(granted, ({ source: of }) => of.by === 'check-in') },
        ]
      case 'referral':
        return [
          { kind: 'referral', chances: source.chances, left: sum(granted, ({ source: of }) => of.by === 'referral') },
        ]
      case 'sharing':
        return []
    }
  })
  const shared = recurring.reduce((all, { kind, left }) => (kind === 'sharing' ? all + left : all), 0)
  const given = shared + sum(granted, ({ source: of }) => of.by === 'points' || of.by === 'rule')
  return given > 0 ? [...ways, { kind: 'given', left: given }] : ways
}

function sum(granted: readonly GrantedChances[], isMeant: (one: GrantedChances) => boolean): number {
  return granted.filter(isMeant).reduce((total, { left }) => total + left, 0)
}
