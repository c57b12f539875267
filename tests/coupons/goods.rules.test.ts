import { namedGoods } from '../../shared/coupons/goods'
import type { CouponScope, CouponWorth } from '../../shared/programme/parts/coupons'
import { programmeOf } from '../support/builders'

const name = (zh: string) => ({ zh, en: `${zh} in English` })
const programme = programmeOf({
  goods: [
    { code: 'longjing', name: name('龙井'), category: 'tea' },
    { code: 'cup', name: name('茶杯'), category: 'ware' },
    { code: 'pot', name: name('茶壶'), category: 'ware' },
  ],
  goodsCategories: [{ code: 'tea', name: name('茶') }],
})
const tenPercent: CouponWorth = { kind: 'percent', percent: 10 }
const named = (worth: CouponWorth, scope?: CouponScope) => namedGoods(programme, { worth, scope }).map(({ zh }) => zh)

it.each<[string, CouponWorth, CouponScope | undefined, string[]]>([
  ['nothing for a coupon that counts on all goods', tenPercent, { stores: ['S1'] }, []],
  ['what a coupon is exchanged for', { kind: 'goods', goods: ['cup', 'longjing'] }, undefined, ['茶杯', '龙井']],
  ['a category by its own name', tenPercent, { categories: ['tea'] }, ['茶']],
  ['a category without a name by its goods', tenPercent, { categories: ['ware'] }, ['茶杯', '茶壶']],
  ['categories and single goods', tenPercent, { categories: ['tea'], goods: ['pot'] }, ['茶', '茶壶']],
  ['only what the programme still has', tenPercent, { goods: ['gone', 'pot'] }, ['茶壶']],
])('names %s', (_, worth, scope, expected) => {
  expect(named(worth, scope)).toEqual(expected)
})
