import { buys, buysTier, buysTimes, joins, returns, waits, yearOf } from './table'

yearOf('annual-and-frequency', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'regular', discount: 0 }, line: 'P14.2' },
  { on: '2026-01-06', act: buys(10), expect: { points: 11 }, line: 'P14.2' },
  { on: '2026-01-31', act: buys(10), expect: { tier: 'regular', points: 22 }, line: 'P14.1' },
  { on: '2026-02-01', act: buys(10), expect: { tier: 'regular', points: 33 }, line: 'P14.1' },
  { on: '2026-02-02', act: buysTier('promotion'), expect: { refused: 'points_short' }, line: 'P14.3' },
  { on: '2026-02-28', act: buysTimes(2, 35), expect: { tier: 'silver', points: 109, discount: 2 }, line: 'P14.1' },
  { on: '2026-03-01', act: buys(10), expect: { points: 121 }, line: 'P14.2' },
  { on: '2026-03-02', act: buysTier('promotion'), expect: { tier: 'gold', points: 21, discount: 5 }, line: 'P14.3' },
  { on: '2026-03-02', act: buys(50), expect: { points: 121 }, line: 'P14.2' },
  { on: '2026-03-03', act: buysTier('promotion'), expect: { refused: 'tier_not_yours_to_buy' }, line: 'P14.3' },
  { on: '2026-06-02', act: waits(), expect: { tier: 'gold' }, line: 'P14.3' },
  { on: '2026-07-03', act: waits(), expect: { tier: 'silver' }, line: 'P14.3' },
  { on: '2026-07-04', act: buysTier('promotion'), expect: { refused: 'tier_sale_taken' }, line: 'P14.3' },
  { on: '2027-02-28', act: waits(), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2027-03-31', act: waits(), expect: { tier: 'regular', points: 121 }, line: 'P14.1' },
  { on: '2027-04-01', act: buysTimes(8, 0), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2027-05-01', act: buys(8_149), expect: { tier: 'silver', earned: 9_999 }, line: 'P14.1' },
  { on: '2027-05-02', act: buys(1), expect: { tier: 'gold', earned: 10_000 }, line: 'P14.1' },
  { on: '2027-05-03', act: buys(44_999.5), expect: { tier: 'gold', earned: 99_999 }, line: 'P14.1' },
  {
    on: '2027-05-04',
    act: buys(0.5),
    expect: { tier: 'vip', earned: 100_000, discount: 5, has: ['birthday', 'member-day', 'holiday-promotions'] },
    line: 'P14.1',
  },
])

// By what is spent within 365 days: what is older counts no more, and without it the tier is lost at its review.
yearOf('annual-and-frequency', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P14.1' },
  { on: '2026-01-06', act: buys(2_500), expect: { tier: 'regular' }, line: 'P14.1' },
  { on: '2027-01-06', act: buys(2_500), expect: { tier: 'regular' }, line: 'P14.1' },
  { on: '2027-02-06', act: buys(2_500), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2028-02-06', act: waits(), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2028-03-08', act: waits(), expect: { tier: 'regular' }, line: 'P14.1' },
])

// By frequency: three orders in whichever month of the term keep it for another one, those that brought it do not.
yearOf('annual-and-frequency', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P14.1' },
  { on: '2026-02-10', act: buysTimes(3, 10), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2026-07-10', act: buysTimes(2, 10), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2026-07-31', act: buys(10), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2027-03-13', act: waits(), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2027-07-31', act: buysTimes(2, 10), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2027-08-01', act: buys(10), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2028-03-12', act: waits(), expect: { tier: 'silver' }, line: 'P14.1' },
  { on: '2028-03-13', act: waits(), expect: { tier: 'regular' }, line: 'P14.1' },
])

// Never three orders in a month: what leads up is the challenge of twelve in the year.
describe('a challenge', () =>
  yearOf('annual-and-frequency', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P14.3' },
    { on: '2026-01-31', act: buysTimes(2, 0), expect: { tier: 'regular' }, line: 'P14.3' },
    { on: '2026-02-28', act: buysTimes(2, 0), expect: { tier: 'regular' }, line: 'P14.3' },
    { on: '2026-03-31', act: buysTimes(2, 0), expect: { tier: 'regular' }, line: 'P14.3' },
    { on: '2026-04-30', act: buysTimes(2, 0), expect: { tier: 'regular' }, line: 'P14.3' },
    { on: '2026-05-31', act: buysTimes(2, 0), expect: { tier: 'regular' }, line: 'P14.3' },
    { on: '2026-06-29', act: buys(0), expect: { tier: 'regular' }, line: 'P14.3' },
    { on: '2026-06-30', act: buys(1, { id: 'twelfth' }), expect: { tier: 'silver' }, line: 'P14.3' },
    { on: '2026-07-01', act: returns('twelfth', 1), expect: { tier: 'regular' }, line: 'P14.3' },
  ]))
