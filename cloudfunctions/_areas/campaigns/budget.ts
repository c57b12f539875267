import type { CampaignGiven } from '../../../shared/books/campaign'
import type { Entry } from '../../../shared/books/entry'
import type { Journal } from '../../../shared/books/journal'
import type { Campaign } from '../../../shared/programme/parts/campaigns'
import type { Programme } from '../../../shared/programme/schema'
import type { Lacking, Wanted } from '../../_runtime/unit-of-work'

/** Under which id it is counted what a campaign has cost, in all or in one store; in fen. */
export function budgetStockId(campaignId: string, storeId?: string): string {
  return storeId === undefined ? `campaign:${campaignId}` : `campaign:${campaignId}:${storeId}`
}

/**
 * What a journal's orders take of the budgets of campaigns, and what its refunds give back. Where the rest of a budget
 * does not pay for an order, the order is decided again without that campaign: `spentFor`.
 */
export function budgetsOf({ entries }: Journal, programme: Programme): Wanted[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'purchase' && entry.kind !== 'refund') return []
    const way = entry.kind === 'purchase' ? ('take' as const) : ('back' as const)
    return (entry.campaigns ?? []).flatMap((given) => claimsFor(programme, given, { entry, way }))
  })
}

/** The campaigns that cannot pay for an order any more: those whose budget lacked, and those of which it is known. */
export function spentFor(orderEntryId: string, lacking: Lacking, known: readonly string[] = []): ReadonlySet<string> {
  const lacked = [...lacking].flatMap((name) => {
    const [id = '', of] = name.split('@')
    return of === orderEntryId ? [id] : []
  })
  return new Set([...known, ...lacked])
}

function claimsFor(
  programme: Programme,
  { id, storeId, costFen }: CampaignGiven,
  { entry, way }: { entry: Entry; way: 'take' | 'back' },
): Wanted[] {
  if (costFen === 0) return []
  const campaign = programme.campaigns?.find((one) => one.id === id)
  return budgetsIn(campaign, storeId).map(({ stockId, total }) => ({
    stockId,
    total,
    way,
    count: costFen,
    entryId: entry._id,
    elseWithout: `${id}@${entry._id}`,
  }))
}

function budgetsIn(campaign: Campaign | undefined, storeId: string): { stockId: string; total: number }[] {
  if (!campaign) return []
  const { id, budgetFen, storeBudgetFen } = campaign
  return [
    ...(budgetFen === undefined ? [] : [{ stockId: budgetStockId(id), total: budgetFen }]),
    ...(storeBudgetFen === undefined ? [] : [{ stockId: budgetStockId(id, storeId), total: storeBudgetFen }]),
  ]
}
