import type { Programme, TierBenefit } from '../schema'

/** What gold brings at the pharmacy. */
export const pharmacyGoldBenefits: TierBenefit[] = [
  {
    kind: 'described',
    code: 'swap-for-less',
    text: {
      zh: '单次消费满 ¥480，1000 积分换原价 5000 积分的礼品',
      en: 'From ¥480 at once: 1,000 points for a gift of 5,000',
    },
  },
  {
    kind: 'described',
    code: 'points-top-up',
    text: { zh: '会员日补足积分', en: 'Points topped up on member day' },
  },
]

/** What diamond adds. */
export const pharmacyDiamondBenefits: TierBenefit[] = [
  {
    kind: 'gift',
    code: 'handbook',
    name: { zh: '健康手册', en: 'Health handbook' },
    when: 'from-time-to-time',
  },
  { kind: 'described', code: 'health-messages', text: { zh: '健康资讯', en: 'Health messages' } },
  {
    kind: 'gift',
    code: 'gift-pack',
    name: { zh: '钻石礼包', en: 'Diamond gift pack' },
    when: 'on-reaching',
    holds: [
      { kind: 'coupon', couponId: 'ten-yuan', count: 5 },
      { kind: 'coupon', couponId: 'check-up' },
      { kind: 'described', code: 'consultation', text: { zh: '健康咨询一次', en: 'a consultation' } },
    ],
  },
  {
    kind: 'entitlement',
    code: 'blood-glucose',
    name: { zh: '免费血糖检测', en: 'Free blood glucose test' },
    count: 1,
    per: 'month',
  },
  { kind: 'described', code: 'club-events', text: { zh: '俱乐部活动', en: 'Club events' } },
]

export const pharmacyCoupons: NonNullable<Programme['coupons']> = [
  {
    id: 'ten-yuan',
    name: { zh: '10 元券', en: '¥10 off' },
    worth: { kind: 'amount', offFen: 1_000, fromFen: 5_000 },
    valid: { kind: 'from-issue', lasts: '6 months' },
    issuedBy: ['rule'],
  },
  {
    id: 'check-up',
    name: { zh: '体检券', en: 'Check-up' },
    worth: { kind: 'service', service: { zh: '基础体检一次', en: 'A basic check-up' } },
    valid: { kind: 'from-issue', lasts: '12 months' },
    issuedBy: ['rule'],
  },
]
