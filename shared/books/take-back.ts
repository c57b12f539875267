import type { Account } from './account'
import { drawFromLots, lotsTotal, type Draw, type Lot } from './lots'

/** Points that are taken back: what had expired unspent, from which lots the others come, and what is missing. */
export type TakenBack = { lapsed: number; draws: Draw[]; owed: number }

/** From the points' own lot first, then from the others, soonest-expiring first, as far as there is something. */
export function takeBack(account: Account, back: Lot): TakenBack {
  const lapsed = Math.min(back.points, pointsAt(account.lapsed, back.expiresAt))
  const draws = drawBack(account.lots, { expiresAt: back.expiresAt, points: back.points - lapsed })
  return { lapsed, draws, owed: back.points - lapsed - lotsTotal(draws) }
}

/** How many points of these lots expire at an instant. */
export function pointsAt(lots: readonly Lot[], expiresAt: string | null): number {
  return lots.filter((lot) => lot.expiresAt === expiresAt).reduce((sum, lot) => sum + lot.points, 0)
}

function drawBack(lots: readonly Lot[], back: Lot): Draw[] {
  const own = lots.filter((lot) => lot.expiresAt === back.expiresAt)
  const others = lots.filter((lot) => lot.expiresAt !== back.expiresAt)
  const inOrder = [...own, ...others]
  return drawFromLots(inOrder, Math.min(back.points, lotsTotal(inOrder)))?.filter((draw) => draw.points > 0) ?? []
}
