import type { Account } from '../../books/account'
import type { Bilingual } from '../../kit/fields'
import type { Calendar } from '../../kit/calendar'
import type { Day, Instant } from '../../kit/time'
import type { Values } from '../../programme/message-texts'
import type { Message, OccasionName } from '../../programme/parts/messages'
import type { Programme } from '../../programme/schema'
import type { TierMove } from '../tier-move'
import type { Told } from '../topics'

export type OccasionOf<Name extends OccasionName> = Extract<Message['on'], { kind: Name }>

/** What just happened to a member that a message may be sent on. */
export type Moments = {
  /** When they joined, where nobody has been welcomed yet. */
  joined?: Instant | undefined
  /** When they last came to a store. */
  arrived?: Instant | undefined
  /** The move to another tier that they have not been told of. */
  tierMove: TierMove | null
}

/** How long somebody has just joined, or is still arriving; after that nobody is welcomed or greeted. */
export const freshMs = { joined: 24 * 3_600_000, arrived: 3_600_000 }

/** A message of the programme, or one that the system has by itself and words by itself. */
export type Sent = Message & { builtIn?: true }

/** All that an occasion may look at. */
export type View = {
  message: Sent
  account: Account
  programme: Programme
  calendar: Pick<Calendar, 'festivalDay'>
  now: Instant
  moments: Moments
  /** When the message is sent on a day: its hour and this member's minute of it. */
  on(day: Day): Instant
  /** The message's text with everything filled in; who it is and their tier always are. */
  text(values: Values): Bilingual
}

/** One time at which there is something to tell. */
export type Occurrence = {
  /**
   * By what it is remembered, in the order of time: once told, nothing with this mark or an earlier one is. A year, a day,
   * an instant.
   */
  mark: string
  /** Tells it apart from others with the same mark. */
  which?: string
  /** From when on it is told. */
  at: Instant
  /** When it is too late to tell it; exclusive. */
  until: Instant
  /** What it says as things stand now; null where that is nothing. */
  told(): Told | null
}

/**
 * One kind of occasion: when it comes for a member and what is said then. A new kind is one file beside this one, a line in
 * `../occasions.ts`, and its arguments in the programme's schema.
 */
export type Occasion<Name extends OccasionName> = {
  /** Whether so many members have it on one day that they are told over the morning. */
  ofMany: boolean
  /** Whether it is told as it happens, at whatever time of day that is. */
  atOnce: boolean
  /** Those that are not over, as far as the next one; earlier ones may be among them. */
  occurrences(on: OccasionOf<Name>, view: View): Occurrence[]
}

/** Later than anything: what has no day after which it would be too late. */
export const noEnd: Instant = '9999-12-31T00:00:00.000Z'
