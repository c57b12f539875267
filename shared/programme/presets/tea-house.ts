import type { Programme } from '../schema'
import { anyOf, usual } from './usual'

/** P1 of the programme list: two tiers by spend or bought for a term, one point per yuan for good, teas before others. */
export const teaHouse: Programme = {
  ...usual,
  id: 'tea-house',
  name: { zh: '茶室会员', en: 'Tea house' },
  tiers: [
    {
      id: 'regular',
      name: { zh: '普通会员', en: 'Regular' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [
        { kind: 'described', code: 'priority-seating', text: { zh: '优先入座', en: 'Priority seating' } },
        { kind: 'described', code: 'wifi', text: { zh: '免费无线网络', en: 'Free Wi-Fi' } },
        {
          kind: 'birthday',
          valid: 'day',
          choose: 'one',
          gives: [
            { kind: 'gift', name: { zh: '免费茶饮一杯', en: 'a free drink' } },
            { kind: 'percent-off', percent: 20 },
          ],
        },
        { kind: 'early-access', code: 'limited-teas', to: { zh: '限量茶', en: 'Limited teas' }, hours: 48 },
      ],
    },
    {
      id: 'premium',
      name: { zh: '高级会员', en: 'Premium' },
      slot: 'black',
      qualification: anyOf({ kind: 'spend', atLeastFen: 200_000 }),
      pointsPerYuan: 1,
      benefits: [
        { kind: 'described', code: 'vip-area', text: { zh: 'VIP 区', en: 'VIP area' } },
        { kind: 'described', code: 'upsize', text: { zh: '茶饮免费升杯', en: 'Free drink upsize' } },
        {
          kind: 'birthday',
          code: 'birthday-pack',
          valid: 'month',
          choose: 'all',
          gives: [{ kind: 'gift', name: { zh: '生日礼包', en: 'a birthday pack' } }],
        },
        {
          kind: 'discount',
          code: 'named-teas',
          percent: 10,
          on: { goods: ['longjing', 'dahongpao', 'puer'], name: { zh: '指定茶品', en: 'named teas' } },
        },
        { kind: 'early-access', code: 'event-seats', to: { zh: '会员活动报名', en: 'Member events' }, hours: 24 },
        { kind: 'described', code: 'greeting', text: { zh: '到店问候', en: 'Greeting on arrival' } },
        {
          kind: 'described',
          code: 'tea-set',
          text: { zh: '专属茶具与茶艺师', en: 'Own tea set and attendant' },
        },
        { kind: 'described', code: 'card-face', text: { zh: '专属卡面', en: 'A card face of its own' } },
        { kind: 'described', code: 'tailor-made-tea', text: { zh: '定制茶', en: 'Tailor-made tea' } },
      ],
    },
  ],
  expiry: { kind: 'never' },
  redemption: { pointsPerYuan: 100 },
  goodsCategories: [{ code: 'tea', name: { zh: '茶', en: 'teas' } }],
  goods: [
    { code: 'longjing', name: { zh: '龙井', en: 'Longjing' }, category: 'tea' },
    { code: 'dahongpao', name: { zh: '大红袍', en: 'Da Hong Pao' }, category: 'tea' },
    { code: 'puer', name: { zh: '普洱', en: "Pu'er" }, category: 'tea' },
  ],
  coupons: [
    {
      id: 'ten-off',
      name: { zh: '9 折券', en: '10% off' },
      worth: { kind: 'percent', percent: 10 },
      valid: { kind: 'from-issue', lasts: '30 days' },
      issuedBy: ['points'],
    },
  ],
  rewards: [
    {
      id: 'tea-sampler',
      name: { zh: '茶样礼盒', en: 'Tea sampler' },
      gives: { kind: 'gift', name: { zh: '茶样礼盒', en: 'a tea sampler' } },
      price: { points: 500 },
    },
    {
      id: 'spring-longjing',
      name: { zh: '明前龙井', en: 'Spring Longjing' },
      gives: { kind: 'gift', name: { zh: '明前龙井 50g', en: '50 g of spring Longjing' } },
      price: { points: 800 },
      stock: 20,
      opensOn: '2026-04-01',
      earlyAccess: 'limited-teas',
    },
    {
      id: 'ten-off',
      name: { zh: '9 折券', en: '10% off' },
      gives: { kind: 'coupon', couponId: 'ten-off' },
      price: { points: 300 },
    },
  ],
  membership: {
    plans: [
      {
        id: 'plan-3-months',
        name: { zh: '季卡', en: '3 months' },
        lasts: '3 months',
        priceFen: 9_900,
        tierId: 'premium',
      },
      {
        id: 'plan-6-months',
        name: { zh: '半年卡', en: '6 months' },
        lasts: '6 months',
        priceFen: 16_900,
        tierId: 'premium',
      },
      {
        id: 'plan-12-months',
        name: { zh: '年卡', en: '12 months' },
        lasts: '12 months',
        priceFen: 29_900,
        tierId: 'premium',
      },
    ],
    onExpiry: 'fall-back',
    renewal: 'from-the-old-end',
  },
  messages: {
    list: [
      {
        id: 'greeting',
        on: { kind: 'arrived' },
        purpose: 'service',
        channels: ['inbox'],
        fromTier: 'premium',
        text: { zh: '欢迎回来，茶已备好', en: 'Welcome back, your tea is ready' },
      },
      {
        id: 'event-tomorrow',
        on: { kind: 'event', daysBefore: 1 },
        purpose: 'service',
        channels: ['subscription', 'inbox'],
        text: { zh: '已为您留好座位', en: 'Your seat is kept for you' },
      },
    ],
  },
  events: [
    {
      id: 'spring-tea',
      name: { zh: '春茶品鉴会', en: 'Spring tea tasting' },
      kind: 'gathering',
      startsAt: '2026-06-20T06:00:00.000Z',
      endsAt: '2026-06-20T08:00:00.000Z',
      seats: 20,
      guestsMax: 1,
      signUpFrom: '2026-06-10T04:00:00.000Z',
      earlyAccess: 'event-seats',
      waitingList: true,
    },
  ],
  service: {
    channels: ['store', 'wechat'],
    requests: [
      {
        kind: 'tailor-made-tea',
        name: { zh: '定制茶', en: 'Tailor-made tea' },
        steps: ['received', 'agreed', 'carried-out', 'rated'],
        answerWithinHours: 24,
        fromTier: 'premium',
      },
    ],
  },
}
