import type { Programme } from '../schema'
import { anyOf, usual } from './usual'

const openDay = { zh: '会员开放日', en: 'Members’ open day' }
const gala = { zh: '年度答谢会', en: 'The annual gala' }

/** P6 of the programme list: a tier by spend, points or taking part; points buy gifts, money off or the next tier. */
export const silverToDiamond: Programme = {
  ...usual,
  id: 'silver-to-diamond',
  name: { zh: '银牌到钻石', en: 'Silver to diamond' },
  tiers: [
    {
      id: 'silver',
      name: { zh: '银牌', en: 'Silver' },
      slot: 'silver',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [
        {
          kind: 'birthday',
          valid: 'month',
          choose: 'all',
          gives: [{ kind: 'coupon', couponId: 'birthday' }],
        },
        { kind: 'early-access', code: 'launches', to: { zh: '新品首发', en: 'Launches' }, hours: 24 },
        { kind: 'described', code: 'member-day', text: { zh: '每月会员日专享', en: 'Offers on member day' } },
        { kind: 'described', code: 'hotline-service', text: { zh: '会员热线', en: 'Hotline' } },
      ],
    },
    {
      id: 'gold',
      name: { zh: '金牌', en: 'Gold' },
      slot: 'gold',
      qualification: anyOf(
        { kind: 'spend', atLeastFen: 300_000 },
        { kind: 'points-earned', atLeast: 4_000 },
        { kind: 'took-part', in: 'open-day', name: openDay },
      ),
      pointsPerYuan: 1,
      benefits: [{ kind: 'described', code: 'tailored', text: { zh: '定制产品', en: 'Tailored products' } }],
    },
    {
      id: 'diamond',
      name: { zh: '钻石', en: 'Diamond' },
      slot: 'diamond',
      qualification: anyOf(
        { kind: 'spend', atLeastFen: 1_000_000 },
        { kind: 'points-earned', atLeast: 12_000 },
        { kind: 'took-part', in: 'annual-gala', name: gala },
      ),
      pointsPerYuan: 1,
      benefits: [],
    },
  ],
  expiry: { kind: 'never' },
  redemption: { pointsPerYuan: 100 },
  earning: { acts: { review: { points: 20, limit: { times: 5, per: 'month' } } } },
  checkIn: { points: 1, streaks: [{ days: 7, points: 10 }] },
  tierSales: [
    {
      id: 'gold-for-points',
      name: { zh: '积分升金牌', en: 'Gold for points' },
      points: 2_000,
      to: { tierId: 'gold' },
      lasts: '12 months',
    },
    {
      id: 'diamond-for-points',
      name: { zh: '积分升钻石', en: 'Diamond for points' },
      points: 6_000,
      to: { tierId: 'diamond' },
      fromTier: 'gold',
      lasts: '12 months',
    },
  ],
  coupons: [
    {
      id: 'birthday',
      name: { zh: '生日券', en: 'Birthday coupon' },
      worth: { kind: 'amount', offFen: 5_000, fromFen: 20_000 },
      valid: { kind: 'birthday', span: 'month' },
      issuedBy: ['rule'],
    },
  ],
  rewards: [
    {
      id: 'gift-box',
      name: { zh: '礼盒', en: 'Gift box' },
      gives: { kind: 'gift', name: { zh: '礼盒', en: 'a gift box' } },
      price: { points: 1_000 },
    },
  ],
  events: [
    {
      id: 'open-day',
      name: openDay,
      kind: 'gathering',
      startsAt: '2026-06-20T06:00:00.000Z',
      endsAt: '2026-06-20T09:00:00.000Z',
      seats: 50,
      guestsMax: 1,
      waitingList: true,
    },
    {
      id: 'annual-gala',
      name: gala,
      kind: 'gathering',
      startsAt: '2026-12-19T10:00:00.000Z',
      endsAt: '2026-12-19T14:00:00.000Z',
      fromTier: 'gold',
      seats: 100,
      guestsMax: 1,
      waitingList: true,
    },
  ],
  campaigns: [
    {
      id: 'member-day',
      name: { zh: '会员日', en: 'Member day' },
      when: { kind: 'monthly', days: [8] },
      effects: [{ kind: 'money-off', offFen: 2_000, fromFen: 10_000 }],
    },
  ],
  messages: {
    list: [
      {
        id: 'birthday',
        on: { kind: 'birthday', daysBefore: 0 },
        purpose: 'promotion',
        channels: ['inbox'],
        text: { zh: '{name}，生日快乐，生日券本月可用', en: '{name}, happy birthday. Your coupon is good all month' },
      },
      {
        id: 'member-day',
        on: { kind: 'every', when: { kind: 'monthly', days: [8] } },
        purpose: 'promotion',
        channels: ['inbox'],
        text: { zh: '今天会员日，满 100 减 20', en: 'Member day: ¥20 off from ¥100' },
      },
    ],
  },
  service: { desk: { hotline: true, queues: false }, channels: ['phone', 'wechat'] },
}
