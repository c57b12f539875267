import type { Programme } from '../schema'
import { allOf, usual } from './usual'

/** P7 of the programme list: each tier needs both spend and time; rewards cost less and discounts are larger above. */
export const spendAndTenure: Programme = {
  ...usual,
  id: 'spend-and-tenure',
  name: { zh: '消费与会龄', en: 'Spend and tenure' },
  tiers: [
    {
      id: 'regular',
      name: { zh: '普通', en: 'Regular' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [
        { kind: 'discount', percent: 2 },
        { kind: 'birthday', valid: 'month', choose: 'all', gives: [{ kind: 'coupon', couponId: 'birthday' }] },
      ],
    },
    {
      id: 'silver',
      name: { zh: '银卡', en: 'Silver' },
      slot: 'silver',
      qualification: allOf({ kind: 'spend', atLeastFen: 100_000 }, { kind: 'tenure', atLeast: '3 months' }),
      pointsPerYuan: 1,
      benefits: [{ kind: 'discount', percent: 5 }],
    },
    {
      id: 'gold',
      name: { zh: '金卡', en: 'Gold' },
      slot: 'gold',
      qualification: allOf({ kind: 'spend', atLeastFen: 500_000 }, { kind: 'tenure', atLeast: '12 months' }),
      pointsPerYuan: 1,
      benefits: [
        { kind: 'discount', percent: 8 },
        { kind: 'agent', oneToOne: false, allDay: false },
      ],
    },
    {
      id: 'diamond',
      name: { zh: '钻石', en: 'Diamond' },
      slot: 'diamond',
      qualification: allOf({ kind: 'spend', atLeastFen: 2_000_000 }, { kind: 'tenure', atLeast: '24 months' }),
      pointsPerYuan: 1,
      benefits: [
        { kind: 'discount', percent: 12 },
        { kind: 'agent', oneToOne: true, allDay: false },
      ],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  coupons: [
    {
      id: 'birthday',
      name: { zh: '生日券', en: 'Birthday coupon' },
      worth: { kind: 'amount', offFen: 3_000 },
      valid: { kind: 'birthday', span: 'month' },
      issuedBy: ['rule'],
    },
  ],
  rewards: [
    {
      id: 'gift-box',
      name: { zh: '礼盒', en: 'Gift box' },
      gives: { kind: 'gift', name: { zh: '礼盒', en: 'a gift box' } },
      price: { points: 2_000 },
      offers: [
        { points: 1_800, fromTier: 'silver' },
        { points: 1_500, fromTier: 'gold' },
        { points: 1_200, fromTier: 'diamond' },
      ],
    },
    {
      id: 'tote',
      name: { zh: '帆布袋', en: 'Tote bag' },
      gives: { kind: 'gift', name: { zh: '帆布袋', en: 'a tote bag' } },
      price: { points: 500 },
      offers: [
        { points: 450, fromTier: 'silver' },
        { points: 400, fromTier: 'gold' },
        { points: 300, fromTier: 'diamond' },
      ],
    },
  ],
  messages: {
    list: [
      {
        id: 'birthday',
        on: { kind: 'birthday', daysBefore: 0 },
        purpose: 'promotion',
        channels: ['inbox'],
        text: { zh: '生日快乐，生日券本月可用', en: 'Happy birthday. Your coupon is good all month' },
      },
    ],
  },
}
