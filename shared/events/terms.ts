import { addMilliseconds, hourMs, type Instant } from '../kit/time'
import { hoursEarly } from '../programme/benefits'
import { isForTier } from '../programme/for-tiers'
import type { ShopEvent } from '../programme/parts/events'
import type { Programme } from '../programme/schema'
import { rankOf, tierAt } from '../tiers/qualify'
import type { SeatTerms } from './seats'

/** Events that have seats: all but votes. */
export type SeatedEvent = ShopEvent & { kind: 'gathering' | 'trial' }

/** How long somebody who moves up has to take the seat where the programme says nothing. */
const confirmHours = 24

export function eventOf({ events = [] }: Programme, eventId: string): ShopEvent | null {
  return events.find(({ id }) => id === eventId) ?? null
}

export function isSeated(event: ShopEvent | null): event is SeatedEvent {
  return event !== null && event.kind !== 'vote'
}

/** The rule by which an event's seats go, as its list keeps it. */
export function seatTermsOf(programme: Programme, event: ShopEvent): SeatTerms {
  return {
    seats: event.seats ?? null,
    waitingList: event.waitingList ?? false,
    opens: programme.tiers.map((_, rank) => opensFor(programme, event, rank)),
    closesAt: event.signUpUntil ?? event.startsAt,
    startsAt: event.startsAt,
    confirmMs: (event.confirmHours ?? confirmHours) * hourMs,
  }
}

/** From when on a tier may sign up: so many hours before everybody, by the event's own rule or by its benefit. Null: never. */
function opensFor(programme: Programme, event: ShopEvent, rank: number): Instant | null {
  const tier = tierAt(programme, rank)
  if (!isForTier(programme, event, tier.id)) return null
  const own = (event.tierFirst ?? [])
    .filter(({ fromTier }) => rankOf(programme, fromTier) <= rank)
    .map(({ hoursBefore }) => hoursBefore)
  const hours = Math.max(0, hoursEarly(programme, tier, event.earlyAccess), ...own)
  return addMilliseconds(event.signUpFrom ?? always, -hours * hourMs)
}

/** An instant before every other: what was always open. */
const always = '2000-01-01T00:00:00.000Z'

/** What a party pays: points taken with the seat, and money at the door. */
export function costOf({ costPoints = 0, priceFen = 0 }: ShopEvent, party: number) {
  return { points: costPoints * party, fen: priceFen * party }
}

/** Until when leaving brings the points back. */
export function returnsUntil({ startsAt, leaveHours = 0 }: ShopEvent): Instant {
  return addMilliseconds(startsAt, -leaveHours * hourMs)
}
