import { undoActs } from '../acts/undo'
import { withdrawChallenges } from '../benefits/challenges'
import { withdrawMilestones } from '../benefits/milestones'
import { activityTaken } from '../books/activity'
import type { CampaignGiven } from '../books/campaign'
import type { Entry } from '../books/entry'
import { record, type Journal } from '../books/journal'
import type { ByHolder } from '../books/shared-card'
import { withdrawForOrder } from '../chances/withdraw'
import { giveBackCoupon } from '../coupons/give-back'
import { withdrawUnearned } from '../coupons/unearned'
import { campaignsLost, listLeft, withdrawGiven, type CampaignsLost } from '../campaigns/take-back'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { dayOf, type Instant } from '../kit/time'
import { pointsOf } from '../points/earn'
import { expirePoints } from '../points/expire'
import { drawFromLots, lotsTotal, putIntoLot, type Lot } from '../books/lots'
import { drawOwnPending, drawPending, takePending } from '../books/pending'
import { pointsAt, takeBack } from '../books/take-back'
import type { Programme } from '../programme/schema'
import { undoByRefund } from '../referrals/friend'
import { pointsOfCampaigns } from '../campaigns/gives'
import { rightsLost } from '../rewards/rights'
import { heldAfterLoss } from '../tiers/after-loss'
import { rankOfTop, standingAfter } from '../tiers/held'
import { tierAt } from '../tiers/qualify'
import { retier, reviewTiers } from '../tiers/retier'

export type Refund = {
  storeId: string
  refundId: string
  amountFen: number
  /** The part of it that had earned nothing; absent: what earned goes back first. */
  leftOutFen?: number
  at: Instant
  nonce: string | null
}

/** What is known of the order: its own entry, the one that took points as money off, and earlier refunds of it. */
export type RefundedOrder = {
  purchase: Extract<Entry, { kind: 'purchase' }>
  burn: Extract<Entry, { kind: 'burn' }> | null
  refunds: readonly Extract<Entry, { kind: 'refund' }>[]
  /** Rewarded acts that belong to it, such as its review. */
  acts?: readonly Extract<Entry, { kind: 'act' }>[]
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
  const leftFen = restFen - request.amountFen
  const campaigns = campaignsLost(settled.account, order, leftFen)
  const back = pointsBack(order, { leftFen, request, earnsNothingFen, campaigns })
  const unreferred = undoByRefund(settled, programme, { order: order.purchase, leftFen, at: request.at })
  if (!unreferred.ok) return unreferred
  const undone = undoActs(unreferred.value, programme, { acts: whole ? (order.acts ?? []) : [], at: request.at })
  if (!undone.ok) return undone
  const { account } = undone.value
  const { expiresAt } = order.purchase
  const waiting = pendingBack(undone.value, order, back)
  const { lapsed, draws, owed: short } = takeBack(account, { expiresAt, points: back - lotsTotal(waiting) })
  const pendingDraws = [...waiting, ...drawPending(takePending(account.pending ?? [], waiting), short)]
  const owed = short - lotsTotal(pendingDraws) + lotsTotal(waiting)
  if (owed > 0 && programme.refundShortfall === 'block') return refuse('refund_points_spent', { short: owed })

  const returnedLots = burnedBack(order, request, leftFen).filter(
    (lot) => !isOver(lot.expiresAt, journal.stamp.recordedAt),
  )
  const { orderId, storeId } = order.purchase
  const repayable = payDebt(returnedLots, account.debt + owed)
  const orderedAt = order.purchase.at
  const taken = activityTaken({ amountFen: request.amountFen, whole, reversed: back })
  const engagement = (whole && order.purchase.engagement) || 0
  const after = standingAfter(account, orderedAt, { ...taken, engagement: -engagement })
  const held = heldAfterLoss(programme, after, { before: settled.account, lostOn: dayOf(orderedAt), at: request.at })
  const rightsGone = rightsLost(account, {
    storeId: order.purchase.storeId,
    orderId,
    leftFen,
  })
  const written = record(
    undone.value,
    {
      kind: 'refund',
      storeId: request.storeId,
      refundNo: refundNoOf(request.storeId, request.refundId),
      refundId: request.refundId,
      orderId,
      amountFen: request.amountFen,
      whole,
      ...(earnsNothingFen > 0 ? { earnsNothingFen } : {}),
      ...(request.leftOutFen === undefined ? {} : { leftOutFen: request.leftOutFen }),
      ...(engagement > 0 ? { engagement } : {}),
      orderedAt,
      reversed: back,
      draws,
      ...(pendingDraws.length > 0 ? { pendingDraws } : {}),
      owed,
      lapsed,
      lapsedFrom: order.purchase.expiresAt,
      returned: lotsTotal(returnedLots),
      repaid: repayable.repaid,
      returnedLots: repayable.left,
      ...(rightsGone.length > 0 ? { rightsGone } : {}),
      ...(campaigns.gone.length > 0 ? { campaigns: campaigns.gone } : {}),
      tierAfter: tierAt(programme, rankOfTop(programme, held)).id,
      nonce: request.nonce,
      ...byHolderOf(order),
    },
    { at: request.at, id: refundEntryId(request.storeId, orderId, request.refundId), reverses: order.purchase._id },
  )
  const moved = retier(written, programme, { held, at: request.at, cause: 'refund' })
  const stands = withdrawMilestones(moved, programme, { orderId, orderedAt, at: request.at })
  const without = withdrawChallenges(stands, programme, { orderedAt, at: request.at })
  const returned = whole ? couponsBack(without, order, request.at) : without
  const unearned = withdrawUnearned(returned, programme, settled.account, request.at)
  if (!unearned.ok) return unearned
  const about = { order: order.purchase, campaigns, leftFen, at: request.at }
  const ungiven = withdrawGiven(unearned.value, programme, about)
  const undrawn = withdrawForOrder(ungiven, { storeId, orderId, leftFen, at: request.at })
  return allow(forgive(undrawn, programme, { orderId, storeId, at: request.at }))
}

