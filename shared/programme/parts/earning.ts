import * as z from 'zod/mini'
import { idText } from '../../kit/fields'
import { codeText, count, limit, timeText } from './field'

/** What one act brings: points, and what it adds to the engagement score. */
const act = z.strictObject({
  points: z.optional(count),
  engagement: z.optional(count),
  limit: z.optional(limit),
})

/** What an order adds to the engagement score; its points come by the tiers' rates. */
const orderAct = z.strictObject({ engagement: count, limit: z.optional(limit) })

/** What becomes of the part of a point that an order comes to: forgone, rounded with half a point up, or made a whole one. */
export const rounding = z.enum(['down', 'nearest', 'up'])
export type Rounding = z.output<typeof rounding>

/**
 * Where orders earn, and on what. Kinds go by an order's lines: what they leave of the amount earns nothing. An order of
 * which no lines are told is taken as all of these kinds, but for what its till says is left out.
 */
const scope = z
  .strictObject({
    stores: z.optional(z.array(idText).check(z.minLength(1), z.maxLength(500))),
    kinds: z.optional(z.array(codeText).check(z.minLength(1), z.maxLength(20))),
  })
  .check(z.refine(({ stores, kinds }) => stores !== undefined || kinds !== undefined, 'stores or kinds'))

/** How points are earned besides the tiers' rates. */
export const earning = z.strictObject({
  /** Absent: down. Only down does an order in parts never earn more than the whole at one rate. */
  rounding: z.optional(rounding),
  /** The only stores and kinds of order lines that earn; absent: all. */
  only: z.optional(scope),
  /** Kinds of order lines that earn nothing. */
  nothingFor: z.optional(z.array(codeText).check(z.minLength(1), z.maxLength(20))),
  /**
   * The most that orders may earn: each, in a day, in a calendar month. What is capped is one order: the same purchase paid
   * in several orders may earn as much several times, up to the caps of the day and the month.
   */
  caps: z.optional(z.strictObject({ order: z.optional(count), day: z.optional(count), month: z.optional(count) })),
  /** How many days the points of an order wait before they may be burned; absent: none. */
  pendingDays: z.optional(z.int().check(z.positive(), z.lte(366))),
  acts: z.optional(
    z.strictObject({
      order: z.optional(orderAct),
      review: z.optional(act),
      survey: z.optional(act),
      profile: z.optional(act),
      event: z.optional(act),
    }),
  ),
})

/** A daily visit in the mini-program, and what so many days without a gap bring on top. */
export const checkIn = z.strictObject({
  points: z.optional(count),
  engagement: z.optional(count),
  streaks: z.optional(z.array(z.strictObject({ days: count, points: count })).check(z.minLength(1), z.maxLength(20))),
  /** What a missed day costs to make up for; absent: it cannot be. */
  makeUpPoints: z.optional(count),
  /** When on a day members who asked for it are reminded, if they have not checked in; at eight in the evening where nothing is said. */
  remindAt: z.optional(timeText),
})
