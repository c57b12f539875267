import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { qualifiedTier, requirementsOf } from './qualify'

/**
 * Moves the account to the tier its qualifying amounts give, in one entry however many tiers it skips, with the figures
 * that decided. Nothing when it stands there already.
 */
export function retier(
  journal: Journal,
  programme: Programme,
  about: { at: Instant; cause: 'qualified' | 'refund' },
): Journal {
  const { account } = journal
  const tier = qualifiedTier(programme, account.totals)
  if (tier.id === account.tierId) return journal
  const because = requirementsOf(tier, account.totals)
  return record(
    journal,
    { kind: 'tier', from: account.tierId, to: tier.id, cause: about.cause, because, totals: account.totals },
    { at: about.at },
  )
}
