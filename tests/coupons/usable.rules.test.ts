import type { Coupon } from '../../shared/books/coupon'
import type { CouponScope } from '../../shared/programme/parts/coupons'
import { usableCoupon, type Use } from '../../shared/coupons/usable'
import { addMilliseconds, startOfDay } from '../../shared/kit/time'
import { claims, consenting, couponShop, couponsOf, noon, templateOf } from '../support/coupons'
import { firstDay } from '../support/builders'

/** A coupon of such terms, tried so. Null when it may be used. */
function refusalOf(terms: { scope?: CouponScope; worth?: Coupon['worth'] }, use: Partial<Use> = {}, sent?: string) {
  const programme = couponShop([templateOf('ten', terms)])
  const book = claims(consenting(programme), programme)
  const [coupon] = couponsOf(book)
  const until = sent
  const coupons = [{ ...coupon!, ...(until ? { sent: { token: 't', at: firstDay, until } } : {}) }]
  const account = { ...book.account, coupons }
  const at = { at: firstDay, storeId: 'S1', amountFen: 10_000, ...use }
  const ruling = usableCoupon(account, programme, coupon!.couponId, at)
  return ruling.ok ? null : ruling.refusal
}
const at = (day: string, time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return addMilliseconds(startOfDay(day), (hours * 60 + minutes) * 60_000)
}
/** Good long enough to be tried on any of these days. */
const money = { kind: 'amount' as const, offFen: 1_000 }

