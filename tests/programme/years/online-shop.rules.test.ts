import { buys, buysTimes, isGiven, joins, returns, waits, yearOf } from './table'

yearOf('online-shop', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'regular', discount: 0 }, line: 'P10.1' },
  { on: '2026-01-06', act: buysTimes(4, 10), expect: { tier: 'regular', points: 0 }, line: 'P10.1' },
  { on: '2026-01-07', act: buys(10, { id: 'fifth' }), expect: { tier: 'advanced', discount: 10 }, line: 'P10.1' },
  { on: '2026-01-08', act: returns('fifth', 10), expect: { tier: 'regular' }, line: 'P10.1' },
  { on: '2026-01-09', act: buys(960), expect: { tier: 'advanced', points: 0 }, line: 'P10.1' },
  { on: '2026-02-01', act: isGiven('vip'), expect: { tier: 'vip', discount: 10 }, line: 'P10.2' },
  { on: '2026-02-01', act: isGiven('vip'), expect: { refused: 'tier_held_already' }, line: 'P10.2' },
  { on: '2026-02-02', act: isGiven('jade'), expect: { refused: 'tier_unknown' }, line: 'P10.2' },
  { on: '2027-02-02', act: buys(10), expect: { tier: 'vip' }, line: 'P10.2' },
  { on: '2027-02-03', act: isGiven('regular'), expect: { tier: 'regular', discount: 0 }, line: 'P10.2' },
  { on: '2027-02-04', act: waits(), expect: { tier: 'regular' }, line: 'P10.2' },
  { on: '2027-02-05', act: buys(1), expect: { tier: 'advanced' }, line: 'P10.2' },
  { on: '2027-03-01', act: buys(3_990), expect: { tier: 'vip' }, line: 'P10.1' },
  { on: '2027-03-02', act: buys(15_000), expect: { tier: 'supreme', points: 0 }, line: 'P10.1' },
])

describe('the way to a loyal customer', () =>
  yearOf('online-shop', [
    { on: '2026-01-05', act: joins(), expect: { stage: 'lead' }, line: 'P10.3' },
    { on: '2026-01-06', act: buys(10, { id: 'first' }), expect: { stage: 'buyer' }, line: 'P10.3' },
    { on: '2026-01-07', act: returns('first', 10), expect: { stage: 'lead' }, line: 'P10.3' },
    { on: '2026-01-08', act: buysTimes(2, 10), expect: { stage: 'repeat' }, line: 'P10.3' },
    { on: '2026-01-09', act: buysTimes(2, 10), expect: { stage: 'repeat' }, line: 'P10.3' },
    { on: '2026-01-10', act: buys(10), expect: { stage: 'loyal', tier: 'advanced' }, line: 'P10.4' },
  ]))
