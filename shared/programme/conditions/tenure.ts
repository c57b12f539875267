import * as z from 'zod/mini'
import { durationWords, lastDayOf } from '../../kit/duration'
import { dayOf, daysBetween } from '../../kit/time'
import { durationText } from '../parts/field'
import { conditionKind } from './kind'

/** How long somebody has been a member, in days of so many. */
export const tenure = conditionKind({
  kind: 'tenure',
  schema: z.strictObject({
    kind: z.literal('tenure'),
    atLeast: durationText,
  }),
  measure: ({ atLeast }, { enrolledAt }, { day }) => {
    const from = dayOf(enrolledAt)
    return { have: Math.max(0, daysBetween(from, day)), need: daysBetween(from, lastDayOf(atLeast, from)) }
  },
  words: ({ atLeast }) => {
    const { zh, en } = durationWords(atLeast)
    return { zh: `入会满 ${zh}`, en: `a member for ${en}` }
  },
})
