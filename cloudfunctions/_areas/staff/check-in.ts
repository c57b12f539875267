import type { eventsCheckIn } from '../../../shared/events/contract'
import { attend } from '../../../shared/events/attend'
import { partyOf, placeOf, seatsOf } from '../../../shared/events/seats'
import { eventOf, isSeated } from '../../../shared/events/terms'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { readList } from '../events/seat-list'
import { actFor } from './act-for'

/** A customer whose code the till has read has come to an event: who sits is what the event's list says. */
export const checkIn: Handler<typeof eventsCheckIn, StaffContext> = async (context, input) => {
  const { effects, now } = context
  const { accountId, eventId, paidFen } = input
  const list = await readList(effects, eventId)
  return actFor(context, input, {
    decide: (opened, { pass, terms, holder }) => {
      if (holder) return refuse('own_card_needed')
      const { programme } = terms
      const event = eventOf(programme, eventId)
      if (!isSeated(event)) return refuse('event_unknown')
      const place = placeOf(seatsOf(list.rows, now), accountId)
      if (place?.state === 'waiting' || place?.state === 'offered') return refuse('event_waiting')
      if (place?.state !== 'seat') return refuse('event_not_signed_up')
      const ruling = attend(opened, programme, event, { storeId: pass.storeId, paidFen, at: now })
      if (!ruling.ok) return ruling
      const earned = ruling.value.entries.reduce((sum, entry) => (entry.kind === 'act' ? sum + entry.earned : sum), 0)
      return allow({ journal: ruling.value, reply: { name: event.name, party: partyOf(place), earned } })
    },
  })
}
