import type { Programme } from '../schema'
import { allOf, anyOf, usual } from './usual'
import { pharmacyCoupons, pharmacyGoldBenefits, pharmacyDiamondBenefits } from './pharmacy-benefits'

const untilYearEnd = { lasts: 'to year-end', requalify: 'anew', atEnd: 'lapse' } as const

/** P3 of the programme list: gold by a quarter's points, diamond by all points while gold, both to the end of the year. */
export const pharmacy: Programme = {
  ...usual,
  id: 'pharmacy',
  name: { zh: '药店会员', en: 'Pharmacy' },
  tiers: [
    {
      id: 'regular',
      name: { zh: '普通', en: 'Regular' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [],
    },
    {
      id: 'gold',
      name: { zh: '金卡', en: 'Gold' },
      slot: 'gold',
      qualification: anyOf({ kind: 'points-earned', atLeast: 1_200, within: 'quarter' }),
      term: untilYearEnd,
      pointsPerYuan: 1,
      benefits: pharmacyGoldBenefits,
    },
    {
      id: 'diamond',
      name: { zh: '钻石', en: 'Diamond' },
      slot: 'diamond',
      qualification: allOf({ kind: 'points-earned', atLeast: 5_000 }, { kind: 'holds-tier', tierId: 'gold' }),
      term: untilYearEnd,
      pointsPerYuan: 1,
      benefits: pharmacyDiamondBenefits,
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  earning: { nothingFor: ['prescription', 'medical-insurance'] },
  discounting: { nothingFor: ['prescription', 'medical-insurance'] },
  pointsTopUp: {
    fromTier: 'gold',
    when: { kind: 'monthly', days: [18] },
    per: 'month',
    bands: [
      { from: 1_400, to: 1_499, becomes: 1_500 },
      { from: 1_800, to: 1_999, becomes: 2_000 },
      { from: 2_700, to: 2_999, becomes: 3_000 },
      { from: 3_600, to: 3_999, becomes: 4_000 },
    ],
    above: { from: 4_500, step: 1_000, upper: 500 },
  },
  events: [
    {
      id: 'health-talk',
      name: { zh: '钻石会员健康讲座', en: 'Health talk for diamond members' },
      kind: 'gathering',
      startsAt: '2026-11-21T06:00:00.000Z',
      endsAt: '2026-11-21T08:00:00.000Z',
      fromTier: 'diamond',
      seats: 30,
      guestsMax: 1,
      waitingList: true,
    },
  ],
  leaderboards: [
    {
      id: 'quarter-hundred',
      name: { zh: '季度积分榜', en: "The quarter's hundred" },
      by: 'points-earned',
      per: 'quarter',
      winners: 100,
      tiers: ['gold'],
      prize: { kind: 'gift', name: { zh: '季度大奖', en: "the quarter's prize" } },
    },
  ],
  coupons: pharmacyCoupons,
  swapWindows: [
    { id: 'spring', name: { zh: '春季兑换', en: 'Spring swap' }, when: { kind: 'yearly', from: '03-01', to: '03-31' } },
    { id: 'autumn', name: { zh: '秋季兑换', en: 'Autumn swap' }, when: { kind: 'yearly', from: '09-01', to: '09-30' } },
  ],
  rewards: [
    {
      id: 'large-gift',
      name: { zh: '健康大礼', en: 'Health gift' },
      gives: { kind: 'gift', name: { zh: '健康大礼', en: 'a health gift' } },
      price: { points: 5_000 },
      offers: [{ points: 1_000, fromTier: 'gold', purchaseFromFen: 48_000 }],
    },
    {
      id: 'small-gift',
      name: { zh: '健康小礼', en: 'Small gift' },
      gives: { kind: 'gift', name: { zh: '健康小礼', en: 'a small gift' } },
      price: { points: 1_500 },
      windowId: 'spring',
    },
    {
      id: 'autumn-gift',
      name: { zh: '秋季好礼', en: 'Autumn gift' },
      gives: { kind: 'gift', name: { zh: '秋季好礼', en: 'an autumn gift' } },
      price: { points: 2_000 },
      windowId: 'autumn',
    },
    {
      id: 'bulk-goods',
      name: { zh: '团购换购', en: 'Bulk purchase' },
      gives: { kind: 'described', code: 'bulk-price', text: { zh: '团购优惠价', en: 'a better price in bulk' } },
      price: { points: 5_000 },
      offers: [{ points: 4_000, bulk: true }],
    },
    {
      id: 'magazine',
      name: { zh: '当期杂志', en: 'The current magazine' },
      gives: { kind: 'gift', name: { zh: '当期杂志', en: 'the current issue' } },
      price: { points: 100 },
      perMember: { times: 1, per: 'month' },
    },
  ],
  cards: {
    holders: ['adult', 'organisation'],
    transferable: false,
    family: { subCards: 5, pooling: 'holder-chooses', relationshipCheckedBy: 'staff' },
    couple: { pooling: 'pooled' },
    corporate: { holders: 20, bulk: { fromFen: 500_000, percent: 10, swapsAtOnce: true } },
  },
  messages: {
    list: [
      {
        id: 'health',
        on: { kind: 'every', when: { kind: 'monthly', days: [5] } },
        purpose: 'promotion',
        channels: ['inbox'],
        fromTier: 'diamond',
        text: { zh: '本月健康提示', en: 'Health notes of the month' },
      },
      {
        id: 'top-up-near',
        on: { kind: 'points-short', points: 500 },
        purpose: 'promotion',
        channels: ['inbox'],
        fromTier: 'gold',
        text: {
          zh: '差 {points} 积分到 {amount}，今天会员日可补足',
          en: '{points} points short of {amount}: have them topped up today, on member day',
        },
      },
      {
        id: 'handbook',
        on: { kind: 'every', when: { kind: 'yearly', from: '06-15', to: '06-15' } },
        purpose: 'promotion',
        channels: ['inbox'],
        fromTier: 'diamond',
        text: { zh: '新一期健康手册已备好，到店领取', en: 'The new health handbook waits for you in the store' },
        gives: [{ kind: 'gift', name: { zh: '健康手册', en: 'a health handbook' } }],
      },
    ],
  },
}
