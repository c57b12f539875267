import type { Programme } from '../programme/schema'

type Redeeming = Pick<Programme, 'redemption'>

/** What points are worth as money off at a tier, in fen rounded down; null where the programme takes no points as money. */
export function worthFen(programme: Redeeming, points: number, tierId: string): number | null {
  const rate = redemptionRate(programme, tierId)
  return rate === null ? null : Math.floor((Math.max(points, 0) * 100) / rate)
}

/** How many points one CNY costs at a tier. */
export function redemptionRate({ redemption }: Redeeming, tierId: string): number | null {
  return redemption && (redemption.perTier?.[tierId] ?? redemption.pointsPerYuan)
}
