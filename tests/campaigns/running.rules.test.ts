import fc from 'fast-check'
import { isControl } from '../../shared/campaigns/control'
import { counting } from '../../shared/campaigns/running'
import { campaignsShown, runOf } from '../../shared/campaigns/shown'
import { addDays } from '../../shared/kit/time'
import type { Aim } from '../../shared/programme/parts/aim'
import { buy, newMember, spendOf, tierOf } from '../support/builders'
import { campaignOf, campaignShop, onFor } from '../support/campaigns'
import { consenting, noon } from '../support/coupons'

const aimedAt = (aim: Aim, more: object = {}) => campaignShop([campaignOf('one', { aim })], more)

describe('a campaign is for a member', () => {
  it('of a tier that it names, or of one and all above it', () => {
    const programme = aimedAt({ fromTier: 'silver' })
    const regular = newMember(programme)
    const silver = buy(regular, programme, { fen: 50_000 })
    expect([onFor(regular, programme), onFor(silver, programme)]).toEqual([[], ['one']])
    expect(onFor(silver, aimedAt({ tiers: ['gold', 'regular'] }))).toEqual([])
  })

  it('who is new: so many days from the day of joining on, that day counted', () => {
    const programme = aimedAt({ who: 'new-member', whoDays: 30 })
    const member = newMember(programme)
    const on = (day: string) => onFor(member, programme, { at: noon(day) }).length
    expect([on('2026-01-10'), on('2026-02-08'), on('2026-02-09')]).toEqual([1, 1, 0])
  })

  it('who has bought and not come for so many days; never one who has not bought yet', () => {
    const programme = aimedAt({ who: 'inactive', whoDays: 60 })
    const member = newMember(programme)
    const once = buy(member, programme, { fen: 100 })
    expect(onFor(member, programme, { at: noon('2026-12-01') })).toEqual([])
    expect(onFor(once, programme, { at: noon(addDays('2026-01-10', 59)) })).toEqual([])
    expect(onFor(once, programme, { at: noon(addDays('2026-01-10', 60)) })).toEqual(['one'])
  })

  it('around the birthday, also over New Year', () => {
    const programme = aimedAt({ who: 'birthday', whoDays: 3 })
    const member = consenting(programme, { birthday: '01-01', at: '2025-03-01T04:00:00.000Z' })
    const on = (day: string) => onFor(member, programme, { at: noon(day) }).length
    expect([on('2025-12-28'), on('2025-12-29'), on('2026-01-04'), on('2026-01-05')]).toEqual([0, 1, 1, 0])
    expect(onFor(consenting(programme), programme, { at: noon('2026-01-01') })).toEqual([])
  })

  it('on the order that it names, in the stores, hours and ways that it names', () => {
    const first = aimedAt({ nthOrder: 2 })
    const member = newMember(first)
    expect([onFor(member, first), onFor(buy(member, first, { fen: 100 }), first)]).toEqual([[], ['one']])
    const here = aimedAt({ stores: ['S2'], weekdays: [6], hours: { from: '12:00', to: '13:00' } })
    // 2026-01-10 is a Saturday; firstDay is noon.
    expect(onFor(member, here, { storeId: 'S2' })).toEqual(['one'])
    expect(onFor(member, here, { storeId: 'S1' })).toEqual([])
    expect(onFor(member, here, { storeId: 'S2', at: '2026-01-10T05:00:00.000Z' })).toEqual([])
    expect(onFor(member, here, { storeId: 'S2', at: noon('2026-01-11') })).toEqual([])
    const bulk = aimedAt({ channels: ['bulk'] })
    expect([onFor(member, bulk), onFor(member, bulk, { channel: 'bulk' })]).toEqual([[], ['one']])
  })

  it('on the day on which hours over midnight begin: its first night goes on after its last day, and none before it', () => {
    const when = { kind: 'dates' as const, from: '2026-02-06', to: '2026-02-06' }
    const programme = campaignShop([campaignOf('one', { when, aim: { hours: { from: '22:00', to: '02:00' } } })])
    const member = newMember(programme)
    const on = (at: string) => onFor(member, programme, { at }).length
    const hours = ['2026-02-05T17:59:59.000Z', '2026-02-06T14:00:00.000Z', '2026-02-06T17:59:59.000Z']
    expect([...hours.map(on), on('2026-02-06T18:00:00.000Z')]).toEqual([0, 1, 1, 0])
  })

  it('whose order has the goods that it names, by themselves or by their category', () => {
    const name = { zh: '龙井', en: 'Longjing' }
    const goods = [
      { code: 'longjing', name, category: 'green' },
      { code: 'puer', name, category: 'dark' },
    ]
    const programme = aimedAt({ categories: ['green'] }, { goods })
    const member = newMember(programme)
    const having = (good?: string) => onFor(member, programme, { lines: [{ good, amountFen: 1 }] })
    expect([having('longjing'), having('puer'), having(), onFor(member, programme)]).toEqual([['one'], [], [], []])
    expect(onFor(member, aimedAt({ goods: ['puer'] }, { goods }), { lines: [{ good: 'puer', amountFen: 1 }] })).toEqual(
      ['one'],
    )
  })

  it('on the step of the funnel that it names', () => {
    const name = { zh: '步', en: 'step' }
    const funnel = [
      { id: 'lead', name },
      { id: 'buyer', name, fromOrders: 1 },
      { id: 'loyal', name, fromOrders: 3 },
    ]
    const programme = aimedAt({ segment: 'buyer' }, { segments: { funnel } })
    let member = newMember(programme)
    const steps = ['a', 'b', 'c'].map((id) => {
      const on = onFor(member, programme).length
      member = buy(member, programme, { id, fen: 100 })
      return on
    })
    expect([...steps, onFor(member, programme).length]).toEqual([0, 1, 1, 0])
  })

  it('of the kind that it names; walk-ins and visitors are no members', () => {
    const member = newMember(aimedAt({}))
    const kinds = (['member', 'organisation', 'walk-in', 'visitor'] as const).map((who) =>
      onFor(member, aimedAt({ who })),
    )
    expect(kinds).toEqual([['one'], [], [], []])
  })
})

