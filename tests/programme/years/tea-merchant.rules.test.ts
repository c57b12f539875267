import { buys, joins, swaps, yearOf } from './table'

yearOf('tea-merchant', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'regular', discount: 2, has: ['birthday'] }, line: 'P16.1' },
  { on: '2026-01-06', act: buys(1_999.99), expect: { tier: 'regular', points: 1_999 }, line: 'P16.1' },
  { on: '2026-01-07', act: buys(0.01), expect: { tier: 'silver', discount: 5, has: ['agent'] }, line: 'P16.1' },
  { on: '2026-01-08', act: buys(8_000), expect: { tier: 'gold', discount: 10, points: 9_999 }, line: 'P16.1' },
])

describe('swaps cost less at higher tiers', () =>
  yearOf('tea-merchant', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P16.1' },
    { on: '2026-01-06', act: buys(1_999), expect: { points: 1_999 }, line: 'P16.1' },
    { on: '2026-01-06', act: swaps('tea-tin'), expect: { points: 999 }, line: 'P16.1' },
    { on: '2026-01-07', act: buys(1), expect: { tier: 'silver', points: 1_000 }, line: 'P16.1' },
    { on: '2026-01-07', act: swaps('tea-tin'), expect: { points: 100 }, line: 'P16.1' },
    { on: '2026-01-08', act: buys(8_000), expect: { tier: 'gold', points: 8_100 }, line: 'P16.1' },
    { on: '2026-01-08', act: swaps('tea-tin'), expect: { points: 7_300 }, line: 'P16.1' },
  ]))
