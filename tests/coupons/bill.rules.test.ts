import fc from 'fast-check'
import type { Coupon } from '../../shared/books/coupon'
import { weighCoupons } from '../../shared/coupons/best'
import { couponOff, takenTogether } from '../../shared/coupons/off'
import { billOf, type BillTerms } from '../../shared/purchases/bill'
import { firstDay } from '../support/builders'
import { claims, consenting, couponShop, couponsOf, templateOf } from '../support/coupons'

const terms: BillTerms = { discountPercent: 10, pointsPerYuan: 1, redemption: { pointsPerYuan: 100 } }
const coupon = (worth: Coupon['worth'], more: { stacks?: boolean; onFen?: number; couponId?: string } = {}) => ({
  couponId: 'c',
  worth,
  stacks: true,
  ...more,
})
const amount = (offFen: number) => ({ kind: 'amount' as const, offFen })
const percent = (of: number, upToFen?: number) => ({
  kind: 'percent' as const,
  percent: of,
  ...(upToFen === undefined ? {} : { upToFen }),
})

describe('a coupon takes off', () => {
  it.each([
    ['its amount', coupon(amount(1_000)), 6_000, 1_000],
    ['no more than the bill', coupon(amount(1_000)), 300, 300],
    ['its percentage, rounded up', coupon(percent(15)), 333, 50],
    ['no more than its cap', coupon(percent(15, 40)), 333, 40],
    ['a percentage of its goods only', coupon(percent(10), { onFen: 2_000 }), 9_000, 200],
    ['no more than its goods cost', coupon(amount(1_000), { onFen: 400 }), 9_000, 400],
    ['of goods that cost more than the bill no more than the bill', coupon(percent(50), { onFen: 9_000 }), 400, 200],
    ['nothing where it is exchanged for goods', coupon({ kind: 'goods', goods: ['oolong'] }), 9_000, 0],
    ['nothing where it is a gift', coupon({ kind: 'gift', gift: { zh: '茶', en: 'tea' } }), 9_000, 0],
  ])('%s', (_, one, fen, off) => {
    expect(couponOff(one, fen)).toBe(off)
  })
})

describe('a bill with coupons', () => {
  const due = (...coupons: ReturnType<typeof coupon>[]) =>
    billOf({ amountFen: 10_000, burnPoints: 0, coupons }, terms).dueFen

  it('takes a coupon that stacks off after the discount, others one after the other', () => {
    expect(due(coupon(amount(1_000)))).toBe(8_000)
    expect(due(coupon(percent(50)), coupon(percent(50), { couponId: 'd' }))).toBe(2_250)
  })

  it('takes one that does not stack in place of the discount', () => {
    expect(due(coupon(amount(1_000), { stacks: false }))).toBe(9_000)
  })

  it('leaves the discount where what does not stack is exchanged for goods', () => {
    expect(due(coupon({ kind: 'goods', goods: ['oolong'] }, { stacks: false }))).toBe(9_000)
  })

  it('takes points for what coupons have left', () => {
    const bill = billOf({ amountFen: 1_000, burnPoints: 5_000, coupons: [coupon(amount(700))] }, terms)
    expect(bill).toMatchObject({ couponFen: 700, burnPoints: 200, burnFen: 200, dueFen: 0 })
  })

  it('takes together what stacks, and alone what does not', () => {
    const [one, other] = [{ stacks: true }, { stacks: false }]
    expect([[one, one], [one, other], [other], [other, other]].map(takenTogether)).toEqual([true, false, true, false])
  })

  const worths = fc.oneof(
    fc.integer({ min: 1, max: 20_000 }).map(amount),
    fc
      .tuple(fc.integer({ min: 1, max: 100 }), fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: undefined }))
      .map(([of, upToFen]) => percent(of, upToFen)),
    fc.constant<Coupon['worth']>({ kind: 'goods', goods: ['oolong'] }),
  )
  const onBill = fc.record({
    worth: worths,
    stacks: fc.boolean(),
    onFen: fc.option(fc.nat(30_000), { nil: undefined }),
  })

  it('is never below nothing, adds up, and never takes more off by a coupon than the coupon shows', () => {
    const asked = fc.record({
      amountFen: fc.nat(30_000),
      burnPoints: fc.nat(3_000),
      coupons: fc.array(onBill, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(asked, fc.nat(40), ({ coupons, ...rest }, discountPercent) => {
        const named = coupons.map(({ onFen, ...one }, index) => ({
          ...one,
          couponId: `c${index}`,
          ...(onFen === undefined ? {} : { onFen }),
        }))
        const bill = billOf({ ...rest, coupons: named }, { ...terms, discountPercent })
        expect(bill.dueFen).toBeGreaterThanOrEqual(0)
        expect(bill.dueFen).toBe(bill.amountFen - bill.discountFen - bill.couponFen - bill.burnFen)
        expect(bill.couponFen).toBe(bill.coupons.reduce((sum, { offFen }) => sum + offFen, 0))
        named.forEach(({ worth, onFen }, index) => {
          const { offFen } = bill.coupons[index]!
          expect(Number.isInteger(offFen) && offFen >= 0).toBe(true)
          expect(offFen).toBeLessThanOrEqual(onFen ?? bill.amountFen)
          if (worth.kind === 'amount') expect(offFen).toBeLessThanOrEqual(worth.offFen)
          if (worth.kind === 'percent' && worth.upToFen) expect(offFen).toBeLessThanOrEqual(worth.upToFen)
        })
      }),
    )
  })
})

describe('the best coupon', () => {
  const programme = couponShop([
    templateOf('five', { worth: amount(500), stacks: true }),
    templateOf('later', { worth: amount(500), stacks: true, valid: { kind: 'from-issue', lasts: '60 days' } }),
    templateOf('fifteen-percent', { worth: percent(15) }),
    templateOf('big', { worth: { ...amount(5_000), fromFen: 50_000 } }),
    templateOf('cup', { worth: { kind: 'goods', goods: ['oolong'] } }),
  ])
  const book = ['later', 'five', 'fifteen-percent', 'big', 'cup'].reduce(
    (current, id) => claims(current, programme, id),
    consenting(programme),
  )
  const dueWith = (amountFen: number, coupons: readonly Coupon[]) =>
    billOf({ amountFen, burnPoints: 0, coupons }, terms).dueFen
  const weighed = (amountFen: number) =>
    weighCoupons(
      book.account,
      programme,
      { at: firstDay, storeId: 'S1', amountFen },
      (one) => dueWith(amountFen, []) - dueWith(amountFen, [one]),
    )

  it('is the one that saves most, then the one that ends first; what may not be used stands last with its reason', () => {
    expect(weighed(6_000).map(({ coupon: { templateId }, refused }) => [templateId, refused?.refusal])).toEqual([
      ['five', undefined],
      ['later', undefined],
      ['fifteen-percent', undefined],
      ['cup', undefined],
      ['big', 'coupon_below'],
    ])
    expect(weighed(60_000)[0]).toMatchObject({ coupon: { templateId: 'fifteen-percent' }, saves: 3_000 })
    expect(weighed(0).every(({ refused }) => refused?.refusal === 'coupon_below')).toBe(true)
  })

  it('is never worse than any other, nor than none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (amountFen) => {
        const best = weighed(amountFen)[0]!
        const dues = weighed(amountFen)
          .filter(({ refused }) => !refused)
          .map(({ coupon: one }) => dueWith(amountFen, [one]))
        expect(dueWith(amountFen, [best.coupon])).toBe(Math.min(...dues))
        expect(best.saves).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(couponsOf(book)).toHaveLength(5)
  })
})
