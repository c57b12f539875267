import {
  buys,
  collects,
  comes,
  isPlaced,
  isTicked,
  joins,
  returns,
  signsUp,
  swaps,
  topsUpPoints,
  waits,
  yearOf,
} from './table'

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

describe('swapping', () =>
  yearOf('pharmacy', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P3.3' },
    { on: '2026-01-06', act: buys(480), expect: { points: 480 }, line: 'P3.3' },
    { on: '2026-01-07', act: buys(1_120), expect: { tier: 'gold', points: 1_600 }, line: 'P3.3' },
    // Both orders were made before gold, so they give no right.
    { on: '2026-01-08', act: swaps('large-gift'), expect: { refused: 'points_short' }, line: 'P3.3' },
    { on: '2026-01-09', act: buys(479.99), expect: { points: 2_079 }, line: 'P3.3' },
    { on: '2026-01-09', act: swaps('large-gift'), expect: { refused: 'points_short' }, line: 'P3.3' },
    { on: '2026-01-10', act: buys(480), expect: { points: 2_559 }, line: 'P3.3' },
    { on: '2026-01-11', act: swaps('large-gift'), expect: { points: 1_559, waiting: ['large-gift'] }, line: 'P3.3' },
    { on: '2026-01-11', act: collects(), expect: { points: 1_559, waiting: [] }, line: 'P3.3' },
    { on: '2026-01-11', act: swaps('large-gift'), expect: { refused: 'points_short' }, line: 'P3.3' },
    { on: '2026-01-12', act: buys(500, { id: 'back' }), expect: { points: 2_059 }, line: 'P3.3' },
    { on: '2026-01-13', act: returns('back', 500), expect: { points: 1_559 }, line: 'P3.3' },
    { on: '2026-01-13', act: swaps('large-gift'), expect: { refused: 'points_short' }, line: 'P3.3' },
    { on: '2026-01-14', act: swaps('magazine'), expect: { points: 1_459 }, line: 'P3.7' },
    { on: '2026-01-31', act: swaps('magazine'), expect: { refused: 'reward_limit', points: 1_459 }, line: 'P3.7' },
    { on: '2026-02-01', act: swaps('magazine'), expect: { points: 1_359 }, line: 'P3.7' },
    { on: '2026-02-01', act: collects(), expect: { waiting: ['magazine'] }, line: 'P3.7' },
    { on: '2026-02-02', act: collects(), expect: { waiting: [] }, line: 'P3.7' },
    { on: '2026-02-27', act: buys(641), expect: { points: 2_000 }, line: 'P3.9' },
    { on: '2026-02-28', act: swaps('small-gift'), expect: { refused: 'reward_not_open', points: 2_000 }, line: 'P3.9' },
    { on: '2026-03-01', act: swaps('small-gift'), expect: { points: 500, waiting: ['small-gift'] }, line: 'P3.9' },
    { on: '2026-04-01', act: swaps('small-gift'), expect: { refused: 'reward_not_open', points: 500 }, line: 'P3.9' },
    // Nobody fetched it: its points come back, and stand in any later window.
    { on: '2026-04-02', act: waits(), expect: { points: 2_000, waiting: [] }, line: 'P3.9' },
    { on: '2026-09-01', act: swaps('autumn-gift'), expect: { points: 0, waiting: ['autumn-gift'] }, line: 'P3.9' },
  ]))

describe('a company', () =>
  yearOf('pharmacy', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P3.8' },
    { on: '2026-01-06', act: buys(4_999.99, { corporate: true }), expect: { points: 4_999 }, line: 'P3.8' },
    { on: '2026-01-06', act: swaps('bulk-goods'), expect: { refused: 'points_short', points: 4_999 }, line: 'P3.8' },
    { on: '2026-01-07', act: buys(5_000, { corporate: true }), expect: { points: 9_999 }, line: 'P3.8' },
    { on: '2026-01-07', act: swaps('bulk-goods'), expect: { points: 5_999, waiting: ['bulk-goods'] }, line: 'P3.8' },
    { on: '2026-01-07', act: swaps('bulk-goods'), expect: { points: 999 }, line: 'P3.8' },
  ]))

describe('the prize of a quarter, and the club of the diamonds', () =>
  yearOf('pharmacy', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P3.5' },
    { on: '2026-03-31', act: buys(1_100), expect: { tier: 'regular' }, line: 'P3.5' },
    { on: '2026-04-01', act: isPlaced('quarter-hundred'), expect: { coupons: [] }, line: 'P3.5' },
    { on: '2026-06-30', act: buys(1_200), expect: { tier: 'gold' }, line: 'P3.5' },
    {
      on: '2026-07-01',
      act: isPlaced('quarter-hundred'),
      expect: { coupons: ["the quarter's prize to 2026-10-01"] },
      line: 'P3.5',
    },
    {
      on: '2026-07-02',
      act: isPlaced('quarter-hundred'),
      expect: { coupons: ["the quarter's prize to 2026-10-01"] },
      line: 'P3.5',
    },
    { on: '2026-11-01', act: signsUp('health-talk'), expect: { refused: 'event_not_your_tier' }, line: 'P3.6' },
    { on: '2026-11-02', act: buys(2_700), expect: { tier: 'diamond' }, line: 'P3.6' },
    { on: '2026-11-03', act: signsUp('health-talk'), expect: { has: ['club-events'] }, line: 'P3.6' },
    { on: '2026-11-21', act: comes('health-talk'), expect: { tier: 'diamond' }, line: 'P3.6' },
  ]))
