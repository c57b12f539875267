import { buys, buysTimes, collects, joins, returns, swaps, yearOf } from './table'

yearOf('restaurant', [
  { on: '2026-05-01', act: joins(), expect: { tier: 'member', points: 0 }, line: 'P9.1' },
  { on: '2026-05-30', act: buysTimes(9, 50.5), expect: { points: 450, granted: [] }, line: 'P9.3' },
  { on: '2026-06-01', act: buys(10), expect: { granted: [] }, line: 'P9.4' },
  { on: '2026-06-02', act: buysTimes(8, 10), expect: { granted: [] }, line: 'P9.4' },
  { on: '2026-06-30', act: buys(0, { id: 'tenth' }), expect: { granted: ['family-set 2026-06'] }, line: 'P9.4' },
  { on: '2026-06-30', act: buysTimes(12, 10), expect: { granted: ['family-set 2026-06'] }, line: 'P9.4' },
  { on: '2026-07-31', act: buysTimes(9, 10), expect: { granted: ['family-set 2026-06'] }, line: 'P9.4' },
  {
    on: '2026-07-31',
    act: buys(1_045.5, { id: 'b' }),
    expect: { tier: 'member', granted: ['family-set 2026-06', 'family-set 2026-07'] },
    line: 'P9.4',
  },
  { on: '2026-08-01', act: buys(200), expect: { tier: 'vip', has: ['birthday', 'vip-top-up'] }, line: 'P9.1' },
  {
    on: '2026-08-02',
    act: returns('b', 1_045.5),
    expect: { tier: 'member', granted: ['family-set 2026-06'] },
    line: 'P9.4',
  },
])

describe('points for gifts', () =>
  yearOf('restaurant', [
    { on: '2026-05-01', act: joins(), expect: { points: 0 }, line: 'P9.3' },
    { on: '2026-05-02', act: buys(1_999), expect: { points: 1_999 }, line: 'P9.3' },
    { on: '2026-05-02', act: swaps('tableware'), expect: { refused: 'points_short', points: 1_999 }, line: 'P9.3' },
    { on: '2026-05-03', act: buys(1), expect: { points: 2_000 }, line: 'P9.3' },
    { on: '2026-05-03', act: swaps('tableware'), expect: { points: 0, waiting: ['tableware'] }, line: 'P9.3' },
    { on: '2026-05-04', act: collects(), expect: { points: 0, waiting: [] }, line: 'P9.3' },
  ]))
