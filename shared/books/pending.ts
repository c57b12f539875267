import type { Instant } from '../kit/time'
import type { Lot } from './lots'

/** Points that are earned and not yet to be burned: from an instant on they stand in the lot of their expiry. */
export type PendingLot = Lot & { activeAt: Instant }

/** Adds points to the pending lot of their day, the one that becomes active first before the others. */
export function putPending(pending: readonly PendingLot[], added: PendingLot): PendingLot[] {
  if (added.points === 0) return [...pending]
  const same = pending.find((lot) => isSame(lot, added))
  if (same) return pending.map((lot) => (lot === same ? { ...lot, points: lot.points + added.points } : lot))
  return [...pending, added].sort((a, b) => (a.activeAt < b.activeAt ? -1 : 1))
}

export function takePending(pending: readonly PendingLot[], taken: readonly PendingLot[]): PendingLot[] {
  return pending
    .map((lot) =>
      taken.reduce((rest, one) => (isSame(rest, one) ? { ...rest, points: rest.points - one.points } : rest), lot),
    )
    .filter((lot) => lot.points !== 0)
}

/** The part of so many points that comes from the pending lot of an order itself. */
export function drawOwnPending(pending: readonly PendingLot[], own: PendingLot): PendingLot[] {
  const points = Math.min(own.points, pending.find((lot) => isSame(lot, own))?.points ?? 0)
  return points > 0 ? [{ ...own, points }] : []
}

/** So many points, as far as they are there, the lot that becomes active last before the others. */
export function drawPending(pending: readonly PendingLot[], points: number): PendingLot[] {
  let left = points
  return [...pending].reverse().flatMap((lot) => {
    const taken = Math.min(lot.points, left)
    left -= taken
    return taken > 0 ? [{ ...lot, points: taken }] : []
  })
}

function isSame(a: PendingLot, b: PendingLot): boolean {
  return a.activeAt === b.activeAt && a.expiresAt === b.expiresAt
}
