import { couponValueFen } from '../../shared/coupons/value'
import type { CouponWorth } from '../../shared/programme/parts/coupons'
import { templateOf } from '../support/coupons'

const name = { zh: '茶', en: 'Tea' }
const goods = [
  { code: 'oolong', name, listFen: 2_800 },
  { code: 'matcha', name, listFen: 3_200 },
  { code: 'unpriced', name },
]
const off = (kind: 'percent', more: object): CouponWorth => ({ kind, percent: 15, ...more })
const cases: [why: string, worth: CouponWorth, fen: number][] = [
  ['what it takes off', { kind: 'amount', offFen: 1_000, fromFen: 6_000 }, 1_000],
  ['of a percentage its upper limit', off('percent', { upToFen: 5_000 }), 5_000],
  ['of delivery its upper limit', { kind: 'delivery', upToFen: 1_200 }, 1_200],
  ['the dearest of the goods that it is for', { kind: 'goods', goods: ['oolong', 'matcha', 'unpriced'] }, 3_200],
  ['what a gift is worth', { kind: 'gift', gift: name, worthFen: 6_800 }, 6_800],
]

describe('a coupon is worth to its member', () => {
  it.each(cases)('%s', (_, worth, fen) => {
    expect(couponValueFen({ worth, templateId: 'gone' }, { goods })).toBe(fen)
  })

  it.each<[string, CouponWorth]>([
    ['a percentage without a limit', off('percent', {})],
    ['goods without a price', { kind: 'goods', goods: ['unpriced'] }],
    ['a service', { kind: 'service', service: name }],
    ['a gift of which nobody says it', { kind: 'gift', gift: name }],
  ])('what it costs the shop where it is %s, and nothing where that is not known', (_, worth) => {
    const coupons = [templateOf('known', { worth, costFen: 600 })]
    expect(couponValueFen({ worth, templateId: 'known' }, { coupons, goods })).toBe(600)
    expect(couponValueFen({ worth, templateId: 'gone' }, { coupons, goods })).toBe(0)
  })
})
