import { agrees, buys, clockTicks, has, isGiven, joins, paysAtTill, returns, tellsBirthday, yearOf } from './table'

describe('monthly offers', () =>
  yearOf('new-store', [
    { on: '2026-01-04', act: joins('wechat'), expect: { points: 100 }, line: 'P15.3' },
    { on: '2026-01-04', act: paysAtTill(100), expect: { paid: 10_000, campaigns: {} }, line: 'P15.3' },
    {
      on: '2026-02-03',
      act: paysAtTill(100),
      expect: { paid: 9_000, campaigns: { 'limited-discount': 1_000 } },
      line: 'P15.3',
    },
    { on: '2026-02-04', act: paysAtTill(100), expect: { paid: 10_000, campaigns: {} }, line: 'P15.3' },
    { on: '2026-02-10', act: paysAtTill(99.99), expect: { paid: 9_999, campaigns: {} }, line: 'P15.3' },
    { on: '2026-02-10', act: paysAtTill(100), expect: { paid: 8_500, campaigns: { threshold: 1_500 } }, line: 'P15.3' },
    {
      on: '2026-02-15',
      act: paysAtTill(100),
      expect: { paid: 10_000, campaigns: { 'double-points': 100 } },
      line: 'P15.3',
    },
    {
      on: '2026-02-18',
      act: paysAtTill(100),
      expect: { paid: 9_200, campaigns: { 'member-day': 846 } },
      line: 'P15.3',
    },
  ]))

describe('the holidays', () =>
  yearOf('new-store', [
    { on: '2026-11-01', act: joins('wechat'), expect: { points: 100 }, line: 'P15.3' },
    { on: '2026-11-01', act: agrees(), expect: { coupons: [] }, line: 'P15.3' },
    { on: '2026-12-23', act: buys(10), expect: { coupons: [] }, line: 'P15.3' },
    {
      on: '2026-12-24',
      act: buys(10, { id: 'a' }),
      expect: { coupons: ['a holiday gift to 2027-03-24'] },
      line: 'P15.3',
    },
    { on: '2026-12-25', act: returns('a', 10), expect: { coupons: [] }, line: 'P15.3' },
    { on: '2027-01-03', act: buys(10), expect: { coupons: ['a holiday gift to 2027-04-03'] }, line: 'P15.3' },
  ]))

describe('cash back for new members', () =>
  yearOf('new-store', [
    { on: '2026-03-04', act: joins('wechat'), expect: { points: 100 }, line: 'P15.1' },
    { on: '2026-03-04', act: agrees(), expect: { coupons: [] }, line: 'P15.1' },
    {
      on: '2026-03-05',
      act: buys(155.5, { id: 'a' }),
      expect: { coupons: ['Cash back to 2026-06-05'], campaigns: { 'new-member-cash-back': 1_555 } },
      line: 'P15.1',
    },
    { on: '2026-03-06', act: buys(900), expect: { campaigns: { 'new-member-cash-back': 2_000 } }, line: 'P15.4' },
    { on: '2026-03-06', act: returns('a', 155.5), expect: { coupons: ['Cash back to 2026-06-06'] }, line: 'P15.1' },
    { on: '2026-04-03', act: buys(100), expect: { campaigns: {} }, line: 'P15.1' },
  ]))

describe('campaigns aimed at tiers', () =>
  yearOf('tea-merchant', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'regular', discount: 2 }, line: 'P16.1' },
    {
      on: '2026-02-01',
      act: paysAtTill(100),
      expect: { paid: 9_500, campaigns: { 'limited-discount': 300 } },
      line: 'P16.1',
    },
    { on: '2026-02-20', act: paysAtTill(800), expect: { paid: 78_400, campaigns: {} }, line: 'P16.1' },
    {
      on: '2026-04-01',
      act: paysAtTill(100, { parts: { 'new-tea': 50 } }),
      expect: { paid: 9_500, tier: 'regular', campaigns: { 'limited-discount': 300 } },
      line: 'P16.1',
    },
    { on: '2026-04-04', act: buys(1_200), expect: { tier: 'silver', discount: 5 }, line: 'P16.1' },
    {
      on: '2026-04-05',
      act: paysAtTill(200, { parts: { 'new-tea': 100 } }),
      expect: { paid: 18_500, campaigns: { 'new-tea': 500 } },
      line: 'P16.1',
    },
    { on: '2026-05-01', act: paysAtTill(100), expect: { paid: 9_500, campaigns: {} }, line: 'P16.1' },
    { on: '2026-05-02', act: buys(8_000), expect: { tier: 'gold', discount: 10 }, line: 'P16.1' },
    {
      on: '2026-05-20',
      act: paysAtTill(1_000),
      expect: { paid: 80_000, campaigns: { threshold: 10_000 } },
      line: 'P16.1',
    },
    { on: '2026-05-20', act: paysAtTill(800), expect: { paid: 72_000, campaigns: {} }, line: 'P16.1' },
  ]))

