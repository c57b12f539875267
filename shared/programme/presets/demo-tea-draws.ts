import type { Programme } from '../schema'

/** The draw of the demonstration shop: a wheel with a chance a day, and a better one for cards from silver on. */
export const demoTeaDraws: NonNullable<Programme['draws']> = [
  {
    id: 'spring-tea',
    name: { zh: '春茶抽奖季', en: 'Spring tea draw' },
    form: 'wheel',
    when: { kind: 'always' },
    forVisitors: false,
    chances: [
      { kind: 'everybody', chances: 1, limit: { times: 1, per: 'day' } },
      { kind: 'tier', fromTier: 'silver', chances: 1, limit: { times: 1, per: 'day' } },
      { kind: 'purchase', fromFen: 20_000, chances: 1, limit: { times: 1, per: 'day' } },
      { kind: 'points', points: 100, limit: { times: 3, per: 'day' } },
    ],
    perMember: { times: 3, per: 'day' },
    prizes: [
      {
        id: 'fifty-points',
        name: { zh: '50 积分', en: '50 points' },
        weight: 200,
        gives: { kind: 'points', points: 50 },
        worthFen: 50,
      },
      {
        id: 'ten-off',
        name: { zh: '10 元券', en: '¥10 off' },
        weight: 120,
        perDay: 200,
        gives: { kind: 'coupon', couponId: 'ten-off-sixty' },
        worthFen: 1_000,
      },
      {
        id: 'two-hundred-points',
        name: { zh: '200 积分', en: '200 points' },
        weight: 40,
        perDay: 50,
        gives: { kind: 'points', points: 200 },
        worthFen: 200,
      },
      {
        id: 'osmanthus',
        name: { zh: '桂花乌龙', en: 'Osmanthus oolong' },
        weight: 30,
        stock: 300,
        perMember: 2,
        gives: { kind: 'coupon', couponId: 'osmanthus-oolong' },
        worthFen: 3_200,
      },
      {
        id: 'fifteen-percent',
        name: { zh: '8.5 折券', en: '15% off' },
        weight: 60,
        stock: 500,
        gives: { kind: 'percent-off', percent: 15 },
      },
      {
        id: 'teapot',
        name: { zh: '朱泥壶', en: 'Clay teapot' },
        weight: 1,
        stock: 3,
        perMember: 1,
        gives: { kind: 'gift', name: { zh: '朱泥壶', en: 'a clay teapot' }, worthFen: 68_000, costFen: 30_000 },
        worthFen: 68_000,
      },
      { id: 'nothing', name: { zh: '谢谢参与', en: 'Nothing this time' }, weight: 549, gives: null },
    ],
    outOf: 1_000,
    odds: [
      {
        fromTier: 'gold',
        weights: {
          'fifty-points': 200,
          'ten-off': 150,
          'two-hundred-points': 60,
          osmanthus: 50,
          'fifteen-percent': 90,
          teapot: 2,
          nothing: 448,
        },
      },
    ],
    fallback: 'nothing',
  },
]
