import type { Instant } from '../kit/time'
import { putPending, takePending, type PendingLot } from './pending'
import { expiredLots, lotsTotal, putIntoLot, takeDraws, type Draw, type Lot } from './lots'

export type SharedCardKind = 'family' | 'couple' | 'corporate'
/** Pooled: every holder's orders count on the main holder's account. Separate: each on their own. */
export type CardMode = 'pooled' | 'separate'
export type RelationshipCheck = 'household-book' | 'certificate' | 'id-card' | 'known'

/** Which holder of a shared card an entry on the main holder's account comes from; absent where it was the account's own. */
export type ByHolder = { cardId: string; holderId: string }

type Held = { cardId: string; cardNo: string; kind: SharedCardKind; mode: CardMode; since: Instant }
/** A card that several people hold, on the account of whoever opened it: here stand its holders. */
export type MainCard = Held & { role: 'main'; title: string | null; holders: CardHolder[] }
/** The same card on the account of somebody who was invited. */
export type SubCard = Held & { role: 'sub'; mainAccountId: string }
export type SharedCard = MainCard | SubCard

/** Somebody who was invited, with a number of their own; `checked` once nothing more has to be made sure of. */
export type CardHolder = {
  accountId: string
  cardNo: string
  since: Instant
  checked: boolean
  share: Share
}

/**
 * What a holder's orders have brought into the pool and the holder has not burned again. Like a balance: either lots, or
 * what was burned beyond them, which later orders make good first.
 */
export type Share = {
  lots: Lot[]
  /** What of the lots waits to become active; absent where nothing does. */
  waits?: PendingLot[]
  over: number
  earned: number
  burned: number
}

export const noShare: Share = { lots: [], over: 0, earned: 0, burned: 0 }

export function shareEarned(share: Share, { expiresAt, points, activeAt }: Lot & { activeAt?: Instant }): Share {
  const paid = Math.min(share.over, points)
  const lots = putIntoLot(share.lots, { expiresAt, points: points - paid })
  const next = { ...share, over: share.over - paid, lots, earned: share.earned + points }
  if (!activeAt || points === paid) return next
  return { ...next, waits: putPending(share.waits ?? [], { expiresAt, points: points - paid, activeAt }) }
}

export function shareBurned(share: Share, draws: readonly Draw[]): Share {
  const points = lotsTotal(draws)
  return { ...taken(share, draws), burned: share.burned + points }
}

/** What a refund takes back of what an order earned, from the order's own lot first; what had lapsed is in no share. */
export function shareReversed(share: Share, back: Lot, lapsed: number): Share {
  return { ...taken(share, [{ ...back, points: back.points - lapsed }]), earned: share.earned - back.points }
}

/** What a refund takes of points that still wait is nobody's any more. */
export function shareWaitsLess({ waits = [], ...share }: Share, taken: readonly PendingLot[]): Share {
  const rest = takePending(waits, taken).filter(({ points }) => points > 0)
  return rest.length === 0 ? share : { ...share, waits: rest }
}

/** Points taken as money off come back. */
export function shareReturned(share: Share, lots: readonly Lot[]): Share {
  const points = lotsTotal(lots)
  return lots.reduce<Share>(
    (rest, lot) => {
      const paid = Math.min(rest.over, lot.points)
      const left = { expiresAt: lot.expiresAt, points: lot.points - paid }
      return { ...rest, over: rest.over - paid, lots: putIntoLot(rest.lots, left) }
    },
    { ...share, burned: share.burned - points },
  )
}

/** A share as it stands at an instant: what has expired meanwhile is nobody's, and what waited long enough waits no more. */
export function shareAt(before: Share, now: Instant): Share {
  const due = before.waits?.filter(({ activeAt }) => activeAt <= now) ?? []
  const share = due.length === 0 ? before : shareWaitsLess(before, due)
  const over = expiredLots(share.lots, now)
  return over.length === 0 ? share : { ...share, lots: share.lots.filter((lot) => !over.includes(lot)) }
}

/** Takes points out of a share: from the same lots where it has them, else from those that expire first, else it is over. */
function taken(share: Share, draws: readonly Draw[]): Share {
  const same = draws.map((draw) => ({ ...draw, points: Math.min(draw.points, pointsIn(share.lots, draw.expiresAt)) }))
  const rest = spread(takeDraws(share.lots, same), lotsTotal(draws) - lotsTotal(same))
  return { ...share, lots: rest.lots, over: share.over + rest.left }
}

function spread(lots: readonly Lot[], points: number): { lots: Lot[]; left: number } {
  let left = points
  const kept = lots.map((lot) => {
    const part = Math.min(lot.points, left)
    left -= part
    return { ...lot, points: lot.points - part }
  })
  return { lots: kept.filter((lot) => lot.points > 0), left }
}

function pointsIn(lots: readonly Lot[], expiresAt: Instant | null): number {
  return lots.find((lot) => lot.expiresAt === expiresAt)?.points ?? 0
}
