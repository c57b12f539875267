import { buys, buysTier, collects, has, joins, swaps, waits, yearOf } from './table'

yearOf('silver-to-diamond', [
  {
    on: '2026-01-05',
    act: joins(),
    expect: { tier: 'silver', has: ['birthday', 'launches', 'member-day'] },
    line: 'P6.3',
  },
  { on: '2026-01-06', act: buys(2_999), expect: { tier: 'silver', points: 2_999, worthFen: 2_999 }, line: 'P6.1' },
  { on: '2026-01-07', act: buysTier('diamond-for-points'), expect: { refused: 'tier_not_yours_to_buy' }, line: 'P6.2' },
  { on: '2026-01-08', act: buysTier('gold-for-points'), expect: { tier: 'gold', points: 999 }, line: 'P6.2' },
  { on: '2026-01-08', act: buysTier('gold-for-points'), expect: { refused: 'tier_not_yours_to_buy' }, line: 'P6.2' },
  { on: '2026-01-09', act: buysTier('diamond-for-points'), expect: { refused: 'points_short' }, line: 'P6.2' },
  { on: '2027-01-08', act: waits(), expect: { tier: 'gold' }, line: 'P6.2' },
  { on: '2027-01-09', act: waits(), expect: { tier: 'silver', points: 999 }, line: 'P6.2' },
  { on: '2027-01-10', act: buys(1), expect: { tier: 'gold', has: ['tailored'] }, line: 'P6.1' },
  { on: '2027-01-11', act: buys(5_000), expect: { points: 6_000, earned: 8_000, tier: 'gold' }, line: 'P6.1' },
  { on: '2027-01-12', act: buysTier('diamond-for-points'), expect: { tier: 'diamond', points: 0 }, line: 'P6.2' },
  { on: '2027-02-01', act: has({}, 'annual-gala'), expect: { tier: 'diamond' }, line: 'P6.1' },
  { on: '2028-01-13', act: waits(), expect: { tier: 'diamond' }, line: 'P6.1' },
])

describe('points for gifts', () =>
  yearOf('silver-to-diamond', [
    { on: '2026-01-05', act: joins(), expect: { points: 0 }, line: 'P6.2' },
    { on: '2026-01-06', act: buys(1_500), expect: { points: 1_500 }, line: 'P6.2' },
    { on: '2026-01-07', act: swaps('gift-box'), expect: { points: 500, waiting: ['gift-box'] }, line: 'P6.2' },
    { on: '2026-01-08', act: collects(), expect: { points: 500, waiting: [] }, line: 'P6.2' },
    { on: '2026-01-08', act: swaps('gift-box'), expect: { refused: 'points_short' }, line: 'P6.2' },
  ]))
