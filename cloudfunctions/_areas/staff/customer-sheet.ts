import { entitlementsOf } from '../../../shared/benefits/entitlements'
import type { Account } from '../../../shared/books/account'
import { balanceOf } from '../../../shared/books/account'
import type { Coupon } from '../../../shared/books/coupon'
import { tillChannel } from '../../../shared/campaigns/aimed'
import { isForGoods } from '../../../shared/campaigns/goods'
import { billCampaign } from '../../../shared/campaigns/bill'
import { campaignsFor } from '../../../shared/campaigns/running'
import type { Instant } from '../../../shared/kit/time'
import { eventsNow } from '../../../shared/events/attend'
import { deskScripts } from '../../../shared/members/desk-scripts'
import { originOf } from '../../../shared/members/origin'
import { effectWords, isWords } from '../../../shared/programme/parts/effects'
import { redemptionAt, worthFen } from '../../../shared/points/redemption'
import { earningTerms, rateIn, roundingOf } from '../../../shared/purchases/bill'
import { leftOutOf } from '../../../shared/purchases/lines'
import type { CustomerSheet } from '../../../shared/staff/contract'
import { accountAsOf } from '../../../shared/tiers/as-of'
import { discountOf } from '../../../shared/tiers/benefits'
import { tierById } from '../../../shared/tiers/qualify'
import { soonestFirst } from '../../../shared/coupons/best'
import { whyNot, type OrderChannel } from '../../../shared/coupons/usable'
import type { RefusalCode } from '../../../shared/operations'
import { refusalText, type Language } from '../../../shared/refusals'
import { storeName, type Terms } from '../../_runtime/terms'
import { couponView, withStoreNames } from '../coupons/views'
import { shownName } from '../cards/shown-name'
import { waitingFor } from '../rewards/exchange-view'
import { progressView, tierFace } from '../tiers/faces'
import type { Referrer } from './referrer'

/** What shared cards add to it. */
export type Sharing = Pick<CustomerSheet, 'shared' | 'toCheck'>

type Till = {
  scanId: string
  cardNo: string | null
  goodUntil: Instant
  now: Instant
  storeId: string
  language: Language
  /** The coupon whose own code was read. */
  couponNo?: number | null
  /** Whose coupons may be used: nobody's where the card shown is a shared one of another's account. */
  holder?: Account | null
  /** The member who brought the customer. */
  referrer: Referrer
  /** Whoever showed a card whose pool is this account. */
  holderId?: string
}

/** A customer as the till shows them. */
export function customerSheet(
  stored: Account,
  terms: Terms,
  pass: Till,
  sharing: Sharing = { shared: null, toCheck: [] },
): CustomerSheet {
  const account = accountAsOf(stored, terms.programme, pass.now)
  const { source } = account
  const tier = tierById(terms.programme, account.tierId)
  const balance = balanceOf(account)
  return {
    scanId: pass.scanId,
    accountId: account.accountId,
    proof: pass.cardNo === null ? 'phone' : 'code',
    card: cardFaceOf(account),
    ...sharing,
    goodUntil: pass.goodUntil,
    member: { memberNo: account.memberNo, name: shownName(account) },
    origin: { from: originOf(source), storeName: storeName(terms, source.storeId), referrer: pass.referrer },
    tier: {
      ...tierFace(tier),
      discountPercent: discountOf(terms.programme, tier),
      pointsPerYuan: rateIn(terms.programme, tier, pass.storeId),
    },
    progress: progressView(account, terms, pass.now),
    points: { balance, worthFen: worthFen(terms.programme, balance, tier.id) },
    redemption: redemptionAt(terms.programme, tier.id),
    leftOut: leftOutOf(terms.programme),
    ...roundingOf(terms.programme),
    earning: earningTerms(terms.programme, tier, account, pass.now),
    totals: { spendFen: account.totals.spendFen, orders: account.totals.orders },
    campaigns: campaignsAtTill(account, terms, { ...pass, bulk: sharing.shared?.kind === 'corporate' }),
    ...couponsAtTill(account, terms, pass),
    entitlements: entitlementsOf(account, terms.programme, pass.now),
    events: sharing.shared?.role === 'sub' ? [] : eventsNow(account, terms.programme, pass.now),
    scripts: deskScripts(account, terms.programme),
    waiting: pass.cardNo === null ? [] : waitingAtTill(account, terms, pass, sharing),
  }
}

/** What is on for the customer here and now, by which the till's phone works bills out. */
function campaignsAtTill(account: Account, { programme }: Terms, { now, storeId, bulk }: Till & { bulk: boolean }) {
  const channel = tillChannel(account, bulk)
  // What is on the bill only the till will know; a campaign for some goods is shown until it says that there are none.
  const parts = (programme.campaigns ?? []).filter(isForGoods).map(({ id }) => ({ campaignId: id, onFen: 1 }))
  return campaignsFor(programme, account, { at: now, storeId, channel, parts }).map((campaign) => {
    const { onFen: _, ...counts } = billCampaign(campaign, null)
    const byHand = campaign.effects.filter(isWords).map(effectWords)
    const lists = { excludes: [...counts.excludes], moneyOff: [...counts.moneyOff], byHand }
    return { ...counts, ...lists, name: campaign.name, forGoods: isForGoods(campaign) }
  })
}

/** Rewards that wait for whoever showed the card; none of its own where its points are not pooled. */
function waitingAtTill(account: Account, terms: Terms, { now, holderId }: Till, { shared }: Sharing) {
  return shared?.role === 'sub' && holderId === undefined ? [] : waitingFor(account, terms, now, holderId)
}

/** The customer's coupons: those that end first stand first, what may not be used here and now after them, with why. */
function couponsAtTill(account: Account, terms: Terms, pass: Till): Pick<CustomerSheet, 'coupons' | 'shownCouponId'> {
  if (pass.holder === null || pass.cardNo === null) return { coupons: [], shownCouponId: null }
  const use = { at: pass.now, storeId: pass.storeId, amountFen: null }
  const why = (coupon: Coupon, channel: OrderChannel) => {
    const refused = whyNot(coupon, terms.programme, account.tierId, { ...use, channel })
    return refused && wordsOf(withStoreNames(refused, terms), pass.language)
  }
  const coupons = (account.coupons ?? [])
    .filter(({ until }) => until > pass.now)
    .map((coupon) => ({ coupon, refused: why(coupon, 'store'), refusedSentHome: why(coupon, 'delivery') }))
    .sort(
      (one, other) =>
        Number(one.refused !== null) - Number(other.refused !== null) || soonestFirst(one.coupon, other.coupon),
    )
  const shown = account.coupons?.find(({ no }) => no === pass.couponNo)
  return {
    coupons: coupons.map(({ coupon, ...told }) => ({
      ...couponView(coupon, terms.programme, pass.now),
      ...told,
    })),
    shownCouponId: shown?.couponId ?? null,
  }
}

function wordsOf({ refusal, details }: ReturnType<typeof withStoreNames>, language: Language): string {
  return refusalText(refusal as RefusalCode, language, details)
}

/** What the till knows of a customer's card. */
export function cardFaceOf({ cardNo, cardFrozenAt }: Account) {
  return { tail: cardNo.slice(-4), frozenAt: cardFrozenAt ?? null }
}
