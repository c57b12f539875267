import { balanceOf, type Account } from '../../../shared/books/account'
import type { Entry } from '../../../shared/books/entry'
import type { Journal } from '../../../shared/books/journal'
import type { Coupon } from '../../../shared/books/coupon'
import type { SharedCard } from '../../../shared/books/shared-card'
import { cardAccepted } from '../../../shared/cards/accepted'
import { tillChannel } from '../../../shared/campaigns/aimed'
import { billCampaign, type BillCampaign } from '../../../shared/campaigns/bill'
import { goodsFen } from '../../../shared/campaigns/goods'
import { campaignsFor, type Spent } from '../../../shared/campaigns/running'
import { cardsOf } from '../../../shared/cards/shared-cards'
import { isForSomeGoods, takenTogether, takesMoneyOff } from '../../../shared/coupons/off'
import { usableCoupon, type CouponRefusal } from '../../../shared/coupons/usable'
import type { InputOf, OutputOf } from '../../../shared/kit/contract'
import { yuanText } from '../../../shared/kit/money'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import { effectWords, offOf } from '../../../shared/programme/parts/effects'
import { billOf, billTermsOf, bulkPriceOf, earningTerms } from '../../../shared/purchases/bill'
import { orderEntryId, purchase } from '../../../shared/purchases/purchase'
import type { staffAccrue } from '../../../shared/staff/contract'
import { accountAsOf } from '../../../shared/tiers/as-of'
import { tierById } from '../../../shared/tiers/qualify'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { Terms } from '../../_runtime/terms'
import { wantedOfBudgets, spentFor } from '../campaigns/budget'
import { progressView, tierFace } from '../tiers/faces'
import { actFor } from './act-for'
import { toldWhereUsed } from './coupon-used'

/** How long a payment may be undone by whoever took it. */
export const undoMs = 5 * 60_000

/** Takes a payment of the customer whom the till has identified. The request id is the order's number. */
export const accrue: Handler<typeof staffAccrue, StaffContext> = async (context, input) => {
  const { now } = context
  const named = { accountId: input.accountId, couponId: '' }
  const ruling = await actFor(context, input, {
    receiptId: ({ pass, requestId }) => orderEntryId(pass.storeId, orderIdOf(requestId)),
    decide: (opened, { pass, terms, requestId, holder }, lacking) => {
      const { storeId, cardNo } = pass
      const account = accountAsOf(opened.account, terms.programme, now)
      const shown = holder ? { holder, main: account } : { holder: account, main: null }
      const accepted = cardNo === null ? allow(null) : cardAccepted(shown, cardNo)
      if (!accepted.ok) return accepted
      if (cardNo === null && input.burnPoints) return refuse('burn_needs_code')
      if (cardNo === null && input.coupons) return refuse('coupon_needs_code')
      if (holder && input.coupons) return refuse('coupon_not_yours')
      const card = cardNo === null ? null : shownCard(shown.holder, cardNo)
      const corporate = card?.kind === 'corporate'
      const coupons = couponsOn(account, input, { terms, storeId, now, tell: (id) => (named.couponId = id) })
      if (!coupons.ok) return coupons
      const orderId = orderIdOf(requestId)
      const spent = spentFor(orderEntryId(storeId, orderId), lacking, input.spent)
      const { parts = [] } = input
      const channel = tillChannel(account, corporate)
      const occasion = { at: now, storeId, channel, parts }
      const campaigns = campaignsFor(terms.programme, account, occasion, spent).map((one) =>
        billCampaign(one, goodsFen(terms.programme, one, { parts })),
      )
      const bill = billed(account, input, {
        terms,
        storeId,
        now,
        bulk: corporate,
        coupons: coupons.value,
        campaigns,
        spent,
      })
      if (!bill.ok) return bill
      const by = card && holder ? { by: { cardId: card.cardId, holderId: holder.accountId } } : {}
      const order = { ...bill.value, storeId, orderId, at: now, nonce: null, corporate, channel, spent, parts, ...by }
      const ruling = purchase(opened, order, terms.programme)
      if (!ruling.ok) return ruling
      const stock = wantedOfBudgets(ruling.value, terms.programme)
      return allow({ journal: ruling.value, reply: receiptOf(ruling.value, opened.account.tierId, terms), stock })
    },
  })
  return toldWhereUsed(context, named, ruling)
}

type OnBill = { coupon: Coupon; onFen?: number }

/** The coupons that the till named, if every one of them may be used on this bill and all of them together. */
function couponsOn(
  account: Account,
  { coupons = [], amountFen, channel }: InputOf<typeof staffAccrue>,
  about: { terms: Terms; storeId: string; now: Instant; tell: (couponId: string) => void },
): Ruling<OnBill[], CouponRefusal | 'coupons_apart' | 'coupon_part_unknown'> {
  const { terms, storeId, now, tell } = about
  const found: OnBill[] = []
  for (const { couponId, onFen } of coupons) {
    tell(couponId)
    const use = { at: now, storeId, amountFen, onFen, channel }
    const usable = usableCoupon(account, terms.programme, couponId, use)
    if (!usable.ok) return usable
    // Without the part that its goods make up it would count on the whole bill.
    if (onFen === undefined && takesMoneyOff(usable.value) && isForSomeGoods(usable.value))
      return refuse('coupon_part_unknown')
    found.push({ coupon: usable.value, ...(onFen === undefined ? {} : { onFen }) })
  }
  const isOnce = new Set(coupons.map(({ couponId }) => couponId)).size === coupons.length
  return isOnce && takenTogether(found.map(({ coupon }) => coupon)) ? allow(found) : refuse('coupons_apart')
}

