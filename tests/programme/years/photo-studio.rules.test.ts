import { draws, takesChance } from './draws'
import { buys, friendReturns, friendsBuy, has, joins, joinsByFriend, referralTicks, returns, yearOf } from './table'

yearOf('photo-studio', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'visitor', hasNot: ['member-price'] }, line: 'P8.1' },
  // The online draw is open to whoever has bought no package; one chance a day, and what is won waits at the desk.
  { on: '2026-01-05', act: takesChance(), expect: { waiting: [] }, line: 'P8.3' },
  { on: '2026-01-05', act: draws('frame'), expect: { waiting: ['frame'] }, line: 'P8.3' },
  { on: '2026-01-05', act: takesChance(), expect: { refused: 'chances_none' }, line: 'P8.3' },
  { on: '2026-01-06', act: takesChance(), expect: { waiting: ['frame'] }, line: 'P8.3' },
  { on: '2026-01-06', act: draws('nothing'), expect: { waiting: ['frame'] }, line: 'P8.3' },
  { on: '2026-01-06', act: buys(50), expect: { tier: 'visitor', points: 0 }, line: 'P8.1' },
  { on: '2026-01-07', act: has({}, 'package'), expect: {}, line: 'P8.1' },
  {
    on: '2026-01-07',
    act: buys(699),
    expect: { tier: 'member', has: ['member-price', 'ten-yuan-offer'] },
    line: 'P8.1',
  },
  { on: '2026-02-01', act: has({ topUpMaxFen: 500_000, topUpTotalFen: 500_000 }), expect: {}, line: 'P8.1' },
  { on: '2026-02-01', act: buys(0), expect: { tier: 'member' }, line: 'P8.1' },
  { on: '2026-02-02', act: has({ topUpMaxFen: 500_001, topUpTotalFen: 1_000_000 }), expect: {}, line: 'P8.1' },
  { on: '2026-02-02', act: buys(0), expect: { tier: 'vip' }, line: 'P8.1' },
  { on: '2026-03-01', act: buys(9_251), expect: { tier: 'vip' }, line: 'P8.1' },
  { on: '2026-03-02', act: buys(0.01), expect: { tier: 'vvip', points: 0, has: ['member-price'] }, line: 'P8.1' },
])

describe('who brings a friend', () =>
  yearOf('photo-studio', [
    { on: '2026-01-05', act: joins('wechat'), expect: { coupons: [] }, line: 'P8.3' },
    {
      on: '2026-01-10',
      act: friendsBuy('f1'),
      expect: { coupons: ['a gift for bringing a friend to 2026-04-10'], points: 0 },
      line: 'P8.3',
    },
    { on: '2026-01-12', act: friendReturns('f1'), expect: { coupons: [], friends: 0 }, line: 'P8.3' },
  ]))

describe('what the desk says', () => {
  describe('to whoever came by themselves', () =>
    yearOf('photo-studio', [
      { on: '2026-01-05', act: joins('wechat'), expect: { says: ['self'] }, line: 'P8.4' },
      { on: '2026-01-05', act: takesChance(), expect: { says: ['self'] }, line: 'P8.4' },
      { on: '2026-01-05', act: draws('frame'), expect: { says: ['draw', 'self'] }, line: 'P8.4' },
    ]))
  describe('to whoever a friend brought', () =>
    yearOf('photo-studio', [
      { on: '2026-01-05', act: joinsByFriend(), expect: { says: ['referral'] }, line: 'P8.4' },
      { on: '2026-01-06', act: buys(699), expect: { says: ['referral'] }, line: 'P8.4' },
    ]))
})

describe('who was brought', () =>
  yearOf('photo-studio', [
    { on: '2026-01-05', act: joinsByFriend(), expect: { brought: 'waiting', coupons: [] }, line: 'P8.3' },
    { on: '2026-01-06', act: buys(0), expect: { brought: 'waiting' }, line: 'P8.3' },
    { on: '2026-01-10', act: buys(699, { id: 'a' }), expect: { brought: 'qualified', coupons: [] }, line: 'P8.3' },
    {
      on: '2026-01-10',
      act: referralTicks(),
      expect: { brought: 'rewarded', coupons: ['a gift for the friend to 2026-04-10'] },
      line: 'P8.3',
    },
    { on: '2026-01-12', act: returns('a', 699), expect: { brought: 'waiting', coupons: [] }, line: 'P8.3' },
    { on: '2026-07-04', act: buys(0.01), expect: { brought: 'qualified' }, line: 'P8.3' },
  ]))
