import type { Journal } from '../../../shared/books/journal'
import { budgetClaims } from '../../../shared/campaigns/budgets'
import type { Programme } from '../../../shared/programme/schema'
import type { Lacking, Wanted } from '../../_runtime/unit-of-work'

/**
 * What a journal's orders take of the budgets of campaigns, and what its refunds give back. Where the rest of a budget
 * does not pay for an order, the order is decided again without that campaign: `spentFor`.
 */
export function wantedOfBudgets({ entries }: Journal, programme: Programme): Wanted[] {
  return entries.flatMap((entry) =>
    budgetClaims(programme, entry).map(({ budgetId, campaignId, way, fen, totalFen }) => ({
      stockId: budgetId,
      total: totalFen,
      way,
      count: fen,
      entryId: entry._id,
      elseWithout: `${campaignId}@${entry._id}`,
    })),
  )
}

/** The campaigns that cannot pay for an order any more: those whose budget lacked, and those of which it is known. */
export function spentFor(orderEntryId: string, lacking: Lacking, known: readonly string[] = []): ReadonlySet<string> {
  const lacked = [...lacking].flatMap((name) => {
    const [id = '', of] = name.split('@')
    return of === orderEntryId ? [id] : []
  })
  return new Set([...known, ...lacked])
}
