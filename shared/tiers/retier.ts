import type { HeldTier } from '../books/account'
import { record, type Journal } from '../books/journal'
import type { TierFact } from '../books/entry'
import { dayOf, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { heldAfterGain, heldAfterTerm, rankOfTop } from './held'
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
      totals: { ...account.totals },
    },
    { at },
  )
}

/**
 * Writes down what time alone has done by an instant, each as of its own day: terms that ended and lengths of membership
 * that were reached.
 */
export function reviewTiers(journal: Journal, programme: Programme, now: Instant): Journal {
  let current = journal
  for (;;) {
    const { held, tenureAt } = current.account
    const review = held.at(-1)?.reviewAt ?? null
    const tenure = tenureAt[0] ?? null
    if (tenure !== null && tenure <= now && (review === null || tenure <= review)) {
      current = reachTenure(current, programme, tenure)
    } else if (review !== null && review <= now) current = endTerm(current, programme, review)
    else return current
  }
}

function reachTenure(journal: Journal, programme: Programme, at: Instant): Journal {
  const reached = record(journal, { kind: 'anniversary' }, { at })
  return retier(reached, programme, { held: heldAfterGain(programme, reached.account, at), at, cause: 'qualified' })
}

function endTerm(journal: Journal, programme: Programme, at: Instant): Journal {
  const { account } = journal
  const held = heldAfterTerm(programme, account, account.held.at(-1)?.until ?? at)
  return retier(journal, programme, { held, at, cause: 'review' })
}
