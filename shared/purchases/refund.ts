import { withdrawMilestones } from '../benefits/milestones'
import { activityTaken } from '../books/activity'
import type { ByHolder, Entry } from '../books/entry'
import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { dayOf, type Instant } from '../kit/time'
import { pointsOf } from '../points/earn'
import { expirePoints } from '../points/expire'
import { drawFromLots, lotsTotal, putIntoLot, type Draw, type Lot } from '../books/lots'
import type { Programme } from '../programme/schema'
import { rightsLost } from '../rewards/rights'
import { heldAfterLoss, rankOfTop, standingAfter } from '../tiers/held'
import { tierAt } from '../tiers/qualify'
import { retier, reviewTiers } from '../tiers/retier'

export type Refund = {
  storeId: string
  refundId: string
  amountFen: number
  /** The part of it that had earned nothing; absent: what earned goes back first. */
  earnsNothingFen?: number
  at: Instant
  nonce: string | null
}

/** What is known of the order: its own entry, the one that took points as money off, and earlier refunds of it. */
export type RefundedOrder = {
  purchase: Extract<Entry, { kind: 'purchase' }>
  burn: Extract<Entry, { kind: 'burn' }> | null
  refunds: readonly Extract<Entry, { kind: 'refund' }>[]
}

/**
 * Takes back exactly what the order gave for the part that is refunded: its points, its qualifying amounts and the tier
 * they led to; points taken as money off come back. After several partial refunds the sum is as if the order had been
 * for the rest alone. What was spent meanwhile follows the programme's policy for a shortfall.
 */
export function refund(
  journal: Journal,
  order: RefundedOrder,
  request: Refund,
  programme: Programme,
): Ruling<Journal, 'refund_above_rest' | 'refund_points_spent'> {
  const settled = reviewTiers(expirePoints(journal, journal.stamp.recordedAt), programme, request.at)
  const restFen = order.purchase.amountFen - refundedFen(order)
  if (request.amountFen > restFen || order.refunds.some((r) => r.whole)) return refuse('refund_above_rest', { restFen })
  const whole = request.amountFen === restFen
  const earnsNothingFen = nothingOf(order, request, restFen)
  const back = pointsBack(order, { leftFen: restFen - request.amountFen, request, earnsNothingFen })
  const lapsed = Math.min(back, pointsAt(settled.account.lapsed, order.purchase.expiresAt))
  const draws = drawBack(settled.account.lots, { expiresAt: order.purchase.expiresAt, points: back - lapsed })
  const owed = back - lapsed - lotsTotal(draws)
  if (owed > 0 && programme.refundShortfall === 'block') return refuse('refund_points_spent', { short: owed })

  const returnedLots = burnedBack(order, request, restFen - request.amountFen).filter(
    (lot) => !isOver(lot.expiresAt, journal.stamp.recordedAt),
  )
  const { orderId, storeId } = order.purchase
  const repayable = payDebt(returnedLots, settled.account.debt + owed)
  const { account } = settled
  const orderedAt = order.purchase.at
  const taken = activityTaken({ amountFen: request.amountFen, whole, reversed: back })
  const after = standingAfter(account, orderedAt, taken)
  const held = heldAfterLoss(programme, after, { lostOn: dayOf(orderedAt), at: request.at })
  const rightsGone = rightsLost(account, {
    storeId: order.purchase.storeId,
    orderId,
    leftFen: restFen - request.amountFen,
  })
  const written = record(
    settled,
    {
      kind: 'refund',
      storeId: request.storeId,
      refundNo: refundNoOf(request.storeId, request.refundId),
      refundId: request.refundId,
      orderId,
      amountFen: request.amountFen,
      whole,
      ...(earnsNothingFen > 0 ? { earnsNothingFen } : {}),
      orderedAt,
      reversed: back,
      draws,
      owed,
      lapsed,
      lapsedFrom: order.purchase.expiresAt,
      returned: lotsTotal(returnedLots),
      repaid: repayable.repaid,
      returnedLots: repayable.left,
      ...(rightsGone.length > 0 ? { rightsGone } : {}),
      tierAfter: tierAt(programme, rankOfTop(programme, held)).id,
      nonce: request.nonce,
      ...byHolderOf(order),
    },
    { at: request.at, id: refundEntryId(request.storeId, orderId, request.refundId), reverses: order.purchase._id },
  )
  const forgiven = forgive(written, programme, { orderId, storeId, at: request.at })
  const moved = retier(forgiven, programme, { held, at: request.at, cause: 'refund' })
  return allow(withdrawMilestones(moved, programme, { orderId, orderedAt, at: request.at }))
}

/** A refund is on the account of whoever made the order: the holder of a shared card where it was one. */
function byHolderOf({ purchase: { cardId, holderId } }: RefundedOrder): Partial<ByHolder> {
  return cardId && holderId ? { cardId, holderId } : {}
}

