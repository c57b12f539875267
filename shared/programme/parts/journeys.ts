import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codeText, count, durationText } from './field'

const unit = z.enum(['hours', 'days', 'weeks', 'months'])

/** When a touchpoint is due, counted from an anchor: so long before or after it, once or again until another anchor. */
const due = z.strictObject({
  anchor: codeText,
  /** Negative: before the anchor. */
  offset: z.int().check(z.gte(-1000), z.lte(1000)),
  unit,
  every: z.optional(z.strictObject({ count, unit })),
  until: z.optional(z.strictObject({ anchor: codeText, offset: z.int(), unit })),
  /** How many hours there are to do it in. */
  withinHours: count,
})

/** A dated follow-up owned by a role, with a script and a result. */
const touchpoint = z.strictObject({
  id: codeText,
  name: bilingual,
  due,
  by: codeText,
  channel: z.enum(['call', 'message', 'call-and-message', 'in-person', 'task']),
  script: bilingual,
  result: z.enum(['done', 'record', 'none']),
})

const journey = z.strictObject({
  id: codeText,
  name: bilingual,
  /** Dates by which it runs; when one moves, what depends on it moves too. */
  anchors: z.array(codeText).check(z.minLength(1), z.maxLength(10)),
  begins: codeText,
  ends: z.strictObject({ anchor: codeText, after: durationText }),
  roles: z.array(codeText).check(z.minLength(1), z.maxLength(10)),
  touchpoints: z.array(touchpoint).check(z.minLength(1), z.maxLength(100)),
  /** Who is told when a task is not done in time, and how many hours after. */
  escalation: z.strictObject({ to: codeText, afterHours: count }),
})

export const journeys = z.array(journey).check(z.maxLength(20))
