import { record, type Journal } from '../books/journal'
import type { ByHolder } from '../books/shared-card'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import { balanceOf, type Account } from '../books/account'
import type { CouponUsed } from '../books/coupon'
import type { EntryFrame, PurchaseFact } from '../books/entry'
import { recordRedeem } from '../coupons/redeem'
import { multiplierOf, multipliersBesides } from '../benefits/multiplier'
import { finishChallenges } from '../benefits/challenges'
import { tillChannel, type Channel } from '../campaigns/aimed'
import { isForGoods, type Part } from '../campaigns/goods'
import { givenBy, issueGiven, pointsOfCampaigns } from '../campaigns/gives'
import { campaignsFor, contender, counting, type Spent } from '../campaigns/running'
import { grantMilestones } from '../benefits/milestones'
import { grantForPurchase } from '../chances/grant'
import { withinCaps } from '../points/cap'
import { activeFrom, expiryOf, pointsOf, rateOf } from '../points/earn'
import { expirePoints } from '../points/expire'
import { earnsNothingFen, type OrderLine } from './lines'
import { drawFromLots } from '../books/lots'
import { worthFen } from '../points/redemption'
import type { Campaign } from '../programme/parts/campaigns'
import type { Programme } from '../programme/schema'
import { engagementOfOrder } from '../tiers/engagement'
import { qualifyByOrders } from '../referrals/friend'
import { rightsFrom } from '../rewards/rights'
import { heldAfterGain, rankOfTop } from '../tiers/held'
import { rankOf, tierAt, tierById } from '../tiers/qualify'
import { retier, reviewTiers } from '../tiers/retier'

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
  /** The holder of a shared card who made it, where it was not the account's own member. */
  by?: ByHolder
  /** Whether a company's card was shown. */
  corporate?: boolean
  /** How it came about; at the till where nothing is said. */
  channel?: Channel
  /** How much of it the goods of campaigns make up, where its lines do not tell. */
  parts?: readonly Part[]
  /** What campaigns took off its bill. */
  campaignOff?: readonly { id: string; offFen: number }[]
  /** Campaigns that cannot pay for this order any more. */
  spent?: Spent
  /** Its lines as far as somebody told their kinds; what they leave of the amount is of no kind. */
  lines?: readonly OrderLine[]
  /** Coupons taken off it, and how much each took; whether they may be is the bill's to ask. */
  coupons?: readonly CouponUsed[]
  /** What was paid for kinds that are left out of earning, where a till tells the sum of it and no lines. */
  leftOutFen?: number
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
  const { storeId, orderId, amountFen, burnPoints, at, nonce } = order
  const settled = reviewTiers(expirePoints(journal, journal.stamp.recordedAt), programme, at)
  const burnt = burnForOrder(couponsTaken(settled, order), order, programme)
  if (!burnt.ok) return burnt
  const { account } = burnt.value
  const earning = earningOf(account, order, programme)
  const engagement = engagementOfOrder(programme, account, at)
  const fact: PurchaseFact & EntryFrame = {
    // The entry's frame, which is filled when it is written down: an object that grows by so much costs twice as much.
    _id: '',
    accountId: account.accountId,
    seq: 0,
    at,
    recordedAt: at,
    programmeVersion: 0,
    requestId: '',
    month: '',
    reverses: null,
    balanceAfter: 0,
    points: 0,
    gained: 0,
    spent: 0,
    kind: 'purchase',
    storeId,
    orderId,
    amountFen,
    rate: earning.rate,
    rateTierId: earning.tierId,
    earned: earning.earned,
    repaid: Math.min(account.debt, earning.earned),
    expiresAt: expiryOf(programme, at),
    tierAfter: account.tierId,
    burned: burnPoints,
    burnedWorthFen: burnPoints > 0 ? (worthFen(programme, burnPoints, account.tierId) ?? 0) : 0,
    nonce,
  }
  if (order.listFen !== undefined) fact.listFen = order.listFen
  if (order.by) Object.assign(fact, order.by)
  if (order.coupons?.length) fact.coupons = order.coupons.map(withoutSending)
  if (order.lines && order.lines.length > 0) fact.lines = order.lines
  if (order.leftOutFen) fact.leftOutFen = order.leftOutFen
  const rights = rightsFrom(programme, earning.tierId, order)
  if (rights.length > 0) fact.rights = rights
  if (earning.multiplied) fact.multiplied = earning.multiplied
  if (earning.besides.length > 0) fact.besides = earning.besides
  const rounding = programme.earning?.rounding
  if (rounding) fact.rounding = rounding
  if (earning.given.length > 0) fact.campaigns = earning.given
  if (earning.nothingFen > 0) fact.earnsNothingFen = earning.nothingFen
  const activeAt = activeFrom(programme, at)
  if (activeAt !== null) fact.activeAt = activeAt
  if (engagement > 0) fact.engagement = engagement
  const earned = record(burnt.value, fact, { at, id: orderEntryId(storeId, orderId) })
  // Where the order leads is judged by the account that has it, and is the last thing its entry is told.
  const held = heldAfterGain(programme, earned.account, at)
  const top = rankOfTop(programme, held)
  fact.tierAfter = tierAt(programme, top).id
  const cause = top < rankOf(programme, account.tierId) ? 'programme' : 'qualified'
  const moved = retier(earned, programme, { held, at, cause })
  const granted = finishChallenges(grantMilestones(moved, programme, { storeId, orderId, at }), programme, at)
  const { by } = order
  const given = issueGiven(granted, programme, earning.given, order)
  const drawn = grantForPurchase(given, programme, { storeId, orderId, amountFen, at })
  return allow(qualifyByOrders(drawn, programme, [{ storeId, orderId, amountFen, at, by }]))
}

