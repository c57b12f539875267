import * as z from 'zod/mini'
import { bilingual, idText } from '../../kit/fields'
import { forTiers } from './aim'
import { effectSchema } from './effects'
import { codeText, count, days, instant, priceFen } from './field'
import { period } from './period'

const hours = z.int().check(z.nonnegative(), z.lte(24 * 60))

/** Of whom members vote for one. */
const option = z.strictObject({ code: codeText, name: bilingual })

/**
 * Something that members take part in: a gathering, a trial of something new, or a vote. Higher tiers may take a seat so
 * many hours before others, by `tierFirst` or by the early access that their benefits name.
 */
const event = z.strictObject({
  id: codeText,
  name: bilingual,
  kind: z.enum(['gathering', 'trial', 'vote']),
  about: z.optional(bilingual),
  /** Where it is: in one of the shop's stores, with a room or a table in words, or somewhere else. */
  storeId: z.optional(idText),
  place: z.optional(bilingual),
  /** From when to when it is; of a vote, between which instants votes are taken. */
  startsAt: instant,
  endsAt: instant,
  ...forTiers,
  seats: z.optional(count),
  /** How many guests one member may bring. */
  guestsMax: z.optional(z.int().check(z.positive(), z.lte(20))),
  /** From when on everybody may sign up, and until when; absent: at once, and until it begins. */
  signUpFrom: z.optional(instant),
  signUpUntil: z.optional(instant),
  tierFirst: z.optional(
    z.array(z.strictObject({ fromTier: codeText, hoursBefore: count })).check(z.minLength(1), z.maxLength(7)),
  ),
  earlyAccess: z.optional(codeText),
  waitingList: z.optional(z.boolean()),
  /** How long somebody who moves up has to take the seat; a day where nothing is said. */
  confirmHours: z.optional(count),
  /** What it costs a person: in points, taken with the seat, or in money, paid at the door. */
  costPoints: z.optional(count),
  priceFen: z.optional(priceFen),
  /** Points come back to whoever leaves so many hours before it begins; any time before where nothing is said. */
  leaveHours: z.optional(hours),
  /** For how many days whoever did not come may sign up for nothing. */
  noShowDays: z.optional(days),
  /** What is voted on, and whether a vote may be changed until the end. */
  options: z.optional(z.array(option).check(z.minLength(2), z.maxLength(20))),
  changeable: z.optional(z.boolean()),
})
export type ShopEvent = z.output<typeof event>
export const events = z.array(event).check(z.maxLength(100))

/** Something to be finished: so many orders, an amount, points or visits within a time. */
const challenge = z.strictObject({
  code: codeText,
  name: bilingual,
  when: period,
  needs: z.strictObject({ of: z.enum(['orders', 'spend', 'points', 'check-ins', 'events']), atLeast: count }),
  gives: z.optional(effectSchema),
})
export type Challenge = z.output<typeof challenge>
export const challenges = z.array(challenge).check(z.maxLength(50))

/** Who has most of something in a window; who reached it first stands before the others with as much. */
const leaderboard = z.strictObject({
  id: codeText,
  name: bilingual,
  by: z.enum(['points-earned', 'spend', 'orders']),
  per: z.enum(['month', 'quarter', 'year']),
  winners: z.int().check(z.positive(), z.lte(500)),
  ...forTiers,
  prize: effectSchema,
})
export type Leaderboard = z.output<typeof leaderboard>
export const leaderboards = z.array(leaderboard).check(z.maxLength(20))
