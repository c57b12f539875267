import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codeText, count } from './field'

const field = z.strictObject({
  code: codeText,
  name: bilingual,
  kind: z.enum(['text', 'day', 'choice', 'address', 'person', 'yes-no']),
  /** Kept apart and shown to few. */
  sensitive: z.optional(z.boolean()),
  needed: z.optional(z.boolean()),
})

/** What the shop asks of its members, besides name and phone number. */
export const profile = z.strictObject({
  fields: z.array(field).check(z.maxLength(50)),
  /** A child's data needs the guardian's consent of its own. */
  children: z.optional(z.strictObject({ guardianConsent: z.literal(true), fields: z.array(field) })),
})

/** Steps from the first visit to a loyal customer, and groups in which customers stand. */
export const segments = z.strictObject({
  funnel: z.optional(
    z
      .array(
        z.strictObject({
          id: codeText,
          name: bilingual,
          /** From how many closed orders on. */
          fromOrders: z.optional(count),
          /** For whom staff noted that they asked without buying. */
          whenAsked: z.optional(z.literal(true)),
        }),
      )
      .check(z.minLength(1), z.maxLength(10)),
  ),
  /** A customer may stand in several groups (copy) or be moved from one to another (cut). */
  tags: z.optional(z.strictObject({ copy: z.boolean(), cut: z.boolean() })),
  filters: z.optional(z.array(z.enum(['status', 'tier', 'source', 'orders'])).check(z.minLength(1))),
})
