import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codes, codeText, count, days, durationText, timeText } from './field'

const unit = z.enum(['hours', 'days', 'weeks', 'months'])

/** When a touchpoint is due, counted from an anchor: so long before or after it, once or again until another anchor. */
const due = z.strictObject({
  anchor: codeText,
  /** Negative: before the anchor. */
  offset: z.int().check(z.gte(-1000), z.lte(1000)),
  unit,
  /** The time of day, where it is counted in days; the journey's own where it names none. */
  at: z.optional(timeText),
  /** Falls on working days only: what comes before the anchor moves earlier, everything else later. */
  workingDays: z.optional(z.literal(true)),
  every: z.optional(z.strictObject({ count: z.int().check(z.positive(), z.lte(1000)), unit })),
  until: z.optional(z.strictObject({ anchor: codeText, offset: z.int().check(z.gte(-1000), z.lte(1000)), unit })),
  /** How many hours there are to do it in. */
  withinHours: z.int().check(z.positive(), z.lte(2000)),
})

/**
 * What to say. `{member}`, `{staff}`, `{shop}`, `{store}` and an anchor's name such as `{first-lesson}` stand for what they
 * are in that journey.
 */
const script = z.strictObject({
  opening: z.optional(bilingual),
  points: bilingual,
  closing: z.optional(bilingual),
})

/** What an answer does besides being written down: the task stays to be done, is done at another time, or all ends. */
const meaning = z.enum(['missed', 'later', 'no-contact'])

const choice = z.strictObject({ code: codeText, name: bilingual, means: z.optional(meaning) })

/** One question of a result; choices stand in a row, and one of them is chosen. */
const question = z.strictObject({
  code: codeText,
  name: bilingual,
  choices: z.array(choice).check(z.minLength(2), z.maxLength(6)),
  needed: z.optional(z.literal(true)),
})

/** A dated follow-up owned by a role, with a script and a result. */
const touchpoint = z.strictObject({
  id: codeText,
  name: bilingual,
  due,
  by: codeText,
  channel: z.enum(['call', 'message', 'call-and-message', 'in-person', 'task']),
  script,
  /** `record`: a call answers the journey's questions, anything else is written down in words. */
  result: z.enum(['done', 'record', 'none']),
})

/** What begins a journey by itself. Staff may begin any by hand. */
const start = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('enrolled') }),
  z.strictObject({ on: z.literal('tier-reached'), tierId: codeText }),
  /** An order with lines of one of these kinds. */
  z.strictObject({ on: z.literal('purchase'), kinds: codes }),
])

const journey = z.strictObject({
  id: codeText,
  name: bilingual,
  /** Dates by which it runs; when one moves, what depends on it moves too. */
  anchors: z.array(codeText).check(z.minLength(1), z.maxLength(10)),
  anchorNames: z.optional(z.record(codeText, bilingual)),
  roleNames: z.optional(z.record(codeText, bilingual)),
  /** The anchor whose date is the day on which it begins. */
  begins: codeText,
  starts: z.optional(z.array(start).check(z.minLength(1), z.maxLength(5))),
  /** Whether it begins again for a member for whom it has run before; by hand it always may. */
  repeats: z.optional(z.literal(true)),
  ends: z.strictObject({ anchor: codeText, after: durationText }),
  /** Ends at once when the member reaches one of these tiers. */
  endsAtTiers: z.optional(codes),
  /** An anchor that does not come: after how many days the head is told, and after how many the journey ends. */
  waits: z.optional(z.strictObject({ tellAfterDays: days, endAfterDays: z.int().check(z.positive(), z.lte(1000)) })),
  /** When a day's touchpoints begin; 09:00 where it is not said. */
  dayStarts: z.optional(timeText),
  roles: z.array(codeText).check(z.minLength(1), z.maxLength(10)),
  touchpoints: z.array(touchpoint).check(z.minLength(1), z.maxLength(100)),
  /** What a call's result asks; the usual questions where nothing is said. */
  form: z.optional(z.array(question).check(z.minLength(1), z.maxLength(6))),
  /** Who is told when a task is not done in time, and how many hours after. */
  escalation: z.strictObject({ to: codeText, afterHours: count }),
})

export const journeys = z.array(journey).check(z.maxLength(20))
export type Journey = z.output<typeof journey>
export type Touchpoint = z.output<typeof touchpoint>
export type Question = z.output<typeof question>
export type Due = Touchpoint['due']
