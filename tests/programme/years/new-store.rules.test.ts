import { buys, joins, yearOf } from './table'

yearOf('new-store', [
  { on: '2026-01-05', act: joins('wechat'), expect: { tier: 'member', points: 100, earned: 0 }, line: 'P15.1' },
  { on: '2026-01-14', act: buys(10), expect: { points: 110, worthFen: 110 }, line: 'P15.3' },
  { on: '2026-01-15', act: buys(10), expect: { points: 130 }, line: 'P15.3' },
  { on: '2026-01-16', act: buys(10.5), expect: { points: 151 }, line: 'P15.3' },
  { on: '2026-01-17', act: buys(10), expect: { points: 161 }, line: 'P15.3' },
  { on: '2026-01-18', act: buys(10), expect: { points: 176 }, line: 'P15.3' },
])
