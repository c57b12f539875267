import { buys, joins, waits, yearOf } from './table'

const bill = [
  { good: 'maintenance', amountFen: 39_800 },
  { good: 'fuel', amountFen: 30_000 },
]

yearOf('car-service', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'member', has: ['discount-card'], discount: 0 }, line: 'P11.1' },
  { on: '2026-01-06', act: buys(398), expect: { points: 398, off: { lines: bill, fen: 3_980 } }, line: 'P11.1' },
  { on: '2036-01-06', act: waits(), expect: { points: 398 }, line: 'P11.1' },
])