describe('of several campaigns', () => {
  const contender = (id: string, excludes: string[] = [], fromFen = 0) => ({ id, excludes, fromFen, onlyOff: false })
  const always = () => true

  it('the one of the highest priority comes first and excludes what it names and what names it', () => {
    const campaigns = [
      campaignOf('low', { excludes: ['high'] }),
      campaignOf('high', { priority: 5 }),
      campaignOf('beside', { priority: 1 }),
    ]
    const programme = campaignShop(campaigns)
    expect(onFor(newMember(programme), programme)).toEqual(['high', 'beside', 'low'])
    const ids = counting([contender('high'), contender('beside'), contender('low', ['high'])], 0, always).map(
      ({ id }) => id,
    )
    expect(ids).toEqual(['high', 'beside'])
  })

  it('one that the amount does not reach excludes nobody', () => {
    const both = [contender('large', ['small'], 10_000), contender('small')]
    expect(
      [counting(both, 9_999, always), counting(both, 10_000, always)].map((list) => list.map(({ id }) => id)),
    ).toEqual([['small'], ['large']])
  })

  it('no two that exclude each other ever count together, and none is left out without one that excludes it', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const list = fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          excludes: fc.subarray(ids),
          fromFen: fc.constantFrom(0, 50, 100),
          onlyOff: fc.boolean(),
        }),
      ),
    )
    fc.assert(
      fc.property(list, fc.constantFrom(0, 50, 100), (campaigns, amountFen) => {
        const counted = counting(campaigns, amountFen, always)
        const apart = (x: (typeof campaigns)[0], y: (typeof campaigns)[0]) =>
          x.excludes.includes(y.id) || y.excludes.includes(x.id)
        for (const one of counted) for (const other of counted) expect(one !== other && apart(one, other)).toBe(false)
        const left = campaigns.filter((one) => one.fromFen <= amountFen && !counted.includes(one))
        for (const one of left) expect(counted.some((other) => apart(one, other))).toBe(true)
      }),
    )
  })
})