/** A refund's number in its store. */
export function refundNoOf(storeId: string, refundId: string): string {
  return `${storeId}:${refundId}`
}

/** The id of a refund's entry: a refund number counts within its order, so no two members' refunds ever share one. */
export function refundEntryId(storeId: string, orderId: string, refundId: string): string {
  return `refund:${storeId}:${orderId}:${refundId}`
}

export function refundedFen(order: RefundedOrder): number {
  return order.refunds.reduce((sum, r) => sum + r.amountFen, 0)
}

/** The part of a refund that had earned nothing: as the till says, else only what is more than all that earned. */
function nothingOf(order: RefundedOrder, request: Refund, restFen: number): number {
  const nothing = order.purchase.earnsNothingFen ?? 0
  const nothingLeft = nothing - order.refunds.reduce((sum, r) => sum + (r.earnsNothingFen ?? 0), 0)
  const least = Math.max(0, request.amountFen - (restFen - nothingLeft))
  return Math.min(nothingLeft, Math.max(least, request.earnsNothingFen ?? 0))
}

/** What the order gave less what its remaining amount would give at the same rate, less what was taken back before. */
function pointsBack(
  { purchase, refunds }: RefundedOrder,
  about: { leftFen: number; request: Refund; earnsNothingFen: number },
): number {
  const reversedBefore = refunds.reduce((sum, r) => sum + r.reversed, 0)
  const earningBack = refunds.reduce((sum, r) => sum + r.amountFen - (r.earnsNothingFen ?? 0), 0)
  const earningLeft =
    purchase.amountFen -
    (purchase.earnsNothingFen ?? 0) -
    earningBack -
    (about.request.amountFen - about.earnsNothingFen)
  const rest = about.leftFen === 0 ? 0 : pointsOf(earningLeft, purchase.rate, purchase.multiplied?.hundredths)
  // Under a cap the rest alone would have earned no more than the whole did.
  const kept = Math.min(rest, purchase.earned)
  return purchase.earned - reversedBefore - kept
}

/** From the order's own lot first, then from the others, soonest-expiring first, as far as there is something. */
function drawBack(lots: readonly Lot[], back: Lot): Draw[] {
  const own = lots.filter((lot) => lot.expiresAt === back.expiresAt)
  const others = lots.filter((lot) => lot.expiresAt !== back.expiresAt)
  const inOrder = [...own, ...others]
  return drawFromLots(inOrder, Math.min(back.points, lotsTotal(inOrder)))?.filter((draw) => draw.points > 0) ?? []
}

/** Points taken as money off, in proportion to what is refunded, the last spent lot given back first. */
function burnedBack(order: RefundedOrder, request: Refund, leftFen: number): Lot[] {
  if (!order.burn) return []
  const { amountFen } = order.purchase
  const returnedBefore = givenBack(order.burn.burned, amountFen, leftFen + request.amountFen, order.refunds.length > 0)
  const returnedAfter = givenBack(order.burn.burned, amountFen, leftFen, true)
  const latestFirst = [...order.burn.draws].reverse()
  const upToBefore = drawFromLots(latestFirst, returnedBefore) ?? []
  const upToAfter = drawFromLots(latestFirst, returnedAfter) ?? []
  return upToAfter
    .map((lot) => ({ ...lot, points: lot.points - pointsAt(upToBefore, lot.expiresAt) }))
    .filter((lot) => lot.points > 0)
}

function givenBack(burned: number, amountFen: number, leftFen: number, any: boolean): number {
  if (!any) return 0
  return leftFen === 0 ? burned : Math.floor((burned * (amountFen - leftFen)) / amountFen)
}

function pointsAt(lots: readonly Lot[], expiresAt: string | null): number {
  return lots.filter((lot) => lot.expiresAt === expiresAt).reduce((sum, lot) => sum + lot.points, 0)
}

/** Returned points first pay what is owed, the lot that expires first before the others. */
function payDebt(returned: readonly Lot[], debt: number): { repaid: number; left: Lot[] } {
  const sorted = returned.reduce<Lot[]>(putIntoLot, [])
  const repaid = Math.min(debt, lotsTotal(sorted))
  const paid = drawFromLots(sorted, repaid) ?? []
  const left = sorted.map((lot) => ({ ...lot, points: lot.points - pointsAt(paid, lot.expiresAt) }))
  return { repaid, left: left.filter((lot) => lot.points > 0) }
}

function forgive(
  journal: Journal,
  programme: Programme,
  about: { orderId: string; storeId: string; at: Instant },
): Journal {
  const forgiven = journal.account.debt
  if (programme.refundShortfall !== 'write-off' || forgiven === 0) return journal
  return record(journal, { kind: 'writeOff', forgiven, orderId: about.orderId }, { at: about.at })
}

function isOver(expiresAt: Instant | null, now: Instant): boolean {
  return expiresAt !== null && expiresAt <= now
}
