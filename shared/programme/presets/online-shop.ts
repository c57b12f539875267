import type { Programme } from '../schema'
import { anyOf, usual } from './usual'

/** P10 of the programme list: tiers by spend or completed orders, judged when an order completes, and no points. */
export const onlineShop: Programme = {
  ...usual,
  id: 'online-shop',
  name: { zh: '网店会员', en: 'Online shop' },
  tiers: [
    {
      id: 'regular',
      name: { zh: '普通', en: 'Regular' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 0,
      benefits: [],
    },
    {
      id: 'advanced',
      name: { zh: '高级', en: 'Advanced' },
      slot: 'silver',
      qualification: anyOf({ kind: 'spend', atLeastFen: 100_000 }, { kind: 'orders', atLeast: 5 }),
      pointsPerYuan: 0,
      benefits: [{ kind: 'discount', percent: 10 }],
    },
    {
      id: 'vip',
      name: { zh: 'VIP', en: 'VIP' },
      slot: 'gold',
      qualification: anyOf({ kind: 'spend', atLeastFen: 500_000 }, { kind: 'by-hand' }),
      pointsPerYuan: 0,
      benefits: [],
    },
    {
      id: 'supreme',
      name: { zh: '至尊', en: 'Supreme' },
      slot: 'black',
      qualification: anyOf({ kind: 'spend', atLeastFen: 2_000_000 }, { kind: 'by-hand' }),
      pointsPerYuan: 0,
      benefits: [],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  segments: {
    funnel: [
      { id: 'lead', name: { zh: '访客', en: 'Visited' } },
      { id: 'asked', name: { zh: '咨询', en: 'Asked' }, whenAsked: true },
      { id: 'buyer', name: { zh: '首购', en: 'Buyer' }, fromOrders: 1 },
      { id: 'repeat', name: { zh: '复购', en: 'Repeat' }, fromOrders: 2 },
      { id: 'loyal', name: { zh: '忠诚', en: 'Loyal' }, fromOrders: 5 },
    ],
    tags: { copy: true, cut: true },
    filters: ['status', 'tier', 'source', 'orders'],
  },
}
