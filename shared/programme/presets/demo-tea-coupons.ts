import type { Programme } from '../schema'

/** What the demonstration shop's exchange coupons are good for. */
export const demoTeaGoods: NonNullable<Programme['goods']> = [
  { code: 'osmanthus-oolong', name: { zh: '桂花乌龙大杯，冷热任选', en: 'a large osmanthus oolong' } },
]

/** The coupons of the demonstration shop: money off, the month's percentage, a drink, delivery, and two to be claimed. */
export const demoTeaCoupons: NonNullable<Programme['coupons']> = [
  {
    id: 'ten-off-sixty',
    name: { zh: '满 60 减 10', en: '¥10 off ¥60' },
    worth: { kind: 'amount', offFen: 1_000, fromFen: 6_000 },
    valid: { kind: 'from-issue', lasts: '30 days' },
    issuedBy: ['claim', 'code', 'hand'],
    perMember: { times: 1, per: 'month' },
    stacks: true,
    costFen: 1_000,
  },
  {
    id: 'silver-month',
    name: { zh: '银卡月券', en: 'Silver monthly' },
    worth: { kind: 'percent', percent: 15, upToFen: 5_000 },
    scope: { fromTier: 'silver' },
    valid: { kind: 'from-issue', lasts: 'to month-end' },
    issuedBy: ['rule'],
  },
  {
    id: 'osmanthus-oolong',
    name: { zh: '桂花乌龙兑换券', en: 'Osmanthus oolong' },
    worth: { kind: 'goods', goods: ['osmanthus-oolong'] },
    scope: { hours: { from: '10:00', to: '21:00' } },
    valid: { kind: 'from-issue', lasts: '31 days' },
    issuedBy: ['claim', 'hand', 'points', 'rule'],
    stock: 50,
    perMember: { times: 1, per: 'month' },
    giftable: true,
    stacks: true,
    costFen: 600,
  },
  {
    id: 'free-post',
    name: { zh: '邮寄包邮券', en: 'Free delivery' },
    worth: { kind: 'delivery', fromFen: 9_900 },
    valid: { kind: 'from-issue', lasts: '45 days' },
    issuedBy: ['claim', 'hand'],
    perMember: { times: 1, per: 'month' },
    costFen: 1_200,
  },
  {
    id: 'spring-five',
    name: { zh: '新茶立减 5 元', en: '¥5 off new tea' },
    worth: { kind: 'amount', offFen: 500 },
    valid: { kind: 'from-issue', lasts: '14 days' },
    issuedBy: ['claim'],
    stock: 200,
    perMember: { times: 1, per: 'month' },
    giftable: true,
    stacks: true,
    costFen: 500,
  },
  {
    id: 'gold-twenty',
    name: { zh: '金卡满 120 减 20', en: 'Gold: ¥20 off ¥120' },
    worth: { kind: 'amount', offFen: 2_000, fromFen: 12_000 },
    scope: { fromTier: 'gold' },
    valid: { kind: 'from-issue', lasts: '30 days' },
    issuedBy: ['claim'],
    stock: 100,
    perMember: { times: 1, per: 'month' },
    stacks: true,
    costFen: 2_000,
  },
]
