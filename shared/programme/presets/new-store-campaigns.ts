import type { Programme } from '../schema'

/** What a new store offers month by month. */
export const newStoreCampaigns: NonNullable<Programme['campaigns']> = [
  {
    id: 'new-member-cash-back',
    name: { zh: '新会员返现', en: 'Cash back for new members' },
    when: { kind: 'always' },
    aim: { who: 'new-member', whoDays: 30 },
    effects: [{ kind: 'cash-back', percent: 10, upToFen: 2_000 }],
    budgetFen: 500_000,
  },
  {
    id: 'limited-discount',
    name: { zh: '限时折扣', en: 'Limited-time discount' },
    when: { kind: 'monthly', days: [1, 2, 3] },
    effects: [{ kind: 'percent-off', percent: 10 }],
    budgetFen: 500_000,
  },
  {
    id: 'threshold',
    name: { zh: '满减', en: 'Money off above a threshold' },
    when: { kind: 'monthly', days: [10, 11, 12] },
    effects: [{ kind: 'money-off', offFen: 1_500, fromFen: 10_000 }],
    budgetFen: 500_000,
  },
  {
    id: 'double-points',
    name: { zh: '双倍积分', en: 'Double points' },
    when: { kind: 'monthly', days: [15, 16] },
    effects: [{ kind: 'earning-times', times: 2 }],
    budgetFen: 300_000,
  },
  {
    id: 'member-day',
    name: { zh: '会员日', en: 'Member day' },
    when: { kind: 'monthly', days: [18] },
    effects: [
      { kind: 'percent-off', percent: 8 },
      { kind: 'earning-times', times: 1.5 },
    ],
    budgetFen: 500_000,
  },
  {
    id: 'holiday',
    name: { zh: '节日主题', en: 'Holiday themes' },
    when: { kind: 'yearly', from: '12-24', to: '01-03' },
    effects: [{ kind: 'gift', name: { zh: '节日小礼', en: 'a holiday gift' }, costFen: 800 }],
    budgetFen: 300_000,
  },
]

/** Greetings, and a word to those who have not come for long. */
export const newStoreMessages: NonNullable<Programme['messages']> = {
  quiet: { from: '21:00', to: '09:00' },
  perWeek: 2,
  list: [
    {
      id: 'win-back',
      on: { kind: 'inactive', days: 60 },
      purpose: 'promotion',
      channels: ['inbox', 'text'],
      text: { zh: '好久不见，送你一张券', en: 'It has been a while, here is a coupon' },
      gives: [{ kind: 'coupon', couponId: 'win-back' }],
    },
    {
      id: 'birthday',
      on: { kind: 'birthday', daysBefore: 0 },
      purpose: 'promotion',
      channels: ['inbox'],
      text: { zh: '生日快乐', en: 'Happy birthday' },
      gives: [{ kind: 'points', points: 100 }],
    },
    {
      id: 'spring-festival',
      on: { kind: 'festival', festival: 'spring-festival', daysBefore: 1 },
      purpose: 'promotion',
      channels: ['inbox'],
      text: { zh: '春节快乐', en: 'Happy New Year' },
    },
    {
      id: 'mid-autumn',
      on: { kind: 'festival', festival: 'mid-autumn', daysBefore: 1 },
      purpose: 'promotion',
      channels: ['inbox'],
      text: { zh: '中秋快乐', en: 'Happy Mid-Autumn' },
    },
  ],
}
