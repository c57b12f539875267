import type { Campaign } from '../../shared/programme/parts/campaigns'
import { presets } from '../../shared/programme/presets/presets'
import { walkInCoupon } from '../../shared/purchases/walk-in'
import { programmeOf } from '../support/builders'
import { noon, templateOf } from '../support/coupons'

const at = noon('2026-05-10')
const walkIns = (aim: Partial<Campaign['aim']> = {}, more: Partial<Campaign> = {}): Campaign => ({
  id: 'walk-ins',
  name: { zh: '散客', en: 'Walk-ins' },
  when: { kind: 'always' },
  aim: { who: 'walk-in', fromFen: 3_000, ...aim },
  effects: [{ kind: 'coupon', couponId: 'ten' }],
  ...more,
})
const coupons = [
  templateOf('ten'),
  templateOf('other'),
  templateOf('birthday', { valid: { kind: 'birthday', span: 'day' } }),
]
const given = (amountFen: number, ...campaigns: Campaign[]) =>
  walkInCoupon(programmeOf({ coupons, campaigns }), { storeId: 'S1', amountFen, at })?.templateId ?? null

describe('an order of a walk-in brings a coupon', () => {
  it('P9.1: of ¥10 for the next visit, from ¥30 on, to be claimed while it would be good', () => {
    const of = (amountFen: number) => walkInCoupon(presets['restaurant']!, { storeId: 'S1', amountFen, at })
    expect(of(2_999)).toBeNull()
    expect(of(3_000)).toEqual({ templateId: 'next-visit', fromFen: 3_000, until: '2026-08-10T16:00:00.000Z' })
    expect(walkInCoupon(presets['tea-house']!, { storeId: 'S1', amountFen: 3_000, at })).toBeNull()
  })

  it.each([
    ['for members', walkIns({ who: 'member' })],
    ['for everybody', walkIns({ who: undefined })],
    ['in other stores', walkIns({ stores: ['S2'] })],
    ['for what is sent home', walkIns({ channels: ['delivery'] })],
    ['for a tier', walkIns({ fromTier: 'silver' })],
    ['for some goods', walkIns({ categories: ['tea'] })],
    ['for the third order', walkIns({ nthOrder: 3 })],
    ['on other weekdays', walkIns({ weekdays: [1] })],
    ['at other hours', walkIns({ hours: { from: '18:00', to: '20:00' } })],
    ['on other days', walkIns({}, { when: { kind: 'dates', from: '2026-06-01', to: '2026-06-30' } })],
    ['that gives something else', walkIns({}, { effects: [{ kind: 'points', points: 10 }] })],
    ['whose coupon needs a birthday', walkIns({}, { effects: [{ kind: 'coupon', couponId: 'birthday' }] })],
  ])('not by a campaign %s', (_, campaign) => {
    expect(given(9_000, walkIns())).toBe('ten')
    expect(given(9_000, campaign)).toBeNull()
  })

  it('on the day on which hours over midnight begin', () => {
    const when = { kind: 'dates' as const, from: '2026-07-09', to: '2026-07-09' }
    const nightly = walkIns({ hours: { from: '22:00', to: '02:00' } }, { when })
    const programme = programmeOf({ coupons, campaigns: [nightly] })
    const at = (instant: string) => walkInCoupon(programme, { storeId: 'S1', amountFen: 9_000, at: instant }) !== null
    expect([at('2026-07-08T17:00:00.000Z'), at('2026-07-09T17:00:00.000Z')]).toEqual([false, true])
  })

  it('by the campaign of the highest priority that fits', () => {
    const other = walkIns({ fromFen: 5_000 }, { priority: 2, effects: [{ kind: 'coupon', couponId: 'other' }] })
    expect([given(4_999, walkIns(), other), given(5_000, walkIns(), other)]).toEqual(['ten', 'other'])
  })
})
