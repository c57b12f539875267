import type { EventPlace } from '../books/event-facts'
import { record, type Journal } from '../books/journal'
import { drawFromLots, expiredLots, lotsTotal, takeDraws } from '../books/lots'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import { expirePoints } from '../points/expire'
import type { ShopEvent } from '../programme/parts/events'
import { returnsUntil } from './terms'

/** Gives a place up before the event begins; its points come back to whoever leaves in time. */
export function leaveEvent(
  journal: Journal,
  event: ShopEvent,
  at: Instant,
): Ruling<Journal, 'event_not_signed_up' | 'event_begun'> {
  const place = journal.account.events?.find(({ eventId }) => eventId === event.id)
  if (!place) return refuse('event_not_signed_up')
  if (at >= event.startsAt) return refuse('event_begun')
  return allow(left(expirePoints(journal, at), place, { by: 'member', back: at < returnsUntil(event), at }))
}

/** The event is over for somebody who never had a seat, or let it pass. */
export function endWithoutSeat(journal: Journal, place: EventPlace, at: Instant): Journal {
  return left(journal, place, { by: 'time', back: true, at })
}

/** Points go back into the lots that they came from, first into what is owed; what has expired meanwhile stays expired. */
function left(
  journal: Journal,
  { eventId, draws }: EventPlace,
  { by, back, at }: { by: 'member' | 'time'; back: boolean; at: Instant },
): Journal {
  const returned = back ? draws : []
  const lapsed = expiredLots(returned, journal.stamp.recordedAt)
  const good = returned.filter((lot) => !lapsed.includes(lot))
  const repaid = Math.min(journal.account.debt, lotsTotal(good))
  const lots = takeDraws(good, drawFromLots(good, repaid) ?? [])
  return record(journal, { kind: 'event-leave', eventId, by, returned: lotsTotal(good), repaid, lots, lapsed }, { at })
}
