import type { Programme } from '../schema'
import { anyOf, usual } from './usual'

const birthday = (zh: string, en: string) =>
  ({
    kind: 'birthday',
    valid: 'month',
    choose: 'all',
    gives: [{ kind: 'gift' as const, name: { zh, en } }] as { kind: 'gift'; name: { zh: string; en: string } }[],
  }) as const

/** P16 of the programme list: discount, swap, birthday gift and agent per tier; every campaign can be aimed at tiers. */
export const teaMerchant: Programme = {
  ...usual,
  id: 'tea-merchant',
  name: { zh: '茶叶会员', en: 'Tea merchant' },
  tiers: [
    {
      id: 'regular',
      name: { zh: '普通', en: 'Regular' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [{ kind: 'discount', percent: 2 }, birthday('生日茶样', 'a sample of tea')],
    },
    {
      id: 'silver',
      name: { zh: '银卡', en: 'Silver' },
      slot: 'silver',
      qualification: anyOf({ kind: 'spend', atLeastFen: 200_000 }),
      pointsPerYuan: 1,
      benefits: [
        { kind: 'discount', percent: 5 },
        birthday('生日小罐茶', 'a small tin of tea'),
        { kind: 'agent', oneToOne: false, allDay: false },
      ],
    },
    {
      id: 'gold',
      name: { zh: '金卡', en: 'Gold' },
      slot: 'gold',
      qualification: anyOf({ kind: 'spend', atLeastFen: 1_000_000 }),
      pointsPerYuan: 1,
      benefits: [
        { kind: 'discount', percent: 10 },
        birthday('生日礼盒茶', 'a gift box of tea'),
        { kind: 'agent', oneToOne: true, allDay: false },
      ],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  rewards: [
    {
      id: 'tea-tin',
      name: { zh: '罐装茶', en: 'A tin of tea' },
      gives: { kind: 'gift', name: { zh: '罐装茶', en: 'a tin of tea' } },
      price: { points: 1_000 },
      offers: [
        { points: 900, fromTier: 'silver' },
        { points: 800, fromTier: 'gold' },
      ],
    },
  ],
  campaigns: [
    {
      id: 'new-tea',
      name: { zh: '新茶上市', en: 'New teas' },
      when: { kind: 'yearly', from: '04-01', to: '04-30' },
      aim: { fromTier: 'silver', categories: ['new-tea'] },
      effects: [{ kind: 'percent-off', percent: 10 }],
    },
    {
      id: 'limited-discount',
      name: { zh: '限时折扣', en: 'Limited-time discount' },
      when: { kind: 'monthly', days: [1, 2, 3] },
      aim: { tiers: ['regular'] },
      effects: [{ kind: 'percent-off', percent: 5 }],
    },
    {
      id: 'threshold',
      name: { zh: '满减', en: 'Money off above a threshold' },
      when: { kind: 'monthly', days: [20] },
      aim: { fromTier: 'gold' },
      effects: [{ kind: 'money-off', offFen: 10_000, fromFen: 80_000 }],
    },
  ],
  goodsCategories: [{ code: 'new-tea', name: { zh: '新茶', en: 'new teas' } }],
  goods: [{ code: 'spring-longjing', name: { zh: '明前龙井', en: 'Spring Longjing' }, category: 'new-tea' }],
  messages: {
    list: [
      {
        id: 'new-tea',
        on: { kind: 'every', when: { kind: 'yearly', from: '04-01', to: '04-01' } },
        purpose: 'promotion',
        channels: ['inbox'],
        fromTier: 'silver',
        text: { zh: '新茶到了', en: 'The new teas have come' },
      },
    ],
  },
}
