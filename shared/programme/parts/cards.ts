import * as z from 'zod/mini'
import { count, moneyFen, percent } from './field'

const checks = z.array(z.enum(['id-card', 'passport', 'phone', 'known'])).check(z.minLength(1))
const pooling = z.enum(['holder-chooses', 'pooled', 'separate'])

/** What cards there are and whom they are for. */
export const cards = z.strictObject({
  holders: z.array(z.enum(['adult', 'organisation', 'child-with-guardian'])).check(z.minLength(1)),
  transferable: z.boolean(),
  /** How a lost card is reported, and how staff make sure who it is before they reissue it. */
  lost: z.optional(
    z.strictObject({
      reportBy: z.array(z.enum(['mini-program', 'hotline', 'staff'])).check(z.minLength(1)),
      checks,
    }),
  ),
  /** A main card and sub cards. Pooled: all points on the main card, spent from any. */
  family: z.optional(z.strictObject({ subCards: count, pooling, relationshipCheckedBy: z.enum(['staff', 'nobody']) })),
  /** Two cards whose points pool on one of them. */
  couple: z.optional(z.strictObject({ pooling })),
  /** One organisation, several holders; a bulk purchase has its own terms. */
  corporate: z.optional(
    z.strictObject({
      holders: count,
      bulk: z.optional(z.strictObject({ fromFen: moneyFen, percent: z.optional(percent), swapsAtOnce: z.boolean() })),
    }),
  ),
})
