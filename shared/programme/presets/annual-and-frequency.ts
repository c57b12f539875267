import type { Programme } from '../schema'
import { anyOf, usual } from './usual'

const challenge = { zh: '四季品鉴', en: 'The four seasons challenge' }
const forAYear = { lasts: '12 months', requalify: 'term', atEnd: 'one-down', graceDays: 30, warnDays: 60 } as const

/** P14 of the programme list: a tier by the year's spend, by frequency, by points, by a challenge or bought with points. */
export const annualAndFrequency: Programme = {
  ...usual,
  id: 'annual-and-frequency',
  name: { zh: '年度与频次', en: 'Annual and frequency' },
  tiers: [
    {
      id: 'regular',
      name: { zh: '普通', en: 'Regular' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1.1,
      benefits: [{ kind: 'described', code: 'holiday-promotions', text: { zh: '节日优惠', en: 'Holiday promotions' } }],
    },
    {
      id: 'silver',
      name: { zh: '银卡', en: 'Silver' },
      slot: 'silver',
      qualification: anyOf(
        { kind: 'spend', atLeastFen: 500_000, within: '365 days' },
        { kind: 'orders', atLeast: 3, within: 'month' },
        { kind: 'challenge', code: 'four-seasons', name: challenge },
      ),
      term: forAYear,
      pointsPerYuan: 1.2,
      benefits: [
        { kind: 'discount', percent: 2 },
        { kind: 'described', code: 'member-day', text: { zh: '会员日优惠', en: 'Offers on member day' } },
      ],
    },
    {
      id: 'gold',
      name: { zh: '金卡', en: 'Gold' },
      slot: 'gold',
      qualification: anyOf(
        { kind: 'spend', atLeastFen: 2_000_000, within: '365 days' },
        { kind: 'points-earned', atLeast: 10_000 },
      ),
      term: forAYear,
      pointsPerYuan: 2,
      benefits: [
        { kind: 'discount', percent: 5 },
        {
          kind: 'birthday',
          valid: 'month',
          choose: 'all',
          gives: [{ kind: 'gift', name: { zh: '生日礼', en: 'a birthday gift' } }],
        },
      ],
    },
    {
      id: 'vip',
      name: { zh: 'VIP', en: 'VIP' },
      slot: 'black',
      qualification: anyOf(
        { kind: 'spend', atLeastFen: 10_000_000, within: '365 days' },
        { kind: 'points-earned', atLeast: 100_000 },
      ),
      term: forAYear,
      pointsPerYuan: 2,
      benefits: [],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  tierSales: [
    {
      id: 'promotion',
      name: { zh: '晋级机会一次', en: 'One promotion' },
      points: 100,
      to: 'next',
      upToTier: 'gold',
      lasts: '3 months',
      limit: { times: 1, per: 'year' },
    },
  ],
  challenges: [
    {
      code: 'four-seasons',
      name: challenge,
      when: { kind: 'yearly', from: '01-01', to: '12-31' },
      needs: { of: 'orders', atLeast: 12 },
    },
  ],
  campaigns: [
    {
      id: 'member-day',
      name: { zh: '会员日', en: 'Member day' },
      when: { kind: 'monthly', days: [8] },
      aim: { fromTier: 'silver' },
      effects: [{ kind: 'percent-off', percent: 5 }],
    },
    {
      id: 'national-day',
      name: { zh: '国庆优惠', en: 'National Day' },
      when: { kind: 'yearly', from: '10-01', to: '10-07' },
      effects: [{ kind: 'money-off', offFen: 2_000, fromFen: 20_000 }],
    },
  ],
  messages: {
    list: [
      {
        id: 'birthday',
        on: { kind: 'birthday', daysBefore: 0 },
        purpose: 'promotion',
        channels: ['inbox'],
        fromTier: 'gold',
        text: { zh: '生日快乐，生日礼等你来领', en: 'Happy birthday, a gift waits for you' },
      },
      {
        id: 'member-day',
        on: { kind: 'every', when: { kind: 'monthly', days: [8] } },
        purpose: 'promotion',
        channels: ['inbox'],
        fromTier: 'silver',
        text: { zh: '今天会员日，全场再减 5%', en: 'Member day: another 5% off' },
      },
      {
        id: 'national-day',
        on: { kind: 'festival', festival: 'national-day', daysBefore: 0 },
        purpose: 'promotion',
        channels: ['inbox'],
        text: { zh: '国庆快乐，满 200 减 20', en: 'Happy National Day: ¥20 off from ¥200' },
      },
    ],
  },
  service: { channels: ['wechat'], recommendations: { isOn: true, measured: true } },
}
