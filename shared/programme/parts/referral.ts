import * as z from 'zod/mini'
import { effectSchema } from './effects'
import { count, days, limit, moneyFen } from './field'

const gives = z.array(effectSchema).check(z.minLength(1), z.maxLength(10))

/** One member brings another; both are rewarded after a paid purchase. One level only, never a friend's friend. */
export const referral = z.strictObject({
  referrer: gives,
  friend: gives,
  /** What makes it count: an order of at least so much within so many days of joining. */
  completedBy: z.strictObject({ orderFromFen: moneyFen, withinDays: days }),
  limits: z.optional(z.array(limit).check(z.minLength(1), z.maxLength(5))),
  /** What so many friends bring on top. */
  steps: z.optional(z.array(z.strictObject({ friends: count, gives })).check(z.minLength(1), z.maxLength(10))),
})
