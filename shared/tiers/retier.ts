import type { HeldTier } from '../books/account'
import { record, type Journal } from '../books/journal'
import type { TierFact } from '../books/entry'
import { dayOf, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { heldAfterTerm, rankOfTop, reviewAt } from './held'
import { requirementsOf, tierAt } from './qualify'

/**
 * Moves the account to the tiers it stands on now, in one entry however many it skips, with the figures that decided.
 * Nothing when nothing has changed.
 */
export function retier(
  journal: Journal,
  programme: Programme,
  about: { held: readonly HeldTier[]; at: Instant; cause: TierFact['cause']; reason?: string },
): Journal {
  const { account } = journal
  const { held, at, cause, reason } = about
  if (held === account.held) return journal
  const tier = tierAt(programme, rankOfTop(programme, held))
  const because = requirementsOf(programme, tier, account, dayOf(at))
  return record(
    journal,
    {
      kind: 'tier',
      from: account.tierId,
      to: tier.id,
      cause,
      ...(reason ? { reason } : {}),
      held,
      because,
      totals: account.totals,
    },
    { at },
  )
}

/** Writes down every review that is due by an instant, each as of its own day. */
export function reviewTiers(journal: Journal, programme: Programme, now: Instant): Journal {
  let current = journal
  for (;;) {
    const due = reviewAt(programme, current.account.held)
    if (due === null || due > now) return current
    const held = heldAfterTerm(programme, current.account, current.account.held.at(-1)?.until ?? due)
    current = retier(current, programme, { held, at: due, cause: 'review' })
  }
}
