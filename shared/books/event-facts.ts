import type { Instant } from '../kit/time'
import type { Draw, Lot } from './lots'

/** What members do at events, as the ledger keeps it; who sits stands in the event's own list. */
export type EventFact =
  | EventSignUpFact
  | EventConfirmFact
  | EventOfferFact
  | EventLeaveFact
  | EventAttendFact
  | EventMissFact
  | EventVoteFact
  | EventRemindFact

/** Signed up, with so many guests: for seats, which cost their points at once, or for the waiting list. */
export type EventSignUpFact = {
  kind: 'event-sign-up'
  eventId: string
  /** By what the event's list knows it. */
  key: string
  guests: number
  to: 'seat' | 'waiting'
  burned: number
  draws: Draw[]
}

/** Took the seat to which they had moved up. */
export type EventConfirmFact = { kind: 'event-confirm'; eventId: string; burned: number; draws: Draw[] }

/** Moved up to a seat, and has until then to take it. */
export type EventOfferFact = { kind: 'event-offer'; eventId: string; until: Instant }

/** Gave the place up, or it ended without a seat. Points come back into the lots they came from, a debt first. */
export type EventLeaveFact = {
  kind: 'event-leave'
  eventId: string
  by: 'member' | 'time'
  returned: number
  repaid: number
  lots: Lot[]
  /** What expired meanwhile, as if it had never left. */
  lapsed: Lot[]
}

/** Came, as staff ticked off at the door, with what was paid there. */
export type EventAttendFact = {
  kind: 'event-attend'
  eventId: string
  guests: number
  storeId: string
  paidFen: number
}

/** Had a seat and did not come; until then signs up for nothing. */
export type EventMissFact = { kind: 'event-miss'; eventId: string; barredUntil: Instant | null }

/** Asked to be told when sign-up opens for them. */
export type EventRemindFact = { kind: 'event-remind'; eventId: string; opensAt: Instant }

/** Voted, for the first time or anew. */
export type EventVoteFact = { kind: 'event-vote'; eventId: string; option: string }

/** A challenge was finished in a window, or no longer is because an order that counted was refunded. */
export type ChallengeFact = { kind: 'challenge'; code: string; window: string; done: boolean }

/** A member's place at an event that is not over: what it cost, so that it can come back. */
export type EventPlace = {
  eventId: string
  key: string
  guests: number
  burned: number
  draws: Draw[]
  at: Instant
  /** On the waiting list, until a seat is taken. */
  waiting?: true
  /** Until when a seat waits to be taken, once they were told of it. */
  offeredUntil?: Instant
}
