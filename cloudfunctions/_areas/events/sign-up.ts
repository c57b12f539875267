import { balanceOf } from '../../../shared/books/account'
import { openJournal } from '../../../shared/books/journal'
import type { eventsSignUp } from '../../../shared/events/contract'
import { aheadOf, isStanding, type Place, type Seats } from '../../../shared/events/seats'
import { mayAsk, signUp as decide } from '../../../shared/events/sign-up'
import { eventOf, isSeated } from '../../../shared/events/terms'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { seatedCommand } from './seated'

/** Asks for seats. The list's order decides who has one; who has none waits where there is a waiting list. */
export const signUp: Handler<typeof eventsSignUp, EnrolledContext> = async (
  context,
  { eventId, guests, points: shown },
) => {
  const { account, terms, now, request } = context
  const { programme, programmeVersion } = terms
  const event = eventOf(programme, eventId)
  if (!isSeated(event)) return refuse('event_unknown')
  const stamp = { recordedAt: now, programmeVersion, requestId: request?.id ?? '' }
  return seatedCommand(context, {
    event,
    ask: (seats, key) => {
      const undo = { kind: 'undo' as const, of: key, at: now }
      // A repetition of a command that was cut off finds its own row, and holds it from now on.
      if (seats.places.some((place) => place.key === key && isStanding(place))) return allow({ rows: [], undo })
      const ruling = mayAsk(openJournal(account, stamp), programme, { event, seats }, { guests, shown, at: now })
      if (!ruling.ok) return ruling
      const { rank } = ruling.value
      return allow({
        rows: [{ kind: 'ask', key, accountId: account._id, rank, guests, at: now }],
        undo,
      })
    },
    decide: (journal, seats, key) => {
      const place = seats.places.findLast((one) => one.key === key)
      if (!place) throw new Error('an ask went into the list and stands nowhere in it')
      const ruling = decide(journal, programme, { event, place }, now)
      if (!ruling.ok) return ruling
      return allow({
        journal: ruling.value,
        reply: outcomeOf(ruling.value.account, ruling.value.entries, seats, place),
      })
    },
  })
}

/** What came of it, from the place in the list and the entry that was written. */
export function outcomeOf(
  account: Parameters<typeof balanceOf>[0],
  entries: readonly { kind: string; burned?: number }[],
  seats: Seats,
  place: Place,
) {
  const waits = place.state === 'waiting' || place.state === 'offered'
  return {
    state: waits ? ('waiting' as const) : ('seat' as const),
    ahead: aheadOf(seats, place),
    burned: entries.at(-1)?.burned ?? 0,
    balance: balanceOf(account),
  }
}
