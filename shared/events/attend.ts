import { doAct } from '../acts/act'
import type { Account } from '../books/account'
import { record, type Journal } from '../books/journal'
import { yuanText } from '../kit/money'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { addDays, addMilliseconds, dayOf, hourMs, startOfDay, type Instant } from '../kit/time'
import { expirePoints } from '../points/expire'
import type { ShopEvent } from '../programme/parts/events'
import type { Programme } from '../programme/schema'
import { reviewTiers } from '../tiers/retier'
import { partyOf } from './seats'
import { costOf, eventOf } from './terms'

/** How long before an event its doors are open. */
const doorsHours = 2

/** From when to when staff may tick off who has come: from two hours before it begins until it ends. */
export function doorsOf({ startsAt, endsAt }: Pick<ShopEvent, 'startsAt' | 'endsAt'>) {
  return { from: addMilliseconds(startsAt, -doorsHours * hourMs), until: endsAt }
}

/** Somebody with a seat has come: it is marked, counts as the act of taking part, and may lead to another tier. */
export function attend(
  journal: Journal,
  programme: Programme,
  event: ShopEvent,
  { storeId, paidFen, at }: { storeId: string; paidFen: number; at: Instant },
): Ruling<Journal, 'event_not_now' | 'event_not_signed_up' | 'event_money_due'> {
  const doors = doorsOf(event)
  if (at < doors.from || at >= doors.until) return refuse('event_not_now')
  const place = journal.account.events?.find(({ eventId }) => eventId === event.id)
  if (!place) return refuse('event_not_signed_up')
  const { guests } = place
  const due = costOf(event, partyOf(place)).fen
  if (paidFen !== due) return refuse('event_money_due', { due: yuanText(due) })
  const current = reviewTiers(expirePoints(journal, at), programme, at)
  const came = record(current, { kind: 'event-attend', eventId: event.id, guests, storeId, paidFen }, { at })
  return allow(doAct(came, programme, { act: 'event', at }))
}

/** The events whose doors are open now and to which a member has signed up, with the party and what is due at the door. */
export function eventsNow({ events: places = [] }: Pick<Account, 'events'>, programme: Programme, now: Instant) {
  return places.flatMap((place) => {
    const event = eventOf(programme, place.eventId)
    const doors = event && doorsOf(event)
    if (!doors || now < doors.from || now >= doors.until) return []
    const party = partyOf(place)
    return [{ id: event.id, name: event.name, party, dueFen: costOf(event, party).fen }]
  })
}

/** Somebody with a seat has not come by the end: what the rule for it says. */
export function miss(journal: Journal, { id: eventId, noShowDays = 0, endsAt }: ShopEvent, at: Instant): Journal {
  const barredUntil = noShowDays > 0 ? startOfDay(addDays(dayOf(endsAt), noShowDays + 1)) : null
  return record(journal, { kind: 'event-miss', eventId, barredUntil }, { at })
}