/** Coupons come back with the whole order only: of a part nobody can tell which coupon it was bought with. */
function couponsBack(journal: Journal, { purchase }: RefundedOrder, at: Instant): Journal {
  return (purchase.coupons ?? [])
    .filter(({ coupon }) => !coupon.unlimited)
    .reduce((current, { coupon }) => giveBackCoupon(current, coupon, { why: 'refund', at }), journal)
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
  return Math.min(nothingLeft, Math.max(least, request.leftOutFen ?? 0))
}

/** What the order gave less what its remaining amount would give at the same rate, less what was taken back before. */
function pointsBack(
  { purchase, refunds }: RefundedOrder,
  about: { leftFen: number; request: Refund; earnsNothingFen: number; campaigns: CampaignsLost },
): number {
  const reversedBefore = refunds.reduce((sum, r) => sum + r.reversed, 0)
  const earningBack = refunds.reduce((sum, r) => sum + r.amountFen - (r.earnsNothingFen ?? 0), 0)
  const earningLeft =
    purchase.amountFen -
    (purchase.earnsNothingFen ?? 0) -
    earningBack -
    (about.request.amountFen - about.earnsNothingFen)
  const { stand } = about.campaigns
  const { rate, rounding } = purchase
  const rest =
    about.leftFen === 0 ? 0 : pointsOf(earningLeft, rate, timesLeft(purchase, stand, about.leftFen), rounding)
  // Under a cap the rest alone would have earned no more than the whole did.
  const byRate = Math.min(rest, purchase.earned - pointsOfCampaigns(purchase.campaigns ?? []))
  const kept = byRate + pointsOfCampaigns(stand, { fen: about.leftFen, ofFen: purchase.amountFen })
  return purchase.earned - reversedBefore - kept
}

/**
 * By what points are multiplied of what is left: where the campaign that did it is lost, by the greatest of what else would
 * have, such as the birthday.
 */
function timesLeft(purchase: RefundedOrder['purchase'], stand: readonly CampaignGiven[], leftFen: number): number {
  const { multiplied, besides = [], campaigns = [] } = purchase
  const isOf = ({ id }: CampaignGiven) => id === multiplied?.code
  if (!multiplied) return 100
  if (!campaigns.some(isOf) || stand.some(isOf)) return multiplied.hundredths
  const leftListFen = listLeft(purchase, leftFen)
  return Math.max(100, ...besides.filter(({ fromFen }) => fromFen <= leftListFen).map(({ hundredths }) => hundredths))
}

/** What of the order itself still waits goes back before anything that may be burned already. */
function pendingBack({ account }: Journal, { purchase: { activeAt, expiresAt } }: RefundedOrder, points: number) {
  return activeAt ? drawOwnPending(account.pending ?? [], { activeAt, expiresAt, points }) : []
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
