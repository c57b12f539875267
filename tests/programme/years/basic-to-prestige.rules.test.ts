import {
  buys,
  friendReturns,
  friendsBuy,
  has,
  joins,
  joinsByFriend,
  referralTicks,
  returns,
  signsUp,
  yearOf,
} from './table'

yearOf('basic-to-prestige', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'basic', discount: 0 }, line: 'P5.1' },
  { on: '2026-01-06', act: buys(1_999), expect: { tier: 'basic', points: 1_999, worthFen: 1_999 }, line: 'P5.2' },
  { on: '2026-01-07', act: buys(1), expect: { tier: 'advanced', discount: 5, worthFen: 2_500 }, line: 'P5.2' },
  { on: '2026-02-01', act: buys(8_000, { id: 'a' }), expect: { tier: 'advanced', points: 10_000 }, line: 'P5.1' },
  { on: '2026-02-02', act: has({ referrals: 2 }), expect: { tier: 'advanced' }, line: 'P5.1' },
  { on: '2026-02-03', act: buys(10), expect: { tier: 'advanced', points: 10_010 }, line: 'P5.1' },
  { on: '2026-02-04', act: signsUp('product-trial'), expect: { refused: 'event_not_your_tier' }, line: 'P5.2' },
  { on: '2026-02-04', act: has({ referrals: 3 }), expect: { tier: 'advanced' }, line: 'P5.1' },
  {
    on: '2026-02-05',
    act: buys(10),
    expect: { tier: 'prestige', discount: 10, worthFen: 20_040, has: ['birthday', 'trial-and-pre-sale', 'agent'] },
    line: 'P5.2',
  },
  { on: '2026-02-05', act: signsUp('product-trial'), expect: { tier: 'prestige' }, line: 'P5.2' },
  { on: '2026-02-06', act: buys(0, { burn: 20 }), expect: { points: 10_000, worthFen: 20_000 }, line: 'P5.2' },
  { on: '2026-02-07', act: returns('a', 8_000), expect: { tier: 'advanced', points: 2_000 }, line: 'P5.1' },
])

describe('friends', () =>
  yearOf('basic-to-prestige', [
    { on: '2026-01-05', act: joins('wechat'), expect: { tier: 'basic', friends: 0 }, line: 'P5.1' },
    { on: '2026-02-01', act: buys(10_000), expect: { tier: 'advanced', points: 10_000 }, line: 'P5.1' },
    { on: '2026-02-02', act: friendsBuy('f1', 'f2'), expect: { tier: 'advanced', points: 10_200 }, line: 'P5.1' },
    { on: '2026-02-03', act: friendsBuy('f3'), expect: { tier: 'prestige', points: 10_300, friends: 3 }, line: 'P5.1' },
    { on: '2026-02-04', act: friendReturns('f2'), expect: { tier: 'advanced', points: 10_200 }, line: 'P5.1' },
    { on: '2026-02-05', act: friendsBuy('f4'), expect: { tier: 'prestige', points: 10_300 }, line: 'P5.1' },
  ]))

describe('a friend', () =>
  yearOf('basic-to-prestige', [
    { on: '2026-01-05', act: joinsByFriend(), expect: { brought: 'waiting', points: 0 }, line: 'P5.1' },
    { on: '2026-01-06', act: buys(99.99), expect: { brought: 'waiting', points: 99 }, line: 'P5.1' },
    { on: '2026-04-05', act: buys(100), expect: { brought: 'qualified', points: 199 }, line: 'P5.1' },
    { on: '2026-04-05', act: referralTicks(), expect: { brought: 'rewarded', points: 299 }, line: 'P5.1' },
  ]))