describe('member days and holidays', () => {
  yearOf('annual-and-frequency', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'regular' }, line: 'P14.4' },
    { on: '2026-01-08', act: paysAtTill(100), expect: { paid: 10_000, campaigns: {} }, line: 'P14.4' },
    {
      on: '2026-10-01',
      act: paysAtTill(200),
      expect: { paid: 18_000, campaigns: { 'national-day': 2_000 } },
      line: 'P14.4',
    },
    { on: '2026-10-06', act: paysAtTill(200), expect: { paid: 18_000, tier: 'regular' }, line: 'P14.4' },
    { on: '2026-10-07', act: paysAtTill(200), expect: { paid: 18_000, tier: 'silver' }, line: 'P14.4' },
    {
      on: '2026-10-08',
      act: paysAtTill(100),
      expect: { paid: 9_500, campaigns: { 'member-day': 300 } },
      line: 'P14.4',
    },
    { on: '2026-10-09', act: paysAtTill(100), expect: { paid: 9_800, campaigns: {} }, line: 'P14.4' },
  ])
  yearOf('silver-to-diamond', [
    { on: '2026-01-05', act: joins(), expect: { points: 0 }, line: 'P6.3' },
    {
      on: '2026-02-08',
      act: paysAtTill(100),
      expect: { paid: 8_000, campaigns: { 'member-day': 2_000 } },
      line: 'P6.3',
    },
    { on: '2026-02-09', act: paysAtTill(100), expect: { paid: 10_000, campaigns: {} }, line: 'P6.3' },
  ])
})

describe('a company that orders in bulk', () => {
  yearOf('restaurant', [
    {
      on: '2026-01-05',
      act: joins('pos', { kind: 'organisation', name: '甲公司' }),
      expect: { points: 0 },
      line: 'P9.5',
    },
    { on: '2026-01-06', act: agrees(), expect: { coupons: [] }, line: 'P9.5' },
    { on: '2026-01-07', act: paysAtTill(999.99), expect: { paid: 99_999, coupons: [] }, line: 'P9.5' },
    {
      on: '2026-01-08',
      act: paysAtTill(1_000),
      expect: { paid: 88_000, coupons: ['free side dishes to 2026-04-08'] },
      line: 'P9.5',
    },
  ])
  yearOf('restaurant', [
    { on: '2026-01-05', act: joins(), expect: { points: 0 }, line: 'P9.5' },
    { on: '2026-01-08', act: paysAtTill(1_000), expect: { paid: 100_000 }, line: 'P9.5' },
  ])
})

describe('the offer for members only', () =>
  yearOf('photo-studio', [
    { on: '2026-01-05', act: joins(), expect: { tier: 'visitor', on: [] }, line: 'P8.4' },
    { on: '2026-01-07', act: has({}, 'package'), expect: {}, line: 'P8.4' },
    { on: '2026-01-07', act: buys(699), expect: { tier: 'member', on: ['ten-yuan-offer'] }, line: 'P8.4' },
  ]))

describe('birthdays', () => {
  yearOf('tea-merchant', [
    { on: '2026-01-05', act: joins(), expect: { coupons: [] }, line: 'P16.1' },
    { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P16.1' },
    { on: '2026-01-06', act: tellsBirthday('05-21'), expect: { coupons: [] }, line: 'P16.1' },
    { on: '2026-05-01', act: clockTicks(), expect: { coupons: ['a sample of tea to 2026-05-31'] }, line: 'P16.1' },
    { on: '2026-06-01', act: buys(2_000), expect: { tier: 'silver' }, line: 'P16.1' },
    { on: '2027-05-01', act: clockTicks(), expect: { coupons: ['a small tin of tea to 2027-05-31'] }, line: 'P16.1' },
    { on: '2027-06-01', act: buys(8_000), expect: { tier: 'gold' }, line: 'P16.1' },
    { on: '2028-05-01', act: clockTicks(), expect: { coupons: ['a gift box of tea to 2028-05-31'] }, line: 'P16.1' },
  ])
  yearOf('annual-and-frequency', [
    { on: '2026-01-05', act: joins(), expect: { coupons: [] }, line: 'P14.4' },
    { on: '2026-01-05', act: agrees(), expect: { coupons: [] }, line: 'P14.4' },
    { on: '2026-01-06', act: tellsBirthday('05-21'), expect: { coupons: [] }, line: 'P14.4' },
    { on: '2026-05-01', act: clockTicks(), expect: { coupons: [] }, line: 'P14.4' },
    { on: '2026-06-01', act: isGiven('gold', '24 months'), expect: { tier: 'gold' }, line: 'P14.4' },
    { on: '2027-05-01', act: clockTicks(), expect: { coupons: ['a birthday gift to 2027-05-31'] }, line: 'P14.4' },
  ])
})
