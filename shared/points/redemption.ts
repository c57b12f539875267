import type { Programme } from '../programme/schema'

type Redeeming = Pick<Programme, 'redemption'>
/** How many points one CNY costs; null where points are not taken as money. */
type Redemption = { pointsPerYuan: number } | null

/** What points are worth as money off at a tier, in fen rounded down; null where the programme takes no points as money. */
export function worthFen(programme: Redeeming, points: number, tierId: string): number | null {
  return worthAt(redemptionAt(programme, tierId), points)
}

/** The same where it is known what a point costs. */
export function worthAt(redemption: Redemption, points: number): number | null {
  return redemption && Math.floor((Math.max(points, 0) * 100) / redemption.pointsPerYuan)
}

/** What points are taken for as money at a tier. */
export function redemptionAt({ redemption }: Redeeming, tierId: string): Redemption {
  return redemption && { pointsPerYuan: redemption.perTier?.[tierId] ?? redemption.pointsPerYuan }
}
