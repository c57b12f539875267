import { isCostUnknown } from '../costs'
import { effectWords, isWords } from '../parts/effects'
import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'

/** What a campaign says has to be possible: whoever is measured needs days to be measured in, and budgets need members. */
export function campaignTerms(programme: Programme): Fault[] {
  const { campaigns = [] } = programme
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
    return [...undated, ...unpaid, ...unstoppable(programme, index)]
  })
}

/** A budget stops a campaign by what it has cost, so each of its effects has a cost or the campaign says one. */
function unstoppable(programme: Programme, index: number): Fault[] {
  const campaign = programme.campaigns?.[index]
  if (!campaign || (campaign.budgetFen ?? campaign.storeBudgetFen) === undefined) return []
  return campaign.effects.flatMap((effect, at): Fault[] => {
    const isKnown = !isCostUnknown(programme, effect) || (campaign.costFen !== undefined && !isWords(effect))
    if (isKnown) return []
    const { zh, en } = effectWords(effect)
    const path = pathText(['campaigns', index, 'effects', at])
    return isWords(effect)
      ? [
          {
            path,
            zh: `「${zh}」由收银台执行，花了多少系统不知道，预算停不住它：请去掉这个活动的预算`,
            en: `The till applies “${en}” and nobody tells what it cost, so a budget cannot stop it: leave the budget out`,
          },
        ]
      : [
          {
            path,
            zh: `「${zh}」要花多少算不出来，预算停不住它：请写明每次的成本（costFen），或去掉预算`,
            en: `Nothing tells what “${en}” costs, so a budget cannot stop it: say what one costs (costFen) or leave the budget out`,
          },
        ]
  })
}
