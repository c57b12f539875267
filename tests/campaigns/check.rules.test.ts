import { checkProgramme } from '../../shared/programme/check'
import type { Campaign } from '../../shared/programme/parts/campaigns'
import { campaignOf, campaignShop } from '../support/campaigns'

const faultsOf = (more: Partial<Campaign>) => {
  const checked = checkProgramme(campaignShop([campaignOf('one', more)]))
  return checked.ok ? [] : checked.faults.map(({ path, en }) => `${path}: ${en}`)
}

it('a campaign with a control group says from when to when it runs', () => {
  const control = { percent: 10 }
  expect(faultsOf({ control })).toEqual([
    'campaigns[0].control: A campaign with a control group needs a first and a last day (when: dates)',
  ])
  expect(faultsOf({ control, when: { kind: 'dates', from: '2026-05-01', to: '2026-05-31' } })).toEqual([])
})

it('a campaign for walk-ins has no budget, since nobody’s account could stop it', () => {
  expect(faultsOf({ aim: { who: 'walk-in' }, budgetFen: 100 })).toEqual([
    'campaigns[0].budgetFen: A budget cannot stop a campaign for walk-ins, who have no account: limit the stock of its coupon',
  ])
})

it('what excludes a campaign that is not there is told', () => {
  expect(faultsOf({ excludes: ['gone'] })).toEqual(['campaigns[0].excludes: There is no campaign named gone'])
})
