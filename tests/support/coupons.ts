import { openJournal, record } from '../../shared/books/journal'
import type { Coupon } from '../../shared/books/coupon'
import { claimCoupon } from '../../shared/coupons/claim'
import { giveDue } from '../../shared/coupons/due'
import { settleCoupons } from '../../shared/coupons/settle'
import { allow } from '../../shared/kit/ruling'
import { startOfDay, addMilliseconds, type Instant } from '../../shared/kit/time'
import type { CouponTemplate } from '../../shared/programme/parts/coupons'
import type { Programme } from '../../shared/programme/schema'
import { billOf, billTermsOf } from '../../shared/purchases/bill'
import { purchase } from '../../shared/purchases/purchase'
import { tierById } from '../../shared/tiers/qualify'
import { allowed, firstDay, newMember, programmeOf, stampAt, tierOf, type Book } from './builders'

/** A template that anybody may claim, ¥10 off from ¥60 on for thirty days. */
export function templateOf(id: string, more: Partial<CouponTemplate> = {}): CouponTemplate {
  return {
    id,
    name: { zh: id, en: id },
    worth: { kind: 'amount', offFen: 1_000, fromFen: 6_000 },
    valid: { kind: 'from-issue', lasts: '30 days' },
    issuedBy: ['claim', 'hand', 'code', 'rule'],
    ...more,
  }
}

export function couponShop(coupons: CouponTemplate[] = [templateOf('ten')], more: Partial<Programme> = {}): Programme {
  return programmeOf({ coupons, ...more })
}

/** Two tiers, of which a member has the second after a month. */
export const tiersByAge = [
  tierOf({ id: 'regular' }),
  tierOf({ id: 'silver', qualification: { match: 'any', conditions: [{ kind: 'tenure', atLeast: '1 month' }] } }),
]

/** Noon of a day in Shanghai. */
export function noon(day: string): Instant {
  return addMilliseconds(startOfDay(day), 12 * 3_600_000)
}

/** A member with consent, so that rules give to them. */
export function consenting(programme: Programme, { id = 'account-1', at = firstDay, birthday = '' } = {}): Book {
  const consent = { termsVersion: '1', privacyVersion: '1', adult: true as const }
  const joined = newMember(programme, id, at)
  const linked = record(openJournal(joined.account, stampAt(at)), { kind: 'link', provedBy: 'wechat', consent }, { at })
  const told = birthday === '' ? linked : record(linked, { kind: 'profile', birthday }, { at })
  return allowed(joined, allow(told))
}

export function claims(book: Book, programme: Programme, templateId = 'ten', at = firstDay): Book {
  return allowed(book, claimCoupon(openJournal(book.account, stampAt(at)), programme, { templateId, at }))
}

/** What the clock does at an instant: what is over lapses, what is due is given. It should have looked from `since` on. */
export function tickAt(book: Book, programme: Programme, now: Instant, since = now): Book {
  const settled = settleCoupons(openJournal(book.account, stampAt(now)), now)
  return allowed(book, allow(giveDue(settled, programme, now, since)))
}

export function couponsOf({ account }: Book): Coupon[] {
  return account.coupons ?? []
}

/** An order with coupons, billed by the rule that bills at the till. */
export function buysWith(
  book: Book,
  programme: Programme,
  { id = 'a', fen, coupons, at = firstDay }: { id?: string; fen: number; coupons: readonly Coupon[]; at?: Instant },
): Book {
  const terms = billTermsOf(programme, tierById(programme, book.account.tierId))
  const bill = billOf({ amountFen: fen, burnPoints: 0, coupons }, terms)
  const used = coupons.map((coupon, index) => ({ coupon, offFen: bill.coupons[index]?.offFen ?? 0 }))
  const order = { storeId: 'S1', orderId: id, amountFen: bill.dueFen, listFen: fen, burnPoints: 0, at, nonce: null }
  return allowed(book, purchase(openJournal(book.account, stampAt(at)), { ...order, coupons: used }, programme))
}
