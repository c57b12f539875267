import type { BudgetScope, CampaignGiven } from '../books/campaign'
import type { Entry } from '../books/entry'
import type { Campaign } from '../programme/parts/campaigns'
import type { Programme } from '../programme/schema'

/** So many fen that an order takes of a budget, or a refund gives back. */
export type BudgetClaim = { budgetId: string; campaignId: string; way: 'take' | 'back'; fen: number; totalFen: number }

/** Under which name it is counted what a campaign has cost, in all or in one store. */
export function budgetId(campaignId: string, storeId?: string): string {
  return storeId === undefined ? `campaign:${campaignId}` : `campaign:${campaignId}:${storeId}`
}

/** Whether anything may stop a campaign of the programme. */
export function hasBudgets({ campaigns = [] }: Programme): boolean {
  return campaigns.some(({ budgetFen, storeBudgetFen }) => budgetFen !== undefined || storeBudgetFen !== undefined)
}

/**
 * What an entry takes of the budgets of campaigns or gives back. A refund gives back to those that counted its order: a
 * budget that came later never had it.
 */
export function budgetClaims(programme: Programme, entry: Entry): BudgetClaim[] {
  if (entry.kind !== 'purchase' && entry.kind !== 'refund') return []
  const way = entry.kind === 'purchase' ? 'take' : 'back'
  return (entry.campaigns ?? []).flatMap(({ id, storeId, costFen, counted = [] }: CampaignGiven) => {
    const campaign = programme.campaigns?.find((one) => one.id === id)
    const budgets = campaign ? budgetsOf(campaign) : []
    return counted
      .filter(() => costFen > 0)
      .map((scope) => ({
        budgetId: scope === 'all' ? budgetId(id) : budgetId(id, storeId),
        campaignId: id,
        way,
        fen: costFen,
        totalFen: budgets.find((one) => one.scope === scope)?.totalFen ?? 0,
      }))
  })
}

/** The budgets that may stop a campaign. */
export function budgetsOf({ budgetFen, storeBudgetFen }: Campaign): { scope: BudgetScope; totalFen: number }[] {
  return [
    ...(budgetFen === undefined ? [] : [{ scope: 'all' as const, totalFen: budgetFen }]),
    ...(storeBudgetFen === undefined ? [] : [{ scope: 'store' as const, totalFen: storeBudgetFen }]),
  ]
}

/** Counts what campaigns have cost, in memory: what the cloud counts in its stocks. */
export class BudgetBook {
  private readonly spentFen = new Map<string, number>()

  /** The campaigns whose rest does not pay for what an entry takes. */
  lacking(claims: readonly BudgetClaim[]): string[] {
    return claims
      .filter(({ budgetId: id, way, fen, totalFen }) => way === 'take' && (this.spentFen.get(id) ?? 0) + fen > totalFen)
      .map(({ campaignId }) => campaignId)
  }

  book(claims: readonly BudgetClaim[]): void {
    for (const { budgetId: id, way, fen } of claims)
      this.spentFen.set(id, (this.spentFen.get(id) ?? 0) + (way === 'take' ? fen : -fen))
  }
}
