import { buys, friendReturns, friendsBuy, joins, joinsByFriend, referralTicks, returns, swaps, yearOf } from './table'

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

describe('who brings friends', () => {
  const many = Array.from({ length: 20 }, (_, n) => `f${n}`)
  yearOf('new-store', [
    { on: '2026-01-05', act: joins('wechat'), expect: { points: 100, friends: 0 }, line: 'P15.2' },
    { on: '2026-01-10', act: friendsBuy('first'), expect: { points: 300, friends: 1 }, line: 'P15.2' },
    { on: '2026-01-11', act: friendReturns('first'), expect: { points: 100, friends: 0 }, line: 'P15.2' },
    { on: '2026-01-20', act: friendsBuy(...many), expect: { points: 4_100, friends: 20 }, line: 'P15.2' },
    { on: '2026-01-21', act: friendsBuy('late'), expect: { points: 4_100, friends: 21 }, line: 'P15.2' },
    { on: '2026-02-01', act: friendsBuy('later'), expect: { points: 4_300, friends: 22 }, line: 'P15.2' },
  ])
})

describe('who was brought', () =>
  yearOf('new-store', [
    { on: '2026-01-05', act: joinsByFriend(), expect: { brought: 'waiting', points: 100, coupons: [] }, line: 'P15.2' },
    { on: '2026-02-03', act: buys(10, { id: 'a' }), expect: { brought: 'qualified' }, line: 'P15.2' },
    {
      on: '2026-02-03',
      act: referralTicks(),
      expect: { brought: 'rewarded', coupons: ['Cash back to 2026-05-03', 'Welcome coupon to 2026-03-05'] },
      line: 'P15.2',
    },
    { on: '2026-02-04', act: returns('a', 10), expect: { brought: 'waiting', coupons: [] }, line: 'P15.2' },
    { on: '2026-02-05', act: referralTicks(), expect: { brought: 'lapsed', coupons: [] }, line: 'P15.2' },
  ]))
