import { buys, isGiven, joins, swaps, yearOf } from './table'

yearOf('spend-and-tenure', [
  { on: '2026-01-31', act: joins(), expect: { tier: 'regular', discount: 2, has: ['birthday'] }, line: 'P7.1' },
  { on: '2026-02-01', act: buys(6_000), expect: { tier: 'regular', points: 6_000 }, line: 'P7.1' },
  { on: '2026-04-29', act: buys(1), expect: { tier: 'regular' }, line: 'P7.1' },
  { on: '2026-04-30', act: buys(1), expect: { tier: 'silver', discount: 5 }, line: 'P7.1' },
  { on: '2027-01-30', act: buys(1), expect: { tier: 'silver' }, line: 'P7.1' },
  { on: '2027-01-31', act: buys(1), expect: { tier: 'gold', discount: 8, has: ['agent'] }, line: 'P7.1' },
  { on: '2028-01-31', act: buys(13_995), expect: { tier: 'gold', points: 19_999 }, line: 'P7.1' },
  { on: '2028-01-31', act: buys(1), expect: { tier: 'diamond', discount: 12 }, line: 'P7.1' },
])

describe('rewards cost less at higher tiers', () =>
  yearOf('spend-and-tenure', [
    { on: '2026-01-31', act: joins(), expect: { tier: 'regular' }, line: 'P7.1' },
    { on: '2026-02-01', act: buys(6_500), expect: { points: 6_500 }, line: 'P7.1' },
    { on: '2026-02-02', act: swaps('gift-box'), expect: { points: 4_500 }, line: 'P7.1' },
    { on: '2026-02-03', act: isGiven('silver'), expect: { tier: 'silver' }, line: 'P7.1' },
    { on: '2026-02-03', act: swaps('gift-box'), expect: { points: 2_700 }, line: 'P7.1' },
    { on: '2026-02-04', act: isGiven('gold'), expect: { tier: 'gold' }, line: 'P7.1' },
    { on: '2026-02-04', act: swaps('gift-box'), expect: { points: 1_200 }, line: 'P7.1' },
    { on: '2026-02-05', act: isGiven('diamond'), expect: { tier: 'diamond' }, line: 'P7.1' },
    { on: '2026-02-05', act: swaps('gift-box'), expect: { points: 0 }, line: 'P7.1' },
  ]))