describe('a coupon may be used', () => {
  it('from its threshold on, to the fen', () => {
    expect(refusalOf({}, { amountFen: 6_000 })).toBeNull()
    expect(refusalOf({}, { amountFen: 5_999 })).toBe('coupon_below')
  })

  it('from its threshold on of the goods that it is for', () => {
    expect(refusalOf({}, { amountFen: 10_000, onFen: 6_000 })).toBeNull()
    expect(refusalOf({}, { amountFen: 10_000, onFen: 5_999 })).toBe('coupon_below')
    expect(refusalOf({}, { amountFen: 5_999, onFen: 9_000 })).toBe('coupon_below')
  })

  it('in each of its stores', () => {
    expect(refusalOf({ scope: { stores: ['S1', 'S3'] } })).toBeNull()
    expect(refusalOf({ scope: { stores: ['S3', 'S1'] } })).toBeNull()
    expect(refusalOf({ scope: { stores: ['S2'] } })).toBe('coupon_not_here')
  })

  it('from the instant it begins until the instant it ends', () => {
    const programme = couponShop([
      templateOf('ten', { valid: { kind: 'dates', from: '2026-02-01', to: '2026-02-28' } }),
    ])
    const { account } = claims(consenting(programme), programme)
    const refusal = (instant: string) => {
      const use = { at: instant, storeId: 'S1', amountFen: 6_000 }
      const ruling = usableCoupon(account, programme, account.coupons![0]!.couponId, use)
      return ruling.ok ? null : [ruling.refusal, ruling.details]
    }
    expect(refusal(addMilliseconds(startOfDay('2026-02-01'), -1))).toEqual([
      'coupon_not_yet',
      { zh: '2 月 1 日', en: '1 Feb' },
    ])
    expect(refusal(startOfDay('2026-02-01'))).toBeNull()
    expect(refusal(addMilliseconds(startOfDay('2026-03-01'), -1))).toBeNull()
    expect(refusal(startOfDay('2026-03-01'))).toEqual(['coupon_over', { zh: '2 月 28 日', en: '28 Feb' }])
  })

  it('not while it is on its way to a friend, and again once nobody took it in time', () => {
    expect(refusalOf({}, {}, addMilliseconds(firstDay, 1))).toBe('coupon_sent')
    expect(refusalOf({}, {}, firstDay)).toBeNull()
  })

  it('at its tiers', () => {
    expect(refusalOf({ worth: money, scope: { stores: ['S1'] } })).toBeNull()
    const programme = couponShop([templateOf('ten')])
    const { account } = claims(consenting(programme), programme)
    const gold = { ...account.coupons![0]!, scope: { fromTier: 'silver' } }
    const tried = (tierId: string, coupon: Coupon) =>
      usableCoupon({ ...account, tierId, coupons: [coupon] }, programme, coupon.couponId, {
        at: firstDay,
        storeId: 'S1',
        amountFen: 6_000,
      }).ok
    expect([tried('regular', gold), tried('silver', gold), tried('gold', gold)]).toEqual([false, true, true])
    const only = { ...gold, scope: { tiers: ['silver'] } }
    expect([tried('regular', only), tried('silver', only), tried('gold', only)]).toEqual([false, true, false])
  })

  it('with an order that is sent home alone, where it is for such orders or worth their delivery', () => {
    const sentHome = { channel: 'delivery' as const }
    for (const terms of [{ worth: { kind: 'delivery' as const } }, { scope: sentHome }]) {
      expect(refusalOf(terms)).toBe('coupon_delivery_only')
      expect(refusalOf(terms, { channel: 'store' })).toBe('coupon_delivery_only')
      expect(refusalOf(terms, sentHome)).toBeNull()
    }
    expect(refusalOf({ worth: { kind: 'delivery' }, scope: { channel: 'store' } }, sentHome)).toBeNull()
  })

  it('with an order that is taken along alone, where it is for such orders; else with either', () => {
    expect(refusalOf({ scope: { channel: 'store' } })).toBeNull()
    expect(refusalOf({ scope: { channel: 'store' } }, { channel: 'delivery' })).toBe('coupon_store_only')
    expect(refusalOf({}, { channel: 'delivery' })).toBeNull()
  })

  it('for delivery from its threshold on', () => {
    const free = { worth: { kind: 'delivery' as const, fromFen: 9_900 } }
    expect(refusalOf(free, { amountFen: 9_899, channel: 'delivery' })).toBe('coupon_below')
    expect(refusalOf(free, { amountFen: 9_900, channel: 'delivery' })).toBeNull()
  })

  // 10 January 2026 is a Saturday.
  it.each([
    ['on its weekdays', { weekdays: [6] }, '2026-01-10', '12:00', true],
    ['on its weekdays', { weekdays: [6] }, '2026-01-11', '12:00', false],
    ['but for days that are left out', { exceptDays: ['2026-01-12'] }, '2026-01-12', '12:00', false],
    ['but for days that are left out', { exceptDays: ['2026-01-12'] }, '2026-01-13', '00:00', true],
    ['in its hours', { hours: { from: '14:00', to: '17:00' } }, '2026-01-10', '14:00', true],
    ['in its hours', { hours: { from: '14:00', to: '17:00' } }, '2026-01-10', '13:59', false],
    ['in its hours', { hours: { from: '14:00', to: '17:00' } }, '2026-01-10', '17:00', false],
    ['over midnight', { hours: { from: '22:00', to: '02:00' } }, '2026-01-11', '01:59', true],
    ['over midnight', { hours: { from: '22:00', to: '02:00' } }, '2026-01-11', '02:00', false],
    ['over midnight', { hours: { from: '22:00', to: '02:00' } }, '2026-01-11', '22:00', true],
    // What begins on Saturday night goes on after midnight; the small hours of Saturday belong to Friday.
    ['over midnight', { weekdays: [6], hours: { from: '22:00', to: '02:00' } }, '2026-01-11', '01:00', true],
    ['over midnight', { weekdays: [7], hours: { from: '22:00', to: '02:00' } }, '2026-01-11', '01:00', false],
    ['all day', { hours: { from: '08:00', to: '08:00' } }, '2026-01-11', '07:59', true],
  ])('%s (%j) on %s at %s: %s', (_, scope, day, time, may) => {
    expect(refusalOf({ scope }, { at: at(day, time) })).toBe(may ? null : 'coupon_not_now')
  })

  it('by nobody else', () => {
    const programme = couponShop()
    const [anna, ben] = [claims(consenting(programme), programme), consenting(programme, { id: 'account-2' })]
    const use = { at: noon('2026-01-10'), storeId: 'S1', amountFen: 6_000 }
    const ruling = usableCoupon(ben.account, programme, couponsOf(anna)[0]!.couponId, use)
    expect(ruling).toMatchObject({ ok: false, refusal: 'coupon_not_yours' })
  })
})
