import { buys, collects, joins, swaps, waits, yearOf } from './table'

const bill = [
  { good: 'maintenance', amountFen: 39_800 },
  { good: 'fuel', amountFen: 30_000 },
]

yearOf('car-service', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'member', has: ['discount-card'], discount: 0 }, line: 'P11.1' },
  { on: '2026-01-06', act: buys(398), expect: { points: 398, off: { lines: bill, fen: 3_980 } }, line: 'P11.1' },
  { on: '2036-01-06', act: waits(), expect: { points: 398 }, line: 'P11.1' },
])

describe('points for gifts and services', () =>
  yearOf('car-service', [
    { on: '2026-01-05', act: joins(), expect: { points: 0 }, line: 'P11.2' },
    { on: '2026-01-06', act: buys(4_800), expect: { points: 4_800 }, line: 'P11.2' },
    { on: '2026-01-07', act: swaps('maintenance'), expect: { points: 800, waiting: ['maintenance'] }, line: 'P11.2' },
    { on: '2026-01-08', act: collects(), expect: { waiting: [] }, line: 'P11.2' },
    { on: '2026-01-08', act: swaps('car-perfume'), expect: { points: 0, waiting: ['car-perfume'] }, line: 'P11.2' },
    { on: '2026-01-09', act: swaps('car-perfume'), expect: { refused: 'points_short' }, line: 'P11.2' },
  ]))
