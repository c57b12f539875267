import * as z from 'zod/mini'
import { effectSchema, givenOf } from './effects'
import { count, days, limit, moneyFen } from './field'

/** What can be handed over at once; what only a bill works out cannot be. */
export const handedOver = z
  .array(
    effectSchema.check(z.refine((effect) => givenOf(effect).length > 0, 'something that can be handed over at once')),
  )
  .check(z.minLength(1), z.maxLength(10))

/** One member brings another; both are rewarded after a paid purchase. One level only, never a friend's friend. */
export const referral = z.strictObject({
  referrer: handedOver,
  friend: handedOver,
  /**
   * What makes it count: an order of at least so much within so many days of joining; or joining by itself, which is how
   * farms of straw members are fed, so that a phone number has to be proved and rewards have to be limited.
   */
  completedBy: z.strictObject({
    act: z.optional(z.enum(['order', 'joining'])),
    orderFromFen: moneyFen,
    withinDays: days,
  }),
  limits: z.optional(z.array(limit).check(z.minLength(1), z.maxLength(5))),
  /** What so many friends bring on top. */
  steps: z.optional(
    z.array(z.strictObject({ friends: count, gives: handedOver })).check(z.minLength(1), z.maxLength(10)),
  ),
  /** From when on a manager looks first; where it says nothing, the usual bounds hold. */
  guards: z.optional(
    z.strictObject({
      /** More friends of one member than this within so many hours. */
      burst: z.optional(z.strictObject({ friends: count, hours: z.int().check(z.positive(), z.lte(24 * 31)) })),
      /** Whether a friend of the same network and make of phone as the referrer or another of their friends is alike. */
      network: z.optional(z.boolean()),
      /** How many accounts up the chain of referrers are compared. */
      chain: z.optional(z.int().check(z.positive(), z.lte(10))),
    }),
  ),
})
export type ReferralTerms = z.output<typeof referral>

/** What makes a referral count, as it is told: null where joining alone does. */
export function qualifyingOf({ completedBy }: Pick<ReferralTerms, 'completedBy'>) {
  const { act, orderFromFen, withinDays } = completedBy
  return { order: act === 'joining' ? null : { fromFen: orderFromFen, withinDays } }
}
