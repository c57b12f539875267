import { agrees, buys, chooses, clockTicks, has, joins, returns, tellsBirthday, yearOf } from './table'

yearOf('bronze-to-diamond', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'bronze' }, line: 'P4.1' },
  { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P4.5' },
  { on: '2026-01-31', act: clockTicks(), expect: { coupons: [] }, line: 'P4.5' },
  { on: '2026-02-01', act: clockTicks(), expect: { coupons: ['10% off to 2026-02-28'] }, line: 'P4.1' },
  { on: '2026-02-01', act: clockTicks(), expect: { coupons: ['10% off to 2026-02-28'] }, line: 'P4.5' },
  { on: '2026-02-02', act: buys(1_000), expect: { tier: 'silver' }, line: 'P4.5' },
  { on: '2026-02-03', act: clockTicks(), expect: { coupons: ['10% off to 2026-02-28'] }, line: 'P4.5' },
  {
    on: '2026-03-01',
    act: clockTicks(),
    expect: { coupons: ['15% off to 2026-03-31', '15% off to 2026-03-31'] },
    line: 'P4.2',
  },
  { on: '2026-03-31', act: buys(4_000, { id: 'gold' }), expect: { tier: 'gold' }, line: 'P4.3' },
  { on: '2026-04-01', act: clockTicks(), expect: { coupons: Array(3).fill('20% off to 2026-04-30') }, line: 'P4.3' },
  { on: '2026-04-02', act: buys(15_000), expect: { tier: 'diamond' }, line: 'P4.4' },
  { on: '2026-05-01', act: clockTicks(), expect: { coupons: ['30% off to 2026-05-31'] }, line: 'P4.4' },
])

yearOf('silver-to-diamond', [
  { on: '2026-01-05', act: joins(), expect: { coupons: [] }, line: 'P6.3' },
  { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P6.3' },
  { on: '2026-01-06', act: tellsBirthday('05-21'), expect: { coupons: [] }, line: 'P6.3' },
  { on: '2026-04-30', act: clockTicks(), expect: { coupons: [] }, line: 'P6.3' },
  { on: '2026-05-01', act: clockTicks(), expect: { coupons: ['Birthday coupon to 2026-05-31'] }, line: 'P6.3' },
  { on: '2026-06-01', act: clockTicks(), expect: { coupons: [] }, line: 'P6.3' },
  { on: '2027-05-03', act: clockTicks(), expect: { coupons: ['Birthday coupon to 2027-05-31'] }, line: 'P6.3' },
])

yearOf('pharmacy', [
  { on: '2026-01-05', act: joins(), expect: { coupons: [] }, line: 'P3.6' },
  { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P3.6' },
  { on: '2026-01-06', act: buys(1_200), expect: { tier: 'gold' }, line: 'P3.6' },
  { on: '2026-01-07', act: buys(3_800, { id: 'diamond' }), expect: { tier: 'diamond' }, line: 'P3.6' },
  {
    on: '2026-01-07',
    act: clockTicks(),
    expect: {
      coupons: [...Array(5).fill('¥10 off to 2026-07-07'), 'Check-up to 2027-01-07', 'a consultation to 2026-04-07'],
    },
    line: 'P3.6',
  },
  { on: '2026-01-08', act: returns('diamond', 3_800), expect: { tier: 'gold', coupons: [] }, line: 'P3.6' },
])

yearOf('express-courier', [
  { on: '2026-01-05', act: joins(), expect: { coupons: [] }, line: 'P2.5' },
  { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P2.5' },
  { on: '2026-01-10', act: buys(500, { id: 'silver' }), expect: { tier: 'silver' }, line: 'P2.2' },
  { on: '2026-01-10', act: clockTicks(), expect: { coupons: ['Welcome gift to 2026-04-10'] }, line: 'P2.2' },
  { on: '2026-01-11', act: returns('silver', 500), expect: { tier: 'regular', coupons: [] }, line: 'P2.2' },
  { on: '2026-02-01', act: buys(3_000), expect: { tier: 'platinum' }, line: 'P2.4' },
  {
    on: '2026-02-01',
    act: clockTicks(),
    expect: { coupons: ['Welcome gift to 2026-05-01', 'Gold gift to 2026-05-01', 'Platinum gift to 2026-05-01'] },
    line: 'P2.3',
  },
  { on: '2026-05-02', act: clockTicks(), expect: { coupons: [] }, line: 'P2.4' },
])

yearOf('tea-house', [
  { on: '2026-01-05', act: joins(), expect: { coupons: [] }, line: 'P1.3' },
  { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P1.3' },
  { on: '2026-01-06', act: tellsBirthday('05-21'), expect: { coupons: [] }, line: 'P1.3' },
  { on: '2026-05-20', act: chooses(0), expect: { coupons: [] }, line: 'P1.3' },
  { on: '2026-05-21', act: chooses(0), expect: { coupons: ['a free drink to 2026-05-21'] }, line: 'P1.3' },
  { on: '2026-05-21', act: chooses(1), expect: { coupons: ['a free drink to 2026-05-21'] }, line: 'P1.3' },
  { on: '2026-05-22', act: clockTicks(), expect: { coupons: [] }, line: 'P1.3' },
  { on: '2027-01-10', act: buys(2_000), expect: { tier: 'premium' }, line: 'P1.4' },
  { on: '2027-05-12', act: clockTicks(), expect: { coupons: ['a birthday pack to 2027-05-31'] }, line: 'P1.4' },
])

yearOf('basic-to-prestige', [
  { on: '2026-01-05', act: joins(), expect: { coupons: [] }, line: 'P5.2' },
  { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P5.2' },
  { on: '2026-01-06', act: tellsBirthday('05-21'), expect: { coupons: [] }, line: 'P5.2' },
  { on: '2026-05-01', act: clockTicks(), expect: { coupons: [] }, line: 'P5.2' },
  { on: '2026-05-02', act: has({ referrals: 3 }), expect: { coupons: [] }, line: 'P5.2' },
  { on: '2026-05-03', act: buys(10_000), expect: { tier: 'prestige' }, line: 'P5.2' },
  { on: '2026-05-03', act: clockTicks(), expect: { coupons: ['a birthday gift to 2026-05-31'] }, line: 'P5.2' },
])

yearOf('spend-and-tenure', [
  { on: '2026-01-05', act: joins(), expect: { coupons: [] }, line: 'P7.1' },
  { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P7.1' },
  { on: '2026-01-06', act: tellsBirthday('02-29'), expect: { coupons: [] }, line: 'P7.1' },
  { on: '2026-02-01', act: clockTicks(), expect: { coupons: ['Birthday coupon to 2026-02-28'] }, line: 'P7.1' },
  { on: '2026-03-01', act: clockTicks(), expect: { coupons: [] }, line: 'P7.1' },
  { on: '2028-02-10', act: clockTicks(), expect: { coupons: ['Birthday coupon to 2028-02-29'] }, line: 'P7.1' },
])
