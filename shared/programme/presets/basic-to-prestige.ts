import type { Programme } from '../schema'
import { allOf, anyOf, usual } from './usual'

/** P5 of the programme list: advanced by spend, prestige by more spend and friends; points are worth more above. */
export const basicToPrestige: Programme = {
  ...usual,
  id: 'basic-to-prestige',
  name: { zh: '基础到尊贵', en: 'Basic to prestige' },
  tiers: [
    {
      id: 'basic',
      name: { zh: '基础', en: 'Basic' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [],
    },
    {
      id: 'advanced',
      name: { zh: '高级', en: 'Advanced' },
      slot: 'gold',
      qualification: anyOf({ kind: 'spend', atLeastFen: 200_000 }),
      pointsPerYuan: 1,
      benefits: [{ kind: 'discount', percent: 5 }],
    },
    {
      id: 'prestige',
      name: { zh: '尊贵', en: 'Prestige' },
      slot: 'black',
      qualification: allOf({ kind: 'spend', atLeastFen: 1_000_000 }, { kind: 'referrals', atLeast: 3 }),
      pointsPerYuan: 1,
      benefits: [
        { kind: 'discount', percent: 10 },
        {
          kind: 'birthday',
          valid: 'month',
          choose: 'all',
          gives: [{ kind: 'gift', name: { zh: '生日礼', en: 'a birthday gift' } }],
        },
        {
          kind: 'early-access',
          code: 'trial-and-pre-sale',
          to: { zh: '新品试用与预售', en: 'Trials and pre-sales' },
          hours: 72,
        },
        { kind: 'agent', oneToOne: true, allDay: false },
      ],
    },
  ],
  expiry: { kind: 'never' },
  redemption: { pointsPerYuan: 100, perTier: { advanced: 80, prestige: 50 } },
  events: [
    {
      id: 'product-trial',
      name: { zh: '新品试用', en: 'A trial of new products' },
      kind: 'trial',
      startsAt: '2026-06-20T06:00:00.000Z',
      endsAt: '2026-06-20T08:00:00.000Z',
      fromTier: 'prestige',
      seats: 10,
    },
  ],
  referral: {
    referrer: [{ kind: 'points', points: 100 }],
    friend: [{ kind: 'points', points: 100 }],
    completedBy: { orderFromFen: 10_000, withinDays: 90 },
  },
}
