import { balanceOf, type Account, type HeldTier } from '../books/account'
import { record, type Journal } from '../books/journal'
import { drawFromLots } from '../books/lots'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { dayOf, type Instant } from '../kit/time'
import { limitWindow } from '../kit/window'
import { expirePoints } from '../points/expire'
import type { TierSale } from '../programme/parts/tier-sales'
import type { Programme, Tier } from '../programme/schema'
import { ownTermFrom } from './held'
import { rankOf } from './qualify'
import { retier, reviewTiers } from './retier'

export type TierSaleRefusal =
  'tier_not_sold' | 'tier_not_yours_to_buy' | 'tier_sale_taken' | 'tier_sale_changed' | 'points_short'

/** `shown`: for how many points the member was shown which tier; nothing else is taken from them, or given. */
export type TierPurchase = { saleId: string; shown: { points: number; tierId: string }; at: Instant }

/** A tier is bought with points: a named one, or the one above the member's own, for as long as the sale says. */
export function buyTier(
  journal: Journal,
  programme: Programme,
  { saleId, shown, at }: TierPurchase,
): Ruling<Journal, TierSaleRefusal> {
  const sale = programme.tierSales?.find(({ id }) => id === saleId)
  if (!sale) return refuse('tier_not_sold')
  const settled = reviewTiers(expirePoints(journal, at), programme, at)
  const { account } = settled
  const tier = soldTo(programme, sale, account.tierId)
  if (!tier) return refuse('tier_not_yours_to_buy')
  const granted = grantedBy(sale, at)
  if (timesLeft(account, sale, at) === 0) return refuse('tier_sale_taken')
  if (sale.points !== shown.points || tier.id !== shown.tierId)
    return refuse('tier_sale_changed', { points: sale.points, ...tier.name })
  const draws = account.debt > 0 ? null : drawFromLots(account.lots, sale.points)
  if (!draws) return refuse('points_short', { short: sale.points - balanceOf(account) })
  const paid = record(
    settled,
    { kind: 'burn', reason: 'tier', saleId, tierId: tier.id, burned: sale.points, draws, granted },
    { at },
  )
  const bought: HeldTier = { tierId: tier.id, at, ...ownTermFrom(tier, sale.lasts, at), cause: 'bought' }
  const held = [...account.held, bought]
  return allow(retier(paid, programme, { held, at, cause: 'bought' }))
}

/**
 * What is sold to a member at an instant, each with the tier that it would give, until when (null: for as long as the rules
 * let it stand) and how often they may still have it.
 */
export function salesFor(
  account: Account,
  programme: Programme,
  at: Instant,
): { sale: TierSale; tier: Tier; until: Instant | null; left: number | null }[] {
  return (programme.tierSales ?? []).flatMap((sale) => {
    const tier = soldTo(programme, sale, account.tierId)
    if (!tier) return []
    const { until } = ownTermFrom(tier, sale.lasts, at)
    return [{ sale, tier, until, left: timesLeft(account, sale, at) }]
  })
}

function grantedBy({ id, limit }: TierSale, at: Instant) {
  return { code: `tier-sale-${id}`, window: limitWindow(limit?.per ?? 'lifetime', dayOf(at)) }
}

/** Null: as often as they like. */
function timesLeft(account: Account, sale: TierSale, at: Instant): number | null {
  if (!sale.limit) return null
  const { code, window } = grantedBy(sale, at)
  const times = account.granted.filter((one) => one.code === code && one.window === window).length
  return Math.max(0, sale.limit.times - times)
}

/** The tier that a sale would give; null when it is not for this tier, or leads no higher. */
function soldTo(programme: Programme, sale: TierSale, tierId: string): Tier | null {
  const rank = rankOf(programme, tierId)
  if (sale.fromTier !== undefined && rank < rankOf(programme, sale.fromTier)) return null
  const to = sale.to === 'next' ? rank + 1 : rankOf(programme, sale.to.tierId)
  const most = sale.upToTier === undefined ? programme.tiers.length - 1 : rankOf(programme, sale.upToTier)
  return to > rank && to <= most ? (programme.tiers[to] ?? null) : null
}