describe('a control group', () => {
  const half = campaignOf('half', { control: { percent: 50 } })
  const ids = Array.from({ length: 4_000 }, (_, index) => `account-${index}`)
  const shareOf = (percent: number) => {
    const campaign = campaignOf('half', { control: { percent } })
    return ids.filter((id) => isControl(campaign, id)).length / ids.length
  }

  it('is about the share that is asked, and grows without letting anybody go', () => {
    expect(shareOf(10)).toBeCloseTo(0.1, 1)
    expect(shareOf(50)).toBeCloseTo(0.5, 1)
    // One of a hundred is one and not two of them.
    expect(shareOf(1)).toBeCloseTo(0.01, 2)
    const small = campaignOf('half', { control: { percent: 10 } })
    for (const id of ids) if (isControl(small, id)) expect(isControl(half, id)).toBe(true)
  })

  it('is another one for another campaign, and has none of the campaign', () => {
    const other = campaignOf('other', { control: { percent: 50 } })
    const both = ids.filter((id) => isControl(half, id) && isControl(other, id)).length / ids.length
    expect(both).toBeCloseTo(0.25, 1)
    const programme = campaignShop([half])
    const out = ids.find((id) => isControl(half, id)) ?? ''
    const within = ids.find((id) => !isControl(half, id)) ?? ''
    expect([onFor(newMember(programme, out), programme), onFor(newMember(programme, within), programme)]).toEqual([
      [],
      ['half'],
    ])
    expect(campaignsShown(programme, newMember(programme, out).account, '2026-01-10')).toEqual([])
  })
})

describe('what is shown of a campaign', () => {
  it('is the run of days that is on, or the next one within a month', () => {
    const monthly = { kind: 'monthly' as const, days: [1, 2, 3, 15] }
    expect(runOf(monthly, '2026-05-02')).toEqual({ from: '2026-05-02', until: '2026-05-03' })
    expect(runOf(monthly, '2026-05-04')).toEqual({ from: '2026-05-15', until: '2026-05-15' })
    expect(runOf({ kind: 'yearly', from: '12-24', to: '01-03' }, '2026-12-30')).toEqual({
      from: '2026-12-30',
      until: '2027-01-03',
    })
    expect(runOf({ kind: 'yearly', from: '12-24', to: '01-03' }, '2026-06-01')).toBeNull()
    expect(runOf({ kind: 'dates', from: '2026-05-01', to: '2026-05-31' }, '2026-05-09')).toEqual({
      from: '2026-05-01',
      until: '2026-05-31',
    })
    expect(runOf({ kind: 'dates', from: '2026-05-01', to: '2026-05-31' }, '2026-06-01')).toBeNull()
    expect(runOf({ kind: 'always' }, '2026-06-01')).toEqual({ from: '2026-06-01', until: null })
  })

  it('what is on stands first, then what begins soonest; what is for another tier is not shown', () => {
    const dates = (from: string, to: string) => ({ kind: 'dates' as const, from, to })
    const programme = campaignShop(
      [
        campaignOf('later', { when: dates('2026-01-20', '2026-01-21') }),
        campaignOf('soon', { when: dates('2026-01-12', '2026-01-12') }),
        campaignOf('now', { when: dates('2026-01-01', '2026-01-31') }),
        campaignOf('gold', { aim: { fromTier: 'gold' } }),
      ],
      { tiers: [tierOf({ id: 'regular' }), tierOf({ id: 'gold', qualification: spendOf(100) })] },
    )
    const shown = campaignsShown(programme, newMember(programme).account, '2026-01-10')
    expect(shown.map(({ campaign, isOn }) => [campaign.id, isOn])).toEqual([
      ['now', true],
      ['soon', false],
      ['later', false],
    ])
  })
})