function withoutSending({ coupon: { sent: _, ...coupon }, offFen }: CouponUsed): CouponUsed {
  return { coupon, offFen }
}

function couponsTaken(journal: Journal, { coupons, storeId, orderId, at }: Purchase): Journal {
  if (!coupons) return journal
  return coupons.reduce((current, used) => recordRedeem(current, used, { storeId, orderId, at }), journal)
}

/**
 * What an order earns: at the rate of the tier held before it, multiplied on special days, for all lines that earn; and on
 * top what campaigns give.
 */
function earningOf(account: Account, order: Purchase, programme: Programme) {
  const tier = tierById(programme, account.tierId)
  const rate = rateOf(tier)
  const campaigns = campaignsOn(programme, account, order)
  const onAll = campaigns.filter((one) => !isForGoods(one))
  const multiplied = multiplierOf(programme, tier, account, { at: order.at, campaigns: onAll })
  const besides = multipliersBesides(programme, tier, account, { at: order.at, campaigns: onAll, counted: multiplied })
  const nothingFen = earnsNothingFen(programme, order)
  const rounding = programme.earning?.rounding
  const earningFen = order.amountFen - nothingFen
  const points = pointsOf(earningFen, rate, multiplied?.hundredths, rounding)
  const byRate = withinCaps(programme, account, { earned: points, at: order.at })
  const earned = { tierId: tier.id, earningFen, rate, multiplied, rounding }
  const given =
    campaigns.length > 0 ? givenBy(programme, campaigns, order, { earned, consents: !!account.consent }) : none
  return { rate, tierId: tier.id, multiplied, besides, nothingFen, given, earned: byRate + pointsOfCampaigns(given) }
}

/** The campaigns that count for an order, by what it would cost without any money off. */
function campaignsOn(programme: Programme, account: Account, order: Purchase): readonly Campaign[] {
  if (!programme.campaigns) return none
  const { amountFen, listFen = amountFen, channel = tillChannel(account, order.corporate ?? false) } = order
  const running = campaignsFor(programme, account, { ...order, channel }, order.spent)
  const { campaignOff } = order
  // Of an order whose bill was worked out elsewhere nobody knows; then it is taken to have done what it says.
  const takesOff = ({ id }: { id: string }) =>
    order.listFen === undefined || (campaignOff?.some((one) => one.id === id) ?? false)
  const ids = new Set(counting(running.map(contender), listFen, takesOff).map(({ id }) => id))
  return running.filter(({ id }) => ids.has(id))
}

const none: readonly never[] = []

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
  const fact = {
    kind: 'burn' as const,
    reason: 'order' as const,
    storeId,
    orderId,
    burned: burnPoints,
    draws,
    ...order.by,
  }
  return allow(record(journal, fact, { at, id: burnEntryId(storeId, orderId) }))
}

/** The id of the entry that took an order's points as money off. */
export function burnEntryId(storeId: string, orderId: string): string {
  return `burn:${storeId}:${orderId}`
}
