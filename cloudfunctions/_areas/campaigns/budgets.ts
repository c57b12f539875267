import type { campaignsBudgets } from '../../../shared/campaigns/contract'
import { budgetId } from '../../../shared/campaigns/budgets'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Campaign } from '../../../shared/programme/parts/campaigns'
import type { Programme } from '../../../shared/programme/schema'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { Stock } from '../../_runtime/stock'

/** What every campaign with a budget has cost, and what the budgets over several of them have. */
export const budgets: Handler<typeof campaignsBudgets, ManagerContext> = async ({ effects, terms }) => {
  if (!terms) return refuse('shop_not_founded')
  const { programme, shop } = terms
  const campaigns = (programme.campaigns ?? []).filter((one) => one.budgetFen ?? one.storeBudgetFen)
  const storeIds = shop.stores.map(({ id }) => id)
  const ids = campaigns.flatMap((one) => stockIdsOf(one, storeIds))
  const stocks = ids.length > 0 ? await effects.store.getMany<Stock>('stocks', ids) : []
  const spent = new Map(stocks.map(({ _id, taken }) => [_id, taken]))
  const spentIn = (id: string, storeId?: string) => spent.get(budgetId(id, storeId)) ?? 0
  const spentBy = campaigns.map(({ id, name, budgetFen, storeBudgetFen }) => {
    const stores = storeBudgetFen === undefined ? [] : storeIds
    const inStores = stores.map((storeId) => ({
      storeId,
      budgetFen: storeBudgetFen ?? 0,
      spentFen: spentIn(id, storeId),
    }))
    const spentFen = budgetFen === undefined ? inStores.reduce((sum, one) => sum + one.spentFen, 0) : spentIn(id)
    return { id, name, budgetFen: budgetFen ?? null, spentFen, stores: inStores }
  })
  const spentOf = (campaignId: string) => spentBy.find(({ id }) => id === campaignId)?.spentFen ?? 0
  return allow({
    campaigns: spentBy,
    budgets: (programme.budgets ?? []).map((budget) => totalOf(budget, spentOf)),
  })
}

type Budget = NonNullable<Programme['budgets']>[number]

function totalOf({ id, name, campaigns = [], totalFen, splitPercent }: Budget, spentOf: (id: string) => number) {
  const benefits = Math.floor((totalFen * splitPercent.benefits) / 100)
  const promotion = Math.floor((totalFen * splitPercent.promotion) / 100)
  // What rounding leaves goes to the last part, so that the parts are the whole.
  const split = { benefits, promotion, events: totalFen - benefits - promotion }
  return { id, name, totalFen, split, spentFen: campaigns.reduce((sum, one) => sum + spentOf(one), 0) }
}

function stockIdsOf({ id, budgetFen, storeBudgetFen }: Campaign, storeIds: readonly string[]): string[] {
  return [
    ...(budgetFen === undefined ? [] : [budgetId(id)]),
    ...(storeBudgetFen === undefined ? [] : storeIds.map((storeId) => budgetId(id, storeId))),
  ]
}
