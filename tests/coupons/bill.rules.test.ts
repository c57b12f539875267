import fc from 'fast-check'
import type { Coupon } from '../../shared/books/coupon'
import { bestCoupon } from '../../shared/coupons/best'
import { couponOff, takenTogether, type BilledCoupon } from '../../shared/coupons/off'
import { billOf, type BillTerms } from '../../shared/purchases/bill'

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

const worths = fc.oneof(
  fc.integer({ min: 1, max: 20_000 }).map(amount),
  fc
    .tuple(fc.integer({ min: 1, max: 100 }), fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: undefined }))
    .map(([of, upToFen]) => percent(of, upToFen)),
  fc.constant<Coupon['worth']>({ kind: 'goods', goods: ['oolong'] }),
)

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
  type Offered = BilledCoupon & { until: string }
  const ending = (couponId: string, worth: Coupon['worth'], until: string, stacks = true): Offered => ({
    couponId,
    worth,
    stacks,
    until,
  })
  const tenPercentOff = (amountFen: number) => (coupons: readonly Offered[]) =>
    billOf({ amountFen, burnPoints: 0, coupons }, terms).dueFen
  const best = (amountFen: number, coupons: readonly Offered[]) =>
    bestCoupon(coupons, tenPercentOff(amountFen))?.couponId ?? null

  const later = ending('later', amount(500), '2026-07-01')
  const five = ending('five', amount(500), '2026-06-01')
  const fifteen = ending('fifteen', percent(15), '2026-08-01', false)
  const cup = ending('cup', { kind: 'goods', goods: ['oolong'] }, '2026-05-22')

  it('is the one that saves most, of equals the one that ends first', () => {
    expect(best(6_000, [later, five, fifteen, cup])).toBe('five')
    expect(best(60_000, [later, five, fifteen, cup])).toBe('fifteen')
  })

  it('is none where none saves more than the discount whose place it takes', () => {
    expect(best(6_000, [cup, ending('eight', percent(8), '2026-06-01', false)])).toBeNull()
    expect(best(6_000, [])).toBeNull()
  })

  const offered = fc.array(
    fc
      .tuple(worths, fc.boolean(), fc.integer({ min: 10, max: 28 }))
      .map(([worth, stacks, day]) => ending('', worth, `2026-06-${day}`, stacks)),
    { maxLength: 5 },
  )

  it('is never worse than any other, nor than none, and no other as good ends sooner', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), offered, (amountFen, several) => {
        const dueWith = tenPercentOff(amountFen)
        const found = bestCoupon(several, dueWith)
        const dues = [dueWith([]), ...several.map((one) => dueWith([one]))]
        expect(dueWith(found ? [found] : [])).toBe(Math.min(...dues))
        if (!found) return
        expect(dueWith([found])).toBeLessThan(dueWith([]))
        const asGood = several.filter((one) => dueWith([one]) === dueWith([found]))
        expect(found.until).toBe(asGood.map(({ until }) => until).sort()[0])
      }),
    )
  })
})
