import type { Coupon, CouponSource } from '../../../shared/books/coupon'
import type { Entry } from '../../../shared/books/entry'
import type { CouponView } from '../../../shared/coupons/contract'
import { namedGoods } from '../../../shared/coupons/goods'
import { isSent } from '../../../shared/coupons/usable'
import type { Refused } from '../../../shared/kit/ruling'
import type { Instant } from '../../../shared/kit/time'
import type { Programme } from '../../../shared/programme/schema'
import { storeName, type Terms } from '../../_runtime/terms'

/** An open coupon as its owner sees it. */
export function couponView(coupon: Coupon, programme: Programme, now: Instant): CouponView {
  const sent = isSent(coupon, now)
  const over = now >= coupon.until
  const state = over ? 'over' : sent ? 'sent' : now < coupon.from ? 'not-yet' : 'usable'
  const at = over ? coupon.until : sent ? (coupon.sent?.at ?? now) : coupon.issuedAt
  const sentUntil = sent ? (coupon.sent?.until ?? null) : null
  return { ...faceOf(coupon, programme), state, at, sentUntil, used: null, givenTo: null }
}

/** Entries by which a coupon left its owner, or came back. */
export type PastEntry = Extract<
  Entry,
  { kind: 'coupon-redeem' | 'coupon-return' | 'coupon-pass' | 'coupon-lapse' | 'coupon-withdraw' }
>

/** A coupon as an entry tells of it; `names`: by which name each account goes to which one was given. */
export function pastView(entry: PastEntry, terms: Terms, names: ReadonlyMap<string, string | null>): CouponView {
  const used =
    entry.kind === 'coupon-redeem'
      ? { storeName: storeName(terms, entry.storeId), orderId: entry.orderId, offFen: entry.offFen }
      : null
  const givenTo = entry.kind === 'coupon-pass' ? (names.get(entry.to) ?? null) : null
  const face = faceOf(entry.coupon, terms.programme)
  return { ...face, state: pastStates[entry.kind], at: entry.at, sentUntil: null, used, givenTo }
}

const pastStates = {
  'coupon-redeem': 'used',
  'coupon-return': 'returned',
  'coupon-pass': 'given',
  'coupon-lapse': 'over',
  'coupon-withdraw': 'withdrawn',
} as const

/** A refusal with the names of stores in it instead of their ids. */
export function withStoreNames<Refusal extends string>(refused: Refused<Refusal>, terms: Terms): Refused<Refusal> {
  const { details } = refused
  if (!details?.['scope']) return refused
  const names = String(details['scope'])
    .split('、')
    .map((id) => storeName(terms, id) ?? id)
  return { ...refused, details: { ...details, scope: names.join('、') } }
}

type Face = Omit<CouponView, 'state' | 'at' | 'sentUntil' | 'used' | 'givenTo'>

function faceOf(coupon: Coupon, programme: Programme): Face {
  const { couponId, templateId, name, worth, scope, stacks, giftable, unlimited, from, until, issuedAt, source } =
    coupon
  return {
    couponId,
    templateId,
    name,
    worth,
    ...(scope ? { scope } : {}),
    goods: namedGoods(programme, coupon),
    stacks,
    giftable: giftable && source.by !== 'friend',
    unlimited: unlimited ?? false,
    among: coupon.among ?? null,
    from,
    until,
    issuedAt,
    source: sourceOf(source),
    points: source.by === 'points' ? source.points : null,
  }
}

function sourceOf(source: CouponSource): CouponView['source'] {
  return source.by === 'rule' ? source.why : source.by
}
