import { expressCourier } from '../../shared/programme/presets/express-courier'
import { benefitCode, benefitsOf } from '../../shared/programme/benefits'
import { discountOf } from '../../shared/tiers/benefits'
import { tierById } from '../../shared/tiers/qualify'

const at = (id: string) => tierById(expressCourier, id)
const codesAt = (id: string) =>
  benefitsOf(expressCourier, at(id))
    .filter(({ kind }) => kind !== 'discount')
    .map(benefitCode)

describe('a tier', () => {
  it('has all that the tiers below it have, and its own', () => {
    expect(codesAt('regular')).toEqual(['activities'])
    expect(codesAt('platinum')).toEqual([
      'activities',
      'welcome-gift',
      'gift',
      'first-access',
      'platinum-gift',
      'agent',
    ])
  })

  it('has one discount, the one of the highest tier reached', () => {
    expect(['regular', 'silver', 'gold', 'platinum'].map((id) => discountOf(expressCourier, at(id)))).toEqual([
      5, 10, 15, 20,
    ])
    const without = { ...expressCourier, tiers: expressCourier.tiers.map((tier) => ({ ...tier, benefits: [] })) }
    expect(discountOf(without, at('gold'))).toBe(0)
  })
})
