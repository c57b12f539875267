import { buys, joins, swaps, yearOf } from './table'

yearOf('new-store', [
  { on: '2026-01-05', act: joins('wechat'), expect: { tier: 'member', points: 100, earned: 0 }, line: 'P15.1' },
  { on: '2026-01-14', act: buys(10), expect: { points: 110, worthFen: 110 }, line: 'P15.3' },
  { on: '2026-01-15', act: buys(10), expect: { points: 130 }, line: 'P15.3' },
  { on: '2026-01-16', act: buys(10.5), expect: { points: 151 }, line: 'P15.3' },
  { on: '2026-01-17', act: buys(10), expect: { points: 161 }, line: 'P15.3' },
  { on: '2026-01-18', act: buys(10), expect: { points: 176 }, line: 'P15.3' },
])

describe('the swap window', () =>
  yearOf('new-store', [
    { on: '2026-01-05', act: joins('wechat'), expect: { points: 100 }, line: 'P15.3' },
    { on: '2026-01-06', act: buys(1_200), expect: { points: 1_300 }, line: 'P15.3' },
    { on: '2026-01-24', act: swaps('mug'), expect: { points: 500 }, line: 'P15.3' },
    { on: '2026-01-24', act: swaps('mug'), expect: { refused: 'points_short', points: 500 }, line: 'P15.3' },
    { on: '2026-01-25', act: swaps('mug'), expect: { points: 0, waiting: ['mug', 'mug'] }, line: 'P15.3' },
  ]))
