import type { Programme } from '../schema'
import { allOf, anyOf, usual } from './usual'

/** P9 of the programme list: two tiers, top-ups with bonus, and a family set for ten orders in one calendar month. */
export const restaurant: Programme = {
  ...usual,
  id: 'restaurant',
  name: { zh: '餐饮会员', en: 'Restaurant' },
  tiers: [
    {
      id: 'member',
      name: { zh: '会员', en: 'Member' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [
        {
          kind: 'birthday',
          valid: 'week',
          choose: 'all',
          gives: [{ kind: 'gift', name: { zh: '长寿面一份', en: 'a bowl of birthday noodles' } }],
        },
      ],
    },
    {
      id: 'vip',
      name: { zh: 'VIP', en: 'VIP' },
      slot: 'gold',
      qualification: anyOf({ kind: 'spend', atLeastFen: 200_000 }),
      pointsPerYuan: 1,
      benefits: [{ kind: 'described', code: 'vip-top-up', text: { zh: 'VIP 储值优惠', en: 'A better top-up' } }],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  milestones: [
    {
      code: 'family-set',
      name: { zh: '家庭套餐一份（最多 6 人）', en: 'A family set for up to 6 people' },
      when: allOf({ kind: 'orders', atLeast: 10, within: 'month' }),
      per: 'month',
    },
  ],
  coupons: [
    {
      id: 'next-visit',
      name: { zh: '下次到店 10 元券', en: '¥10 off the next visit' },
      worth: { kind: 'amount', offFen: 1_000 },
      valid: { kind: 'from-issue', lasts: '3 months' },
      issuedBy: ['rule', 'code'],
    },
  ],
  campaigns: [
    {
      id: 'walk-in',
      name: { zh: '散客返券', en: 'A coupon for walk-ins' },
      when: { kind: 'always' },
      aim: { who: 'walk-in', fromFen: 3_000 },
      effects: [{ kind: 'coupon', couponId: 'next-visit' }],
    },
    {
      id: 'bulk-orders',
      name: { zh: '企业团餐', en: 'Corporate bulk orders' },
      when: { kind: 'always' },
      aim: { who: 'organisation', channels: ['bulk'], fromFen: 100_000 },
      effects: [
        { kind: 'percent-off', percent: 12 },
        { kind: 'gift', name: { zh: '免费小菜', en: 'free side dishes' } },
      ],
    },
  ],
  storedValue: {
    plans: [
      {
        id: 'member-500',
        name: { zh: '充 500 得 700', en: '¥700 for ¥500' },
        payFen: 50_000,
        creditFen: 70_000,
        tiers: ['member'],
      },
      {
        id: 'vip-800',
        name: { zh: '充 800 得 1200', en: '¥1,200 for ¥800' },
        payFen: 80_000,
        creditFen: 120_000,
        tiers: ['vip'],
      },
    ],
    spendFirst: 'in-proportion',
    refundDays: 7,
  },
  rewards: [
    {
      id: 'dish',
      name: { zh: '招牌菜一份', en: 'A house dish' },
      gives: { kind: 'gift', name: { zh: '招牌菜一份', en: 'a house dish' } },
      price: { points: 500 },
    },
    {
      id: 'tableware',
      name: { zh: '餐具礼盒', en: 'Tableware' },
      gives: { kind: 'gift', name: { zh: '餐具礼盒', en: 'a set of tableware' } },
      price: { points: 2_000 },
    },
  ],
  messages: {
    list: [
      {
        id: 'birthday',
        on: { kind: 'birthday', daysBefore: 3 },
        purpose: 'promotion',
        channels: ['inbox', 'text'],
        text: { zh: '生日快乐，长寿面给你留着', en: 'Happy birthday, your noodles are waiting' },
      },
    ],
  },
  cards: {
    holders: ['adult', 'organisation'],
    transferable: false,
    corporate: { holders: 20, bulk: { fromFen: 100_000, percent: 12, swapsAtOnce: false } },
  },
  profile: {
    fields: [
      { code: 'address', name: { zh: '送餐地址', en: 'Delivery address' }, kind: 'address', sensitive: true },
      { code: 'taste', name: { zh: '口味偏好', en: 'Taste' }, kind: 'text' },
    ],
  },
}
