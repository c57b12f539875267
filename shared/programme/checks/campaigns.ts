import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'

/** What a campaign says has to be possible: whoever is measured needs days to be measured in, and budgets need members. */
export function campaignTerms({ campaigns = [] }: Programme): Fault[] {
  return campaigns.flatMap(({ when, control, aim, budgetFen, storeBudgetFen }, index): Fault[] => {
    const at = (field: string) => pathText(['campaigns', index, field])
    const undated =
      control && when.kind !== 'dates'
        ? [
            {
              path: at('control'),
              zh: '留对照组的活动要有起止日期（when 用 dates）',
              en: 'A campaign with a control group needs a first and a last day (when: dates)',
            },
          ]
        : []
    const unpaid =
      aim?.who === 'walk-in' && (budgetFen ?? storeBudgetFen) !== undefined
        ? [
            {
              path: at('budgetFen'),
              zh: '给散客的活动没有会员账户，预算停不住它：请改用券的库存（stock）',
              en: 'A budget cannot stop a campaign for walk-ins, who have no account: limit the stock of its coupon',
            },
          ]
        : []
    return [...undated, ...unpaid]
  })
}
