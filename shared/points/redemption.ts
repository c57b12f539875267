import type { Programme } from '../programme/schema'

/** What points are worth as money off, in fen rounded down; null where the programme takes no points as money. */
export function worthFen(programme: Pick<Programme, 'redemption'>, points: number): number | null {
  if (!programme.redemption) return null
  return Math.floor((Math.max(points, 0) * 100) / programme.redemption.pointsPerYuan)
}
