import { buys, checksIn, comes, has, joins, returns, signsUp, tellsBirthday, yearOf } from './table'

yearOf('bronze-to-diamond', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'bronze', has: ['service-queue', 'coupon-pack'] }, line: 'P4.1' },
  { on: '2026-01-06', act: tellsBirthday('02-29'), expect: { hasNot: ['birthday-points'] }, line: 'P4.1' },
  { on: '2026-02-28', act: buys(100), expect: { points: 100 }, line: 'P4.1' },
  { on: '2026-03-01', act: buys(900), expect: { tier: 'silver', points: 1_000 }, line: 'P4.5' },
  { on: '2027-02-27', act: buys(10), expect: { points: 1_010 }, line: 'P4.2' },
  {
    on: '2027-02-28',
    act: buys(10, { id: 'a' }),
    expect: { points: 1_030, has: ['birthday-points', 'events-and-trials'] },
    line: 'P4.2',
  },
  { on: '2027-03-01', act: returns('a', 5.5), expect: { points: 1_019 }, line: 'P4.2' },
  { on: '2027-03-02', act: checksIn(), expect: { engagement: 41, points: 1_019 }, line: 'P4.5' },
  { on: '2027-03-02', act: has({ engagement: 489 }), expect: { tier: 'silver' }, line: 'P4.5' },
  { on: '2027-03-03', act: buys(0), expect: { tier: 'silver', points: 1_019, engagement: 499 }, line: 'P4.5' },
  {
    on: '2027-03-04',
    act: checksIn(),
    expect: { tier: 'gold', engagement: 500, has: ['birthday', 'vip-seat'] },
    line: 'P4.5',
  },
  {
    on: '2027-03-05',
    act: buys(0),
    expect: { tier: 'gold', has: ['birthday', 'delivery-upgrade', 'vip-seat', 'birthday-points'] },
    line: 'P4.3',
  },
  { on: '2028-02-28', act: buys(10), expect: { points: 1_029 }, line: 'P4.3' },
  { on: '2028-02-29', act: buys(10), expect: { points: 1_049 }, line: 'P4.3' },
  { on: '2028-03-01', act: has({ engagement: 2_000 }), expect: { tier: 'gold' }, line: 'P4.5' },
  {
    on: '2028-03-01',
    act: buys(0),
    expect: { tier: 'diamond', has: ['agent', 'birthday-points', 'birthday', 'vip-seat'], hasNot: ['service-queue'] },
    line: 'P4.4',
  },
])

describe('first access to small events and trials', () => {
  yearOf('bronze-to-diamond', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'bronze' }, line: 'P4.1' },
    { on: '2027-03-11', act: signsUp('small-salon'), expect: { refused: 'event_not_open' }, line: 'P4.2' },
    { on: '2027-03-11', act: buys(1_000), expect: { tier: 'silver' }, line: 'P4.2' },
    { on: '2027-03-11', act: signsUp('small-salon'), expect: { tier: 'silver' }, line: 'P4.2' },
    { on: '2027-03-20', act: comes('small-salon'), expect: { engagement: 30 }, line: 'P4.5' },
    { on: '2027-03-31', act: signsUp('product-trial'), expect: { refused: 'event_not_open' }, line: 'P4.2' },
    { on: '2027-03-31', act: buys(19_000), expect: { tier: 'diamond' }, line: 'P4.4' },
    { on: '2027-03-31', act: signsUp('product-trial'), expect: { tier: 'diamond' }, line: 'P4.4' },
  ])
})
