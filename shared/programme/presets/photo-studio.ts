import type { Programme } from '../schema'
import { anyOf, usual } from './usual'

/** P8 of the programme list: classes by packages and top-ups, two prices on every package, an online draw for visitors. */
export const photoStudio: Programme = {
  ...usual,
  id: 'photo-studio',
  name: { zh: '影楼会员', en: 'Photo studio' },
  tiers: [
    {
      id: 'visitor',
      name: { zh: '访客', en: 'Visitor' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 0,
      benefits: [],
    },
    {
      id: 'member',
      name: { zh: '会员', en: 'Member' },
      slot: 'silver',
      qualification: anyOf(
        { kind: 'bought', code: 'package', name: { zh: '任一套系', en: 'a package' } },
        { kind: 'top-up', atLeastFen: 1, of: 'total' },
      ),
      pointsPerYuan: 0,
      benefits: [
        { kind: 'described', code: 'member-price', text: { zh: '套系会员价', en: 'Member price on every package' } },
        {
          kind: 'described',
          code: 'ten-yuan-offer',
          text: { zh: '会员专享 10 元体验', en: 'The ¥10 offer for members' },
        },
      ],
    },
    {
      id: 'vip',
      name: { zh: 'VIP', en: 'VIP' },
      slot: 'gold',
      qualification: anyOf({ kind: 'top-up', atLeastFen: 500_001, of: 'single' }),
      pointsPerYuan: 0,
      benefits: [],
    },
    {
      id: 'vvip',
      name: { zh: 'VVIP', en: 'VVIP' },
      slot: 'black',
      qualification: anyOf(
        { kind: 'spend', atLeastFen: 1_000_001 },
        { kind: 'top-up', atLeastFen: 1_000_001, of: 'total' },
      ),
      pointsPerYuan: 0,
      benefits: [],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  goodsCategories: [
    { code: 'package', name: { zh: '套系', en: 'packages' } },
    { code: 'offer', name: { zh: '体验', en: 'offers' } },
  ],
  goods: [
    {
      code: 'portrait-package',
      name: { zh: '写真套系', en: 'Portrait package' },
      category: 'package',
      listFen: 99_900,
      memberFen: 69_900,
    },
    { code: 'ten-yuan-session', name: { zh: '10 元体验照', en: '¥10 session' }, category: 'offer', memberFen: 1_000 },
  ],
  storedValue: {
    plans: [
      {
        id: 'top-up-1000',
        name: { zh: '充 1000', en: 'Top up ¥1,000' },
        payFen: 100_000,
        creditFen: 100_000,
        gives: [{ kind: 'gift', name: { zh: '入会礼', en: 'a welcome gift' }, worthFen: 39_800, costFen: 8_000 }],
        commissionFen: 2_000,
      },
      { id: 'top-up-6000', name: { zh: '充 6000', en: 'Top up ¥6,000' }, payFen: 600_000, creditFen: 600_000 },
      { id: 'top-up-12000', name: { zh: '充 12000', en: 'Top up ¥12,000' }, payFen: 1_200_000, creditFen: 1_200_000 },
    ],
    spendFirst: 'principal',
    refundDays: 7,
  },
  campaigns: [
    {
      id: 'ten-yuan-offer',
      name: { zh: '会员专享 10 元', en: 'The ¥10 offer' },
      when: { kind: 'always' },
      aim: { fromTier: 'member' },
      effects: [
        {
          kind: 'price',
          good: 'ten-yuan-session',
          name: { zh: '10 元体验照', en: 'The ¥10 session' },
          priceFen: 1_000,
        },
      ],
    },
  ],
  draws: [
    {
      id: 'online-draw',
      name: { zh: '线上抽奖', en: 'Online draw' },
      form: 'wheel',
      when: { kind: 'always' },
      forVisitors: true,
      chances: [
        { kind: 'everybody', chances: 1, limit: { times: 1, per: 'day' } },
        { kind: 'sharing', friends: 10, chances: 1, isOn: false },
      ],
      prizes: [
        {
          id: 'session',
          name: { zh: '免费写真', en: 'A free session' },
          weight: 1,
          stock: 10,
          gives: { kind: 'gift', name: { zh: '免费写真', en: 'a free session' }, worthFen: 69_900 },
          worthFen: 69_900,
        },
        {
          id: 'frame',
          name: { zh: '相框', en: 'A frame' },
          weight: 19,
          stock: 200,
          gives: { kind: 'gift', name: { zh: '相框', en: 'a frame' }, worthFen: 2_900 },
          worthFen: 2_900,
        },
        { id: 'nothing', name: { zh: '谢谢参与', en: 'Nothing this time' }, weight: 80, gives: null },
      ],
      outOf: 100,
      fallback: 'nothing',
    },
  ],
  referral: {
    referrer: [{ kind: 'gift', name: { zh: '推荐礼', en: 'a gift for bringing a friend' } }],
    friend: [{ kind: 'gift', name: { zh: '新客礼', en: 'a gift for the friend' } }],
    completedBy: { orderFromFen: 1, withinDays: 180 },
  },
  service: {
    channels: ['store', 'wechat', 'phone'],
    scripts: [
      { source: 'self', text: { zh: '您是怎么了解到我们的？', en: 'How did you hear of us?' } },
      { source: 'referral', text: { zh: '您的朋友给您留了一份礼', en: 'Your friend has left a gift for you' } },
      { source: 'draw', text: { zh: '恭喜，您的奖品在这里', en: 'Congratulations, here is your prize' } },
    ],
    testimonials: { withConsent: true },
  },
}
