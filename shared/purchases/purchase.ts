import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import { balanceOf } from '../books/account'
import { expiryOf, pointsOf, rateOf } from '../points/earn'
import { expirePoints } from '../points/expire'
import { drawFromLots } from '../books/lots'
import { worthFen } from '../points/redemption'
import type { Programme } from '../programme/schema'
import { qualifiedTier, tierById } from '../tiers/qualify'
import { retier } from '../tiers/retier'

export type Purchase = {
  storeId: string
  orderId: string
  /** What was paid, after any money off. */
  amountFen: number
  /** What it was before any money off, where the cloud worked that out itself. */
  listFen?: number
  /** Points taken as money off. */
  burnPoints: number
  at: Instant
  nonce: string | null
}

/**
 * An order: points at the rate of the tier held before it, qualifying amounts, and the tier it leads to at once. Points
 * taken as money off leave first; when they are too few the whole order is refused and nothing changes.
 */
export function purchase(
  journal: Journal,
  order: Purchase,
  programme: Programme,
): Ruling<Journal, 'points_short' | 'points_not_redeemable'> {
  const settled = expirePoints(journal, journal.stamp.recordedAt)
  const burnt = burnForOrder(settled, order, programme)
  if (!burnt.ok) return burnt
  const tier = tierById(programme, burnt.value.account.tierId)
  const rate = rateOf(tier)
  const earned = pointsOf(order.amountFen, rate)
  const { storeId, orderId, amountFen, burnPoints, at, nonce } = order
  const { totals } = burnt.value.account
  const after = {
    spendFen: totals.spendFen + order.amountFen,
    orders: totals.orders + 1,
    pointsEarned: totals.pointsEarned + earned,
  }
  const earnedEntry = record(
    burnt.value,
    {
      kind: 'purchase',
      storeId,
      orderId,
      amountFen,
      ...(order.listFen === undefined ? {} : { listFen: order.listFen }),
      rate,
      rateTierId: tier.id,
      earned,
      repaid: Math.min(burnt.value.account.debt, earned),
      expiresAt: expiryOf(programme, at),
      tierAfter: qualifiedTier(programme, after).id,
      burned: burnPoints,
      burnedWorthFen: worthFen(programme, burnPoints) ?? 0,
      nonce,
    },
    { at, id: orderEntryId(storeId, orderId) },
  )
  return allow(retier(earnedEntry, programme, { at, cause: 'qualified' }))
}

/** The id of an order's entry. Store and order numbers hold no colon, so two orders never share one. */
export function orderEntryId(storeId: string, orderId: string): string {
  return `order:${storeId}:${orderId}`
}

function burnForOrder(
  journal: Journal,
  order: Purchase,
  programme: Programme,
): Ruling<Journal, 'points_short' | 'points_not_redeemable'> {
  if (order.burnPoints === 0) return allow(journal)
  if (!programme.redemption) return refuse('points_not_redeemable')
  const draws = journal.account.debt > 0 ? null : drawFromLots(journal.account.lots, order.burnPoints)
  if (!draws) return refuse('points_short', { short: order.burnPoints - balanceOf(journal.account) })
  const { storeId, orderId, at, burnPoints } = order
  const fact = { kind: 'burn' as const, reason: 'order' as const, storeId, orderId, burned: burnPoints, draws }
  return allow(record(journal, fact, { at, id: burnEntryId(storeId, orderId) }))
}

/** The id of the entry that took an order's points as money off. */
export function burnEntryId(storeId: string, orderId: string): string {
  return `burn:${storeId}:${orderId}`
}
