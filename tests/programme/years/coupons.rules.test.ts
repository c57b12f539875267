import { agrees, buys, clockTicks, joins, returns, tellsBirthday, yearOf } from './table'

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
