import { balanceOf } from '../../../shared/books/account'
import type { eventsLeave } from '../../../shared/events/contract'
import { leaveEvent } from '../../../shared/events/leave'
import { eventOf, isSeated } from '../../../shared/events/terms'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { seatedCommand } from './seated'

/** Gives a place up: the account says so first, then the list, so that nobody sits on a seat that is still theirs. */
export const leave: Handler<typeof eventsLeave, EnrolledContext> = async (context, { eventId }) => {
  const { account, terms, now } = context
  const event = eventOf(terms.programme, eventId)
  if (!isSeated(event)) return refuse('event_unknown')
  const own = account.events?.find((place) => place.eventId === eventId)
  return seatedCommand(context, {
    event,
    ask: () =>
      own ? allow({ rows: [], then: { kind: 'leave', of: own.key, at: now } }) : refuse('event_not_signed_up'),
    decide: (journal) => {
      const ruling = leaveEvent(journal, event, now)
      if (!ruling.ok) return ruling
      const entry = ruling.value.entries.at(-1)
      const returned = entry?.kind === 'event-leave' ? entry.returned : 0
      return allow({ journal: ruling.value, reply: { returned, balance: balanceOf(ruling.value.account) } })
    },
  })
}
