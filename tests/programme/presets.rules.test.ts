import { presets } from '../../shared/programme/presets/presets'
import type { Programme } from '../../shared/programme/schema'

const of = (id: string): Programme => presets[id]!
const benefit = (id: string, tierId: string, kind: string) =>
  of(id)
    .tiers.find((tier) => tier.id === tierId)!
    .benefits.find((one) => one.kind === kind)

/** Figures that another part gives effect to: they stand in the preset as the list of programmes has them. */
describe('the figures of the presets', () => {
  it.each([
    [
      'tea-house plans',
      of('tea-house').membership!.plans.map(({ lasts }) => lasts),
      ['3 months', '6 months', '12 months'],
    ],
    [
      'pharmacy gift for gold',
      of('pharmacy').rewards!.find(({ id }) => id === 'large-gift'),
      { price: { points: 5_000 }, offers: [{ points: 1_000, fromTier: 'gold', purchaseFromFen: 48_000 }] },
    ],
    [
      'pharmacy magazine',
      of('pharmacy').rewards!.find(({ id }) => id === 'magazine'),
      { price: { points: 100 }, perMember: { times: 1, per: 'month' } },
    ],
    ['pharmacy blood test', benefit('pharmacy', 'diamond', 'entitlement'), { count: 1, per: 'month' }],
    ['pharmacy cards', Object.keys(of('pharmacy').cards!), expect.arrayContaining(['family', 'couple', 'corporate'])],
    ['bronze coupons', benefit('bronze-to-diamond', 'bronze', 'coupon-pack'), { count: 1, couponId: 'bronze-ten' }],
    ['silver coupons', benefit('bronze-to-diamond', 'silver', 'coupon-pack'), { count: 2, couponId: 'silver-fifteen' }],
    ['gold coupons', benefit('bronze-to-diamond', 'gold', 'coupon-pack'), { count: 3, couponId: 'gold-twenty' }],
    ['diamond coupons', benefit('bronze-to-diamond', 'diamond', 'coupon-pack'), { count: 'unlimited' }],
    [
      'their percents',
      of('bronze-to-diamond').coupons!.map(({ worth }) => worth.kind === 'percent' && worth.percent),
      [10, 15, 20, 30],
    ],
    [
      'studio top-up',
      of('photo-studio').storedValue!.plans[0],
      { payFen: 100_000, commissionFen: 2_000, gives: [{ worthFen: 39_800, costFen: 8_000 }] },
    ],
    ['studio package', of('photo-studio').goods![0], { listFen: 99_900, memberFen: 69_900 }],
    [
      'studio sharing',
      of('photo-studio').draws![0]!.chances.find(({ kind }) => kind === 'sharing'),
      { friends: 10, isOn: false },
    ],
    ['studio draw', of('photo-studio').draws![0], { forVisitors: true, fallback: 'nothing', outOf: 100 }],
    [
      'restaurant top-ups',
      of('restaurant').storedValue!.plans.map(({ payFen, creditFen, tiers }) => [payFen, creditFen, tiers]),
      [
        [50_000, 70_000, ['member']],
        [80_000, 120_000, ['vip']],
      ],
    ],
    ['restaurant walk-ins', of('restaurant').campaigns![0]!.aim, { who: 'walk-in', fromFen: 3_000 }],
    ['restaurant next visit', of('restaurant').coupons![0]!.worth, { kind: 'amount', offFen: 1_000 }],
    ['car deposit', of('car-service').storedValue!.plans[0], { payFen: 1_000_000, creditFen: 1_200_000 }],
    ['car count card', of('car-service').countCards![0], { uses: 10, services: ['wash'] }],
    ['new store goal', of('new-store').budgets![0]!.goals, { newMembersPercent: 20 }],
  ])('%s', (_, found, figures) => {
    if (Array.isArray(figures) || typeof (figures as { sample?: unknown }).sample === 'object')
      expect(found).toEqual(figures)
    else expect(found).toMatchObject(figures as object)
  })

  it('early-education runs from the contract to three months after the first lesson, with every role', () => {
    const [journey] = of('early-education').journeys!
    expect(journey).toMatchObject({ begins: 'contract', ends: { anchor: 'first-lesson', after: '3 months' } })
    expect(new Set(journey!.touchpoints.map(({ by }) => by))).toEqual(new Set(['adviser', 'teacher', 'system']))
    const calls = journey!.touchpoints.filter(({ id }) => id.startsWith('teacher-call-'))
    expect(calls.map(({ due }) => [due.anchor, due.withinHours])).toEqual([
      ['first-lesson', 48],
      ['second-lesson', 48],
    ])
  })
})
