import {
  comes,
  signsUp,
  buys,
  buysTier,
  checksIn,
  checksInDays,
  collects,
  has,
  joins,
  returns,
  reviews,
  swaps,
  waits,
  yearOf,
} from './table'

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
  { on: '2028-02-01', act: buys(1, { id: 'r' }), expect: { points: 1 }, line: 'P6.2' },
  { on: '2028-02-01', act: reviews('r'), expect: { points: 21, earned: 8_021 }, line: 'P6.2' },
  { on: '2028-02-02', act: returns('r', 1), expect: { points: 0, earned: 8_000 }, line: 'P6.2' },
  { on: '2028-02-09', act: checksInDays(7), expect: { points: 17, earned: 8_017 }, line: 'P6.2' },
  { on: '2028-02-09', act: checksIn(), expect: { refused: 'checked_in_already', points: 17 }, line: 'P6.2' },
  { on: '2028-02-10', act: checksIn(), expect: { points: 18 }, line: 'P6.2' },
  { on: '2028-02-16', act: checksInDays(6), expect: { points: 34 }, line: 'P6.2' },
])

describe('points for gifts', () =>
  yearOf('silver-to-diamond', [
    { on: '2026-01-05', act: joins(), expect: { points: 0 }, line: 'P6.2' },
    { on: '2026-01-06', act: buys(1_500), expect: { points: 1_500 }, line: 'P6.2' },
    { on: '2026-01-07', act: swaps('gift-box'), expect: { points: 500, waiting: ['gift-box'] }, line: 'P6.2' },
    { on: '2026-01-08', act: collects(), expect: { points: 500, waiting: [] }, line: 'P6.2' },
    { on: '2026-01-08', act: swaps('gift-box'), expect: { refused: 'points_short' }, line: 'P6.2' },
  ]))

describe('a tier by taking part', () =>
  yearOf('silver-to-diamond', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'silver' }, line: 'P6.1' },
    { on: '2026-06-01', act: signsUp('annual-gala'), expect: { refused: 'event_not_your_tier' }, line: 'P6.1' },
    { on: '2026-06-01', act: signsUp('open-day', 1), expect: { tier: 'silver' }, line: 'P6.1' },
    { on: '2026-06-20', act: comes('open-day'), expect: { tier: 'gold', has: ['tailored'] }, line: 'P6.1' },
    { on: '2026-12-01', act: signsUp('annual-gala'), expect: { tier: 'gold' }, line: 'P6.1' },
    { on: '2026-12-02', act: comes('annual-gala'), expect: { refused: 'event_not_now' }, line: 'P6.1' },
  ]))
