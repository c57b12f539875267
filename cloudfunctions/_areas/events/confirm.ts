import { balanceOf } from '../../../shared/books/account'
import type { eventsConfirm } from '../../../shared/events/contract'
import { partyOf, placeOf } from '../../../shared/events/seats'
import { confirmSeat, pricedAs } from '../../../shared/events/sign-up'
import { eventOf, isSeated } from '../../../shared/events/terms'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { seatedCommand } from './seated'

/** Takes the seat to which the member has moved up; of the clock and them the list says who was first. */
export const confirm: Handler<typeof eventsConfirm, EnrolledContext> = async (context, { eventId, points: shown }) => {
  const { account, terms, now } = context
  const { programme } = terms
  const event = eventOf(programme, eventId)
  if (!isSeated(event)) return refuse('event_unknown')
  return seatedCommand(context, {
    event,
    ask: (seats, key) => {
      const place = placeOf(seats, account._id)
      const undo = { kind: 'undo' as const, of: key, at: now }
      // A repetition of a command that was cut off finds the seat taken by its own row, and holds that from now on.
      if (place?.state === 'seat' && place.confirmedBy === key) return allow({ rows: [], undo })
      if (place?.state !== 'offered') return refuse('event_no_offer')
      const priced = pricedAs(shown, { event, party: partyOf(place) })
      if (!priced.ok) return priced
      return allow({
        rows: [{ kind: 'confirm', key, of: place.key, at: now }],
        undo,
      })
    },
    decide: (journal, seats) => {
      const place = placeOf(seats, account._id)
      if (place?.state !== 'seat') return refuse('event_no_offer')
      const ruling = confirmSeat(journal, programme, { event, place }, now)
      if (!ruling.ok) return ruling
      const entry = ruling.value.entries.at(-1)
      const burned = entry?.kind === 'event-confirm' ? entry.burned : 0
      const reply = { state: 'seat' as const, ahead: null, burned, balance: balanceOf(ruling.value.account) }
      return allow({ journal: ruling.value, reply })
    },
  })
}
