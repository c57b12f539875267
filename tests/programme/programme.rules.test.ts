import { presets } from '../../shared/programme/presets/presets'
import { programmeSchema } from '../../shared/programme/schema'
import { programmeOf, spendOf, tierOf } from '../support/builders'

describe('every preset', () => {
  it.each(Object.entries(presets))('%s is a valid programme under its own id', (id, programme) => {
    expect(programmeSchema.parse(programme)).toEqual(programme)
    expect(programme.id).toBe(id)
  })

  it.each(Object.entries(presets))('%s asks more for each higher tier and gives no less', (_, programme) => {
    const rates = programme.tiers.map((tier) => tier.pointsPerYuan)
    expect(rates).toEqual([...rates].sort((a, b) => a - b))
    const asked = programme.tiers.flatMap((tier) =>
      (tier.qualification?.conditions ?? []).flatMap((c) => (c.kind === 'spend' ? [c.atLeastFen] : [])),
    )
    expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b))
  })
})

describe('express-courier', () => {
  it('is the programme of the list: ¥500, ¥1,000, ¥3,000 at 1, 1.5, 2 and 2.5 points, which never expire', () => {
    const programme = presets['express-courier']!
    expect(
      programme.tiers.map((tier) => [tier.id, tier.pointsPerYuan, tier.qualification?.conditions ?? null]),
    ).toEqual([
      ['regular', 1, null],
      ['silver', 1.5, [{ kind: 'spend', atLeastFen: 50_000 }]],
      ['gold', 2, [{ kind: 'spend', atLeastFen: 100_000 }]],
      ['platinum', 2.5, [{ kind: 'spend', atLeastFen: 300_000 }]],
    ])
    expect(programme.expiry).toEqual({ kind: 'never' })
  })
})

describe('the schema refuses', () => {
  const silver = tierOf({ id: 'silver', qualification: spendOf(50_000) })
  const regular = tierOf({ id: 'regular' })
  it.each([
    ['a programme without tiers', { tiers: [] }],
    ['a first tier that has to be earned', { tiers: [silver] }],
    ['a higher tier that says not how it is reached', { tiers: [regular, tierOf({ id: 'silver' })] }],
    ['a tier twice', { tiers: [regular, silver, silver] }],
    ['a rate below zero', { tiers: [{ ...regular, pointsPerYuan: -1 }] }],
    ['a rate of three decimals', { tiers: [{ ...regular, pointsPerYuan: 1.005 }] }],
    ['a rate beyond the limit', { tiers: [{ ...regular, pointsPerYuan: 1000.01 }] }],
    ['a rate that is no number', { tiers: [{ ...regular, pointsPerYuan: Number.NaN }] }],
    ['a threshold of nothing', { tiers: [regular, { ...silver, qualification: spendOf(0) }] }],
    ['a threshold in fractions of a fen', { tiers: [regular, { ...silver, qualification: spendOf(0.5) }] }],
    [
      'a qualification without conditions',
      { tiers: [regular, { ...silver, qualification: { match: 'any', conditions: [] } }] },
    ],
    ['an expiry of no months', { expiry: { kind: 'months', months: 0, until: 'day' } }],
    ['an unknown kind of expiry', { expiry: { kind: 'weeks', weeks: 2 } }],
    ['points that cost nothing', { redemption: { pointsPerYuan: 0 } }],
    ['an unknown policy', { refundShortfall: 'forget' }],
    ['a gift below zero', { enrolment: { points: -1, phone: 'optional' } }],
    ['a key that nobody knows', { discountForFriends: true }],
    ['an id with spaces', { id: 'my shop' }],
  ])('%s', (_, change) => {
    expect(programmeSchema.safeParse({ ...programmeOf(), ...change }).success).toBe(false)
  })

  it('and takes the programme that these were bent from', () => {
    expect(programmeSchema.safeParse(programmeOf()).success).toBe(true)
  })
})
