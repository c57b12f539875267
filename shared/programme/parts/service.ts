import * as z from 'zod/mini'
import { bilingual, idText } from '../../kit/fields'
import { codeText, count, hours } from './field'

/** A kind of request: by which steps it goes, and how soon somebody answers. */
const request = z.strictObject({
  kind: codeText,
  name: bilingual,
  steps: z.array(z.enum(['received', 'agreed', 'arranged', 'carried-out', 'rated'])).check(z.minLength(1)),
  answerWithinHours: count,
  fromTier: z.optional(codeText),
})

/** By what a desk tells customers apart: where they came from, or that a prize of theirs waits. */
export const scriptSources = ['self', 'referral', 'staff', 'store', 'till', 'draw'] as const

export const service = z.strictObject({
  desk: z.optional(z.strictObject({ hotline: z.boolean(), open: z.optional(hours), queues: z.boolean() })),
  channels: z.array(z.enum(['phone', 'wechat', 'mail', 'store'])).check(z.minLength(1)),
  requests: z.optional(z.array(request).check(z.minLength(1), z.maxLength(50))),
  butler: z.optional(z.strictObject({ personal: z.boolean(), birthdayDaysAhead: count })),
  /** What the desk says to somebody, by where they came from. */
  scripts: z.optional(
    z
      .array(
        z.strictObject({
          source: z.enum(scriptSources),
          /** For those of one store, or of one way to join, where the shop says something else to them. */
          storeId: z.optional(idText),
          channel: z.optional(z.enum(['pos', 'staff', 'wechat'])),
          text: bilingual,
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
  ),
  /** Recommendations by what similar members bought, measured by the purchases that they lead to. */
  recommendations: z.optional(z.strictObject({ isOn: z.boolean(), measured: z.boolean() })),
  /** What members tell others, shown with their consent only. */
  testimonials: z.optional(z.strictObject({ withConsent: z.literal(true) })),
})
