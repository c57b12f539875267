import { buys, isTicked, joins, returns, topsUpPoints, waits, yearOf } from './table'

const bill = [
  { kind: 'prescription', amountFen: 10_000 },
  { kind: 'medical-insurance', amountFen: 10_000 },
]

yearOf('pharmacy', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P3.1' },
  { on: '2026-03-31', act: buys(1_000), expect: { tier: 'regular', points: 1_000 }, line: 'P3.1' },
  { on: '2026-04-01', act: buys(1_199.99), expect: { tier: 'regular', points: 2_199 }, line: 'P3.1' },
  {
    on: '2026-04-18',
    act: buys(300, { lines: { prescription: 200, 'medical-insurance': 99.5 } }),
    expect: { tier: 'regular', points: 2_199, off: { lines: bill, fen: 0 } },
    line: 'P3.2',
  },
  { on: '2026-04-18', act: topsUpPoints(), expect: { refused: 'top_up_not_your_tier' }, line: 'P3.4' },
  { on: '2026-06-30', act: buys(1), expect: { tier: 'gold', points: 2_200 }, line: 'P3.1' },
  { on: '2026-07-18', act: topsUpPoints(), expect: { refused: 'top_up_none', points: 2_200 }, line: 'P3.4' },
  { on: '2026-07-19', act: buys(550), expect: { points: 2_750 }, line: 'P3.1' },
  { on: '2026-07-19', act: topsUpPoints(), expect: { refused: 'top_up_not_today' }, line: 'P3.4' },
  { on: '2026-08-18', act: topsUpPoints(), expect: { points: 3_000, earned: 2_750 }, line: 'P3.4' },
  { on: '2026-08-18', act: buys(600), expect: { points: 3_600 }, line: 'P3.1' },
  { on: '2026-08-18', act: topsUpPoints(), expect: { refused: 'top_up_taken', points: 3_600 }, line: 'P3.4' },
  { on: '2026-09-18', act: topsUpPoints(), expect: { points: 4_000 }, line: 'P3.4' },
  { on: '2026-10-01', act: buys(1_649), expect: { tier: 'gold', earned: 4_999, points: 5_649 }, line: 'P3.1' },
  { on: '2026-10-02', act: buys(1, { id: 'last' }), expect: { tier: 'diamond', earned: 5_000 }, line: 'P3.1' },
  { on: '2026-10-03', act: returns('last', 1), expect: { tier: 'gold', earned: 4_999 }, line: 'P3.1' },
  { on: '2026-10-04', act: buys(1), expect: { tier: 'diamond', points: 5_650 }, line: 'P3.1' },
  { on: '2026-10-18', act: topsUpPoints(), expect: { points: 6_000, tier: 'diamond' }, line: 'P3.4' },
  {
    on: '2026-10-19',
    act: isTicked('blood-glucose'),
    expect: { tier: 'diamond', has: ['blood-glucose'] },
    line: 'P3.6',
  },
  { on: '2026-10-31', act: isTicked('blood-glucose'), expect: { refused: 'entitlement_used' }, line: 'P3.6' },
  { on: '2026-11-01', act: isTicked('blood-glucose'), expect: { points: 6_000 }, line: 'P3.6' },
  { on: '2026-12-31', act: waits(), expect: { tier: 'diamond' }, line: 'P3.1' },
  { on: '2027-01-01', act: isTicked('blood-glucose'), expect: { tier: 'diamond' }, line: 'P3.6' },
  { on: '2027-01-01', act: waits(), expect: { tier: 'regular', points: 6_000 }, line: 'P3.1' },
  { on: '2027-01-02', act: buys(1_199), expect: { tier: 'regular' }, line: 'P3.1' },
  { on: '2027-03-31', act: buys(1), expect: { tier: 'diamond', earned: 6_200 }, line: 'P3.1' },
  { on: '2057-01-01', act: waits(), expect: { tier: 'regular', points: 7_200 }, line: 'P3.9' },
])
