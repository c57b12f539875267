import type { Programme } from '../schema'
import { newStoreCampaigns, newStoreMessages } from './new-store-campaigns'
import { usual } from './usual'

/** P15 of the programme list: a shop that opens: gifts for joining, friends, monthly offers, and what they may cost. */
export const newStore: Programme = {
  ...usual,
  id: 'new-store',
  name: { zh: '新店会员', en: 'New store' },
  tiers: [
    {
      id: 'member',
      name: { zh: '会员', en: 'Member' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [],
    },
  ],
  expiry: { kind: 'never' },
  redemption: { pointsPerYuan: 100 },
  enrolment: { ...usual.enrolment, points: 100 },
  referral: {
    referrer: [{ kind: 'points', points: 200 }],
    friend: [{ kind: 'coupon', couponId: 'welcome' }],
    completedBy: { orderFromFen: 1, withinDays: 30 },
    limits: [{ times: 20, per: 'month' }],
  },
  membership: {
    plans: [
      {
        id: 'year',
        name: { zh: '年费会员', en: 'A year' },
        lasts: '12 months',
        priceFen: 9_900,
        renewalFen: 7_900,
        tierId: 'member',
      },
    ],
    onExpiry: 'fall-back',
    renewal: 'from-the-old-end',
  },
  coupons: [
    {
      id: 'welcome',
      name: { zh: '新人券', en: 'Welcome coupon' },
      worth: { kind: 'amount', offFen: 1_000, fromFen: 5_000 },
      valid: { kind: 'from-issue', lasts: '30 days' },
      issuedBy: ['rule'],
    },
    {
      id: 'win-back',
      name: { zh: '回来看看券', en: 'Come back coupon' },
      worth: { kind: 'amount', offFen: 2_000, fromFen: 8_000 },
      valid: { kind: 'from-issue', lasts: '14 days' },
      issuedBy: ['rule'],
    },
  ],
  swapWindows: [
    {
      id: 'monthly-swap',
      name: { zh: '每月换礼', en: 'Monthly swap' },
      when: { kind: 'monthly', days: [25, 26, 27] },
    },
  ],
  rewards: [
    {
      id: 'mug',
      name: { zh: '马克杯', en: 'A mug' },
      gives: { kind: 'gift', name: { zh: '马克杯', en: 'a mug' } },
      price: { points: 800 },
      offers: [{ points: 500, windowId: 'monthly-swap' }],
    },
  ],
  campaigns: newStoreCampaigns,
  messages: newStoreMessages,
  budgets: [
    {
      id: 'opening-year',
      name: { zh: '开业首年', en: 'The opening year' },
      campaigns: ['new-member-cash-back', 'limited-discount', 'threshold', 'double-points', 'member-day', 'holiday'],
      totalFen: 5_000_000,
      splitPercent: { benefits: 60, promotion: 25, events: 15 },
      goals: { newMembersPercent: 20, frequencyPercent: 10, amountPercent: 10, satisfactionPercent: 90 },
    },
  ],
}
