import { buys, joins, returns, waits, yearOf } from './table'

yearOf('express-courier', [
  { on: '2026-01-10', act: joins('wechat'), expect: { tier: 'regular', points: 0, discount: 5 }, line: 'P2.5' },
  { on: '2026-01-10', act: buys(499.99), expect: { tier: 'regular', points: 499 }, line: 'P2.1' },
  {
    on: '2026-01-11',
    act: buys(0.01, { id: 'a' }),
    expect: { tier: 'silver', points: 499, discount: 10 },
    line: 'P2.2',
  },
  { on: '2026-01-12', act: buys(100), expect: { points: 649, has: ['activities', 'welcome-gift'] }, line: 'P2.2' },
  {
    on: '2026-02-01',
    act: buys(400, { id: 'b' }),
    expect: { tier: 'gold', points: 1_249, discount: 15 },
    line: 'P2.3',
  },
  { on: '2026-02-02', act: buys(100), expect: { points: 1_449, has: ['first-access'] }, line: 'P2.3' },
  { on: '2026-03-01', act: buys(1_900), expect: { tier: 'platinum', points: 5_249, discount: 20 }, line: 'P2.4' },
  { on: '2026-03-02', act: buys(100), expect: { points: 5_499, has: ['agent', 'first-access'] }, line: 'P2.4' },
  { on: '2026-03-03', act: returns('b', 400), expect: { tier: 'gold', points: 4_899 }, line: 'P2.4' },
  { on: '2036-03-03', act: waits(), expect: { tier: 'gold', points: 4_899, worthFen: null }, line: 'P2.5' },
  { on: '2036-03-03', act: buys(1, { burn: 100 }), expect: { refused: 'points_not_redeemable' }, line: 'P2.5' },
])
