import type { Instant } from '../kit/time'

/** One journey of one member: the dates by which it goes, who does what, and what has happened. Dates of touchpoints are worked out. */
export type Run = {
  journeyId: string
  accountId: string
  storeId: string
  /** How many times this journey has begun for the member, this time included. */
  no: number
  state: 'running' | 'ended' | 'stopped'
  begunAt: Instant
  anchors: { [code: string]: Instant }
  /** Who stands for a role; a role that nobody stands for is the head's. */
  people: { [role: string]: string }
  /** What has happened at touchpoints, by key; one of which nothing is known yet has none. */
  steps: { [key: string]: Step }
  /** What employees have agreed on beyond the journey. */
  followUps: FollowUp[]
  over: { at: Instant; why: Over } | null
}

/** What became of one touchpoint. Without a state it is still to be done. */
export type Step = {
  /** It stands in somebody's list. */
  listed?: true
  state?: 'done' | 'sent' | 'missed' | 'withdrawn'
  at?: Instant
  by?: string | null
  why?: Withdrawn
  /** From when until when it was to be done, of what is done or missed: it stays though an anchor moves. */
  was?: { startsAt: Instant; dueAt: Instant }
  /** The day for which a message went out: a later one for another day goes out again. */
  sentFor?: Instant
  /** Another time that was agreed on with the member; it stays when an anchor moves. */
  agreed?: Instant
  /** When somebody who was not reached is tried next; what there is to be done by then stays. */
  tryAt?: Instant
  /** Who is to do it instead of whoever stands for its role. */
  given?: string
  /** The time by which it was due when it was found late: moving an anchor there and back does not make it good. */
  lateFor?: Instant
  escalated?: { dueAt: Instant; at: Instant }
}

export type FollowUp = { no: number; of: string; startsAt: Instant }

/**
 * Why a touchpoint is no longer to be done: its time went by when an anchor moved, it lies after what it goes on until, the
 * next of a repetition began before its time was over, the programme has it no more, or the journey was ended.
 */
export type Withdrawn = 'past' | 'beyond' | 'followed' | 'dropped' | 'over'

/** Why a journey is over before its end, or `end`. */
export type Over =
  'end' | 'tier-reached' | 'no-contact' | 'cancelled' | 'left' | 'other' | 'anchor-missing' | 'programme'

/** A touchpoint with its dates; null while the anchor that it hangs on has none. */
export type Dated = {
  key: string
  touchpointId: string
  /** Which time of a repetition, from 0. */
  index: number
  kind: 'touchpoint' | 'follow-up' | 'anchor'
  by: string
  startsAt: Instant | null
  dueAt: Instant | null
  /** The anchor that it waits for. */
  waitsFor: string | null
}

/** How far a touchpoint is at an instant. */
export type Standing = 'waiting' | 'ahead' | 'open' | 'overdue' | NonNullable<Step['state']>

export const system = 'system'

export function keyOf(touchpointId: string, index: number): string {
  return `${touchpointId}:${index}`
}
