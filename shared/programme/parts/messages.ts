import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { forTiers } from './aim'
import { effectSchema } from './effects'
import { codeText, count, days, hours } from './field'
import { festival, period } from './period'

/** What a message is sent on. */
const occasion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enrolled') }),
  z.strictObject({ kind: z.literal('arrived') }),
  z.strictObject({ kind: z.literal('tier-reached') }),
  z.strictObject({ kind: z.literal('birthday'), daysBefore: days }),
  z.strictObject({ kind: z.literal('festival'), festival, daysBefore: days }),
  z.strictObject({ kind: z.literal('points-expiring'), daysBefore: days }),
  z.strictObject({ kind: z.literal('coupon-expiring'), daysBefore: days }),
  z.strictObject({ kind: z.literal('term-ending'), daysBefore: days }),
  z.strictObject({ kind: z.literal('event'), daysBefore: days }),
  z.strictObject({ kind: z.literal('points-short'), points: count }),
  z.strictObject({ kind: z.literal('inactive'), days: count }),
  z.strictObject({ kind: z.literal('every'), when: period }),
])

const message = z.strictObject({
  id: codeText,
  on: occasion,
  /** Service notices may go by subscription message; promotion only to the inbox or by consented text message. */
  purpose: z.enum(['service', 'promotion']),
  channels: z.array(z.enum(['subscription', 'inbox', 'text', 'mail'])).check(z.minLength(1)),
  ...forTiers,
  text: bilingual,
  gives: z.optional(z.array(effectSchema).check(z.minLength(1), z.maxLength(10))),
})

export const messages = z.strictObject({
  /** No message is sent in these hours. */
  quiet: z.optional(hours),
  perWeek: z.optional(count),
  list: z.array(message).check(z.maxLength(100)),
})
