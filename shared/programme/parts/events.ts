import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { forTiers } from './aim'
import { effectSchema } from './effects'
import { codeText, count, moneyFen } from './field'
import { period } from './period'

/** Something that members attend. Higher tiers may take a seat so many hours before others. */
const event = z.strictObject({
  id: codeText,
  name: bilingual,
  kind: z.enum(['gathering', 'trial', 'vote']),
  when: z.optional(period),
  ...forTiers,
  seats: z.optional(count),
  tierFirst: z.optional(
    z.array(z.strictObject({ fromTier: codeText, hoursBefore: count })).check(z.minLength(1), z.maxLength(7)),
  ),
  waitingList: z.optional(z.boolean()),
  costFen: z.optional(moneyFen),
  costPoints: z.optional(count),
})
export const events = z.array(event).check(z.maxLength(100))

/** Something to be finished: so many orders, an amount, points or visits within a time. */
const challenge = z.strictObject({
  code: codeText,
  name: bilingual,
  when: period,
  needs: z.strictObject({ of: z.enum(['orders', 'spend', 'points', 'check-ins', 'events']), atLeast: count }),
  gives: z.optional(effectSchema),
})
export const challenges = z.array(challenge).check(z.maxLength(50))

/** Who has most of something in a window; who reached it first stands before the others with as much. */
const leaderboard = z.strictObject({
  id: codeText,
  name: bilingual,
  by: z.enum(['points-earned', 'spend', 'orders']),
  per: z.enum(['month', 'quarter', 'year']),
  winners: count,
  ...forTiers,
  prize: effectSchema,
})
export type Leaderboard = z.output<typeof leaderboard>
export const leaderboards = z.array(leaderboard).check(z.maxLength(20))
