import type { Programme, TierBenefit } from '../schema'
import { demoTeaCoupons, demoTeaGoods } from './demo-tea-coupons'
import { demoTeaBoards, demoTeaEvents } from './demo-tea-events'
import { newGuest } from './demo-tea-journeys'
import { demoTeaDraws } from './demo-tea-draws'
import { demoTeaMessages } from './demo-tea-messages'
import { demoTeaRewards } from './demo-tea-rewards'
import { demoTeaDuties } from './demo-tea-training'

const monthly: TierBenefit = {
  kind: 'coupon-pack',
  couponId: 'silver-month',
  name: { zh: '银卡月券', en: 'silver monthly coupon' },
  count: 2,
  per: 'month',
}

/** The programme of the demonstration shop: four tiers at ¥0, ¥500, ¥1,000 and ¥3,000, points good for a year. */
export const demoTea: Programme = {
  id: 'demo-tea',
  name: { zh: '屿间茶舍会员', en: 'Yujian Tea House' },
  tiers: [
    {
      id: 'regular',
      name: { zh: '普通', en: 'Regular' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [
        {
          kind: 'described',
          code: 'birthday-drink',
          text: { zh: '生日免费茶饮', en: 'Birthday drink' },
        },
      ],
    },
    {
      id: 'silver',
      name: { zh: '银卡', en: 'Silver' },
      slot: 'silver',
      qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 50_000 }] },
      pointsPerYuan: 1.5,
      benefits: [
        { kind: 'discount', percent: 5 },
        monthly,
        { kind: 'early-access', code: 'early-tea', to: { zh: '限量新茶', en: 'Limited teas' }, hours: 72 },
      ],
    },
    {
      id: 'gold',
      name: { zh: '金卡', en: 'Gold' },
      slot: 'gold',
      qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 100_000 }] },
      pointsPerYuan: 2,
      benefits: [
        { kind: 'discount', percent: 8 },
        monthly,
        { kind: 'described', code: 'upsize', text: { zh: '茶饮免费升杯', en: 'Free drink upsize' } },
      ],
    },
    {
      id: 'diamond',
      name: { zh: '钻石', en: 'Diamond' },
      slot: 'diamond',
      qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 300_000 }] },
      pointsPerYuan: 2.5,
      benefits: [
        { kind: 'discount', percent: 12 },
        monthly,
        { kind: 'described', code: 'tea-set', text: { zh: '专属茶艺师', en: 'Own tea host' } },
      ],
    },
  ],
  expiry: { kind: 'months', months: 12, until: 'month-end' },
  redemption: { pointsPerYuan: 100 },
  refundShortfall: 'debt',
  rewards: demoTeaRewards,
  enrolment: { points: 100, phone: 'needed' },
  goods: demoTeaGoods,
  coupons: demoTeaCoupons,
  events: demoTeaEvents,
  journeys: [newGuest],
  messages: demoTeaMessages,
  ...demoTeaBoards,
  ...demoTeaDuties,
  draws: demoTeaDraws,
  earning: {
    acts: {
      review: { points: 20, limit: { times: 5, per: 'month' } },
      profile: { points: 50 },
    },
  },
  checkIn: {
    points: 5,
    streaks: [
      { days: 3, points: 12 },
      { days: 7, points: 25 },
      { days: 10, points: 45 },
      { days: 14, points: 55 },
    ],
    makeUpPoints: 20,
  },
  referral: {
    referrer: [{ kind: 'points', points: 200 }],
    friend: [{ kind: 'points', points: 200 }],
    completedBy: { orderFromFen: 3_000, withinDays: 30 },
    limits: [{ times: 10, per: 'month' }],
    steps: [
      { friends: 5, gives: [{ kind: 'gift', name: { zh: '限定茶杯', en: 'A limited tea cup' }, worthFen: 6_800 }] },
    ],
  },
  terms: { termsVersion: '2026-05', privacyVersion: '2026-05' },
}
