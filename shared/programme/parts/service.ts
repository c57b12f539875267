import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codeText, count, hours } from './field'

/** A kind of request: by which steps it goes, and how soon somebody answers. */
const request = z.strictObject({
  kind: codeText,
  name: bilingual,
  steps: z.array(z.enum(['received', 'agreed', 'arranged', 'carried-out', 'rated'])).check(z.minLength(1)),
  answerWithinHours: count,
  fromTier: z.optional(codeText),
})

export const service = z.strictObject({
  desk: z.optional(z.strictObject({ hotline: z.boolean(), open: z.optional(hours), queues: z.boolean() })),
  channels: z.array(z.enum(['phone', 'wechat', 'mail', 'store'])).check(z.minLength(1)),
  requests: z.optional(z.array(request).check(z.minLength(1), z.maxLength(50))),
  butler: z.optional(z.strictObject({ personal: z.boolean(), birthdayDaysAhead: count })),
  /** What the desk says to somebody, by where they came from. */
  scripts: z.optional(
    z.array(z.strictObject({ source: codeText, text: bilingual })).check(z.minLength(1), z.maxLength(50)),
  ),
  /** Recommendations by what similar members bought, measured by the purchases that they lead to. */
  recommendations: z.optional(z.strictObject({ isOn: z.boolean(), measured: z.boolean() })),
  /** What members tell others, shown with their consent only. */
  testimonials: z.optional(z.strictObject({ withConsent: z.literal(true) })),
})
