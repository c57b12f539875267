import { record } from '../../../shared/books/journal'
import type { eventsRemind } from '../../../shared/events/contract'
import { eventOf, isSeated, seatTermsOf } from '../../../shared/events/terms'
import { allow, refuse } from '../../../shared/kit/ruling'
import { accountAsOf } from '../../../shared/tiers/as-of'
import { rankOf } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'

/** Remembers that the member wants to be told when sign-up opens for their tier. */
export const remind: Handler<typeof eventsRemind, EnrolledContext> = async (context, { eventId }) => {
  const { terms, now } = context
  const { programme } = terms
  const event = eventOf(programme, eventId)
  if (!isSeated(event)) return refuse('event_unknown')
  const { opens } = seatTermsOf(programme, event)
  return ownCommand(context, (journal) => {
    const opensAt = opens[rankOf(programme, accountAsOf(journal.account, programme, now).tierId)] ?? null
    if (opensAt === null) return refuse('event_not_your_tier')
    if (now >= opensAt) return refuse('event_open')
    const asked = record(journal, { kind: 'event-remind', eventId, opensAt }, { at: now })
    return allow({ journal: asked, reply: { opensAt } })
  })
}
