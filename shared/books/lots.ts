import type { Instant } from '../kit/time'

/** Points that expire together; `null` never expires. Open lots are kept merged by expiry, soonest first. */
export type Lot = { expiresAt: Instant | null; points: number }

/** What a burn or a reversal took from one lot. */
export type Draw = Lot

/** The lots with points added to the one of their expiry. */
export function putIntoLot(lots: readonly Lot[], added: Lot): Lot[] {
  const next = lots.map(lotOf)
  addToLots(next, added.expiresAt, added.points)
  return next
}

/** The same on lots of the caller's own. */
export function addToLots(lots: Lot[], expiresAt: Instant | null, points: number): void {
  if (points === 0) return
  for (let index = lots.length - 1; index >= 0; index -= 1) {
    const lot = lots[index] as Lot
    if (lot.expiresAt !== expiresAt) continue
    lot.points += points
    return
  }
  lots.push({ expiresAt, points })
  if (lots.length > 1) lots.sort(byExpiry)
}

export function lotOf({ expiresAt, points }: Lot): Lot {
  return { expiresAt, points }
}

/**
 * Which lots a number of points comes from, the lot that expires first before the others; null when there are too few.
 * 2026-11: soonest-expiring first, because a member never loses points that a different order would have saved.
 */
export function drawFromLots(lots: readonly Lot[], points: number): Draw[] | null {
  const draws: Draw[] = []
  let left = points
  for (const lot of lots) {
    if (left === 0) break
    const taken = Math.min(lot.points, left)
    draws.push({ expiresAt: lot.expiresAt, points: taken })
    left -= taken
  }
  return left === 0 ? draws : null
}

export function takeDraws(lots: readonly Lot[], draws: readonly Draw[]): Lot[] {
  return draws.reduce<Lot[]>(
    (rest, draw) =>
      rest
        .map((lot) => (lot.expiresAt === draw.expiresAt ? { ...lot, points: lot.points - draw.points } : lot))
        .filter((lot) => lot.points !== 0),
    [...lots],
  )
}

export function lotsTotal(lots: readonly Lot[]): number {
  let sum = 0
  for (const { points } of lots) sum += points
  return sum
}

export function expiredLots(lots: readonly Lot[], now: Instant): Lot[] {
  return lots.filter((lot) => lot.expiresAt !== null && lot.expiresAt <= now)
}

function byExpiry(a: Lot, b: Lot): number {
  if (a.expiresAt === b.expiresAt) return 0
  if (a.expiresAt === null) return 1
  if (b.expiresAt === null) return -1
  return a.expiresAt < b.expiresAt ? -1 : 1
}
