import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { forTiers } from './aim'
import { codeText, count, days, hours, timeText } from './field'
import { festival, period } from './period'
import { handedOver } from './referral'

/** What a message is sent on. Days before are counted from the day itself: none is on the day. */
const occasion = z.discriminatedUnion('kind', [
  /** Joined, by themselves or at a counter. */
  z.strictObject({ kind: z.literal('enrolled') }),
  /** Came to a store, as a till or an employee's scan saw. */
  z.strictObject({ kind: z.literal('arrived') }),
  z.strictObject({ kind: z.literal('tier-reached') }),
  z.strictObject({ kind: z.literal('birthday'), daysBefore: days }),
  z.strictObject({ kind: z.literal('festival'), festival, daysBefore: days }),
  /** Before the last day on which points, or coupons, are good. */
  z.strictObject({ kind: z.literal('points-expiring'), daysBefore: days }),
  z.strictObject({ kind: z.literal('coupon-expiring'), daysBefore: days }),
  /** Before the last day of a tier's term. */
  z.strictObject({ kind: z.literal('term-ending'), daysBefore: days }),
  /** Before an event at which the member has a seat. */
  z.strictObject({ kind: z.literal('event'), daysBefore: days }),
  /** On the day of the points top-up, to whom it would give at most so many points. */
  z.strictObject({ kind: z.literal('points-short'), points: count }),
  /** After so many days without an order, once in each absence. */
  z.strictObject({ kind: z.literal('inactive'), days: count }),
  /** On each day of the week or month, and as each period of the year begins. */
  z.strictObject({ kind: z.literal('every'), when: period }),
])

const message = z.strictObject({
  id: codeText,
  on: occasion,
  /** From what time of day on it is sent; ten in the morning where nothing is said. */
  at: z.optional(timeText),
  /** Service notices may go by subscription message; promotion only to the inbox or by consented text message. */
  purpose: z.enum(['service', 'promotion']),
  channels: z.array(z.enum(['subscription', 'inbox', 'text', 'mail'])).check(z.minLength(1), z.maxLength(4)),
  ...forTiers,
  /** What it says. What stands in braces, such as `{points}`, is filled in for each member. */
  text: bilingual,
  gives: z.optional(handedOver),
})
export type Message = z.output<typeof message>
export type OccasionName = Message['on']['kind']

export const messages = z.strictObject({
  /** No message is sent in these hours. */
  quiet: z.optional(hours),
  perWeek: z.optional(count),
  list: z.array(message).check(z.maxLength(100)),
})
export type Messages = z.output<typeof messages>