function shownCard(holder: Account, cardNo: string): SharedCard | null {
  return cardsOf(holder).find((one) => one.cardNo === cardNo) ?? null
}

function orderIdOf(requestId: string): string {
  return `till-${requestId}`
}

type Billing = {
  terms: Terms
  storeId: string
  now: Instant
  bulk: boolean
  coupons: readonly OnBill[]
  campaigns: readonly BillCampaign[]
  spent: Spent
}

/**
 * What the customer pays, worked out here: what the phone showed only says whether it knew the same terms. Where it did
 * not, it is told the whole bill as it is now.
 */
function billed(
  account: Account,
  input: InputOf<typeof staffAccrue>,
  { terms, storeId, now, bulk: inBulk, coupons, campaigns, spent }: Billing,
) {
  const { amountFen: listFen, burnPoints: offered = 0, leftOutFen = 0, dueFen } = input
  if (leftOutFen > listFen) return refuse('lines_above_amount', { linesFen: leftOutFen, amountFen: listFen })
  if (offered > 0 && !terms.programme.redemption) return refuse('points_not_redeemable')
  const tier = tierById(terms.programme, account.tierId)
  const bill = billOf(
    {
      amountFen: listFen,
      burnPoints: offered,
      leftOutFen,
      coupons: coupons.map(({ coupon, ...on }) => ({ ...coupon, ...on })),
    },
    billTermsOf(terms.programme, tier, {
      storeId,
      bulk: inBulk ? bulkPriceOf(terms.programme) : null,
      campaigns,
      earning: earningTerms(terms.programme, tier, account, now),
    }),
  )
  if (bill.dueFen !== dueFen) {
    const { coupons: _, campaigns: __, ...figures } = bill
    return refuse('bill_changed', { ...figures, due: yuanText(bill.dueFen), spent: [...spent].join(' ') })
  }
  const used = coupons.map(({ coupon }, index) => ({ coupon, offFen: bill.coupons[index]?.offFen ?? 0 }))
  // Money off for which nothing is left to pay, or none of whose goods are on the bill, would be gone for nothing.
  if (used.some(({ coupon, offFen }) => takesMoneyOff(coupon) && offFen === 0)) return refuse('coupon_takes_nothing')
  const { burnPoints, paidLeftOutFen } = bill
  const taken = used.length > 0 ? { coupons: used } : {}
  const off = bill.campaigns.length > 0 ? { campaignOff: bill.campaigns } : {}
  return allow({ amountFen: bill.dueFen, listFen, burnPoints, leftOutFen: paidLeftOutFen, ...taken, ...off })
}

/** What the till shows of an order it has just taken. */
function receiptOf({ account, entries }: Journal, tierBefore: string, terms: Terms): OutputOf<typeof staffAccrue> {
  const order = entries.find((entry): entry is Extract<Entry, { kind: 'purchase' }> => entry.kind === 'purchase')
  if (!order) throw new Error('an order that was taken wrote no entry')
  const tier = tierById(terms.programme, account.tierId)
  const { amountFen, listFen = amountFen, burnedWorthFen, coupons = [], campaigns = [] } = order
  const offFen = [...coupons, ...campaigns].reduce((sum, one) => sum + one.offFen, burnedWorthFen)
  return {
    orderId: order.orderId,
    at: order.at,
    amountFen,
    listFen,
    discountFen: listFen - amountFen - offFen,
    earned: order.earned,
    burned: order.burned,
    coupons: coupons.map(({ coupon, offFen }) => ({ name: coupon.name, offFen })),
    campaigns: campaignsOf(order, terms),
    balance: balanceOf(account),
    pointsPerYuan: order.rate / 100,
    tier: tierFace(tier),
    upgradedFrom: tier.id === tierBefore ? null : tierFace(tierById(terms.programme, tierBefore)),
    progress: progressView(account, terms, order.at),
    undoUntil: addMilliseconds(order.at, undoMs),
  }
}

/** What campaigns did with the order, each under its name: what it took off, and in words what else it gave. */
function campaignsOf({ campaigns = [] }: Extract<Entry, { kind: 'purchase' }>, { programme }: Terms) {
  return campaigns.flatMap(({ id, offFen }) => {
    const campaign = programme.campaigns?.find((one) => one.id === id)
    if (!campaign) return []
    const besides = campaign.effects.filter((effect) => offOf(effect) === null)
    return [{ name: campaign.name, offFen, gives: besides.map(effectWords) }]
  })
}
