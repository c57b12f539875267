import type { Programme } from '../schema'
import { anyOf, usual } from './usual'

const doublePoints = { kind: 'birthday-points', times: 2 } as const
const toMonthEnd = { kind: 'from-issue', lasts: 'to month-end' } as const
const pack = (couponId: string, percent: number, count: number | 'unlimited') =>
  ({
    kind: 'coupon-pack',
    couponId,
    count,
    per: 'month',
    name: { zh: ` ${(100 - percent) / 10} 折券`, en: `${percent}% off` },
  }) as const
const template = (id: string, percent: number) => ({
  id,
  name: { zh: `${(100 - percent) / 10} 折券`, en: `${percent}% off` },
  worth: { kind: 'percent' as const, percent },
  valid: toMonthEnd,
  issuedBy: ['rule' as const],
})

/** P4 of the programme list: monthly coupons that grow with the tier, by spend or engagement. */
export const bronzeToDiamond: Programme = {
  ...usual,
  id: 'bronze-to-diamond',
  name: { zh: '青铜到钻石', en: 'Bronze to diamond' },
  tiers: [
    {
      id: 'bronze',
      name: { zh: '青铜', en: 'Bronze' },
      slot: 'bronze',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [
        { kind: 'service-queue', queue: 'slow' },
        { ...pack('bronze-ten', 10, 1), name: { zh: '指定商品 9 折券', en: '10% off named goods' } },
      ],
    },
    {
      id: 'silver',
      name: { zh: '白银', en: 'Silver' },
      slot: 'silver',
      qualification: anyOf({ kind: 'spend', atLeastFen: 100_000 }, { kind: 'engagement', atLeast: 100 }),
      pointsPerYuan: 1,
      benefits: [
        pack('silver-fifteen', 15, 2),
        doublePoints,
        {
          kind: 'early-access',
          code: 'events-and-trials',
          to: { zh: '小型活动与新品试用', en: 'Small events and product trials' },
          hours: 24,
        },
      ],
    },
    {
      id: 'gold',
      name: { zh: '黄金', en: 'Gold' },
      slot: 'gold',
      qualification: anyOf({ kind: 'spend', atLeastFen: 500_000 }, { kind: 'engagement', atLeast: 500 }),
      pointsPerYuan: 1,
      benefits: [
        pack('gold-twenty', 20, 3),
        {
          kind: 'birthday',
          valid: 'day',
          choose: 'all',
          gives: [{ kind: 'gift', name: { zh: '生日礼', en: 'a birthday gift' } }],
        },
        { kind: 'delivery-upgrade', to: 'express' },
        { kind: 'described', code: 'vip-seat', text: { zh: 'VIP 座位', en: 'VIP seat' } },
      ],
    },
    {
      id: 'diamond',
      name: { zh: '钻石', en: 'Diamond' },
      slot: 'diamond',
      qualification: anyOf({ kind: 'spend', atLeastFen: 2_000_000 }, { kind: 'engagement', atLeast: 2_000 }),
      pointsPerYuan: 1,
      benefits: [
        pack('diamond-thirty', 30, 'unlimited'),
        {
          kind: 'birthday',
          valid: 'day',
          choose: 'all',
          gives: [
            { kind: 'gift', name: { zh: '豪华生日礼包', en: 'a deluxe pack' } },
            { kind: 'described', code: 'tailored-service', text: { zh: '专属定制服务', en: 'tailored service' } },
          ],
        },
        {
          kind: 'early-access',
          code: 'events-and-trials',
          to: { zh: '活动与新品', en: 'Events and products' },
          hours: 72,
        },
        { kind: 'agent', oneToOne: true, allDay: true, replaces: ['service-queue'] },
      ],
    },
  ],
  expiry: { kind: 'never' },
  redemption: { pointsPerYuan: 100 },
  earning: {
    acts: {
      order: { engagement: 10 },
      review: { engagement: 5 },
      event: { engagement: 20 },
      survey: { engagement: 5 },
    },
  },
  checkIn: { engagement: 1 },
  goodsCategories: [{ code: 'named', name: { zh: '招牌与护理', en: 'specials and care' } }],
  goods: [
    { code: 'house-special', name: { zh: '本店招牌', en: 'House special' }, category: 'named' },
    { code: 'basic-care', name: { zh: '基础护理', en: 'Basic care' }, category: 'named' },
  ],
  coupons: [
    { ...template('bronze-ten', 10), scope: { categories: ['named'] } },
    template('silver-fifteen', 15),
    template('gold-twenty', 20),
    template('diamond-thirty', 30),
  ],
  events: [
    {
      id: 'small-salon',
      name: { zh: '小型沙龙', en: 'A small salon' },
      kind: 'gathering',
      startsAt: '2027-03-20T06:00:00.000Z',
      endsAt: '2027-03-20T08:00:00.000Z',
      seats: 12,
      signUpFrom: '2027-03-12T04:00:00.000Z',
      earlyAccess: 'events-and-trials',
      waitingList: true,
    },
    {
      id: 'product-trial',
      name: { zh: '新品试用', en: 'A trial of new products' },
      kind: 'trial',
      startsAt: '2027-04-10T06:00:00.000Z',
      endsAt: '2027-04-10T08:00:00.000Z',
      seats: 12,
      signUpFrom: '2027-04-02T04:00:00.000Z',
      earlyAccess: 'events-and-trials',
    },
  ],
  messages: {
    list: [
      {
        id: 'birthday',
        on: { kind: 'birthday', daysBefore: 0 },
        purpose: 'promotion',
        channels: ['inbox'],
        fromTier: 'silver',
        text: { zh: '生日快乐，今天双倍积分', en: 'Happy birthday: double points today' },
      },
      {
        id: 'month-end',
        on: { kind: 'coupon-expiring', daysBefore: 3 },
        purpose: 'service',
        channels: ['subscription', 'inbox'],
        text: { zh: '月底前用掉，别错过', en: 'Use it before the month ends' },
      },
    ],
  },
  service: { desk: { hotline: true, queues: true }, channels: ['wechat', 'phone'] },
}
