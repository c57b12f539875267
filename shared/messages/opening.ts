import type { Account } from '../books/account'
import { eventOf, isSeated, seatTermsOf } from '../events/terms'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { rankOf } from '../tiers/qualify'
import type { EventNews } from './telling'

/** When a tier may sign up for an event; null where there is no such event any more, or it is not for that tier. */
export function openingFor(programme: Programme, eventId: string, tierId: string): Instant | null {
  const event = eventOf(programme, eventId)
  if (!isSeated(event)) return null
  return seatTermsOf(programme, event).opens[rankOf(programme, tierId)] ?? null
}

/**
 * What there is to tell of events, by the programme in force and by the tier that the member has now: an opening that was
 * asked for moves with the sign-up, and is told no more where there will be none. A seat that waits stays as it was offered.
 */
export function newsInForce(news: readonly EventNews[], { tierId }: Account, programme: Programme): EventNews[] {
  return news.flatMap((one) => {
    if (one.until !== null) return [one]
    const at = openingFor(programme, one.eventId, tierId)
    return at === null ? [] : [{ ...one, at }]
  })
}

/** Whether some sign-up opens earlier for a tier than before, so that whoever waits for it has to be told earlier. */
export function opensEarlier(before: Programme, after: Programme, tierId: string): boolean {
  return (before.events ?? []).some(({ id }) => {
    const was = openingFor(before, id, tierId)
    const is = openingFor(after, id, tierId)
    return was !== null && is !== null && is < was
  })
}
