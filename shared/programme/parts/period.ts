import * as z from 'zod/mini'
import { festivals } from '../../kit/calendar'
import { dayText, monthDay, weekdays } from './field'

/** On which days something is open. */
export const period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('dates'), from: dayText, to: dayText }),
  z.strictObject({ kind: z.literal('weekly'), weekdays }),
  z.strictObject({
    kind: z.literal('monthly'),
    days: z.array(z.int().check(z.gte(1), z.lte(31))).check(z.minLength(1), z.maxLength(31)),
  }),
  z.strictObject({ kind: z.literal('yearly'), from: monthDay, to: monthDay }),
])

/** Days that follow the Chinese or the common calendar. */
export const festival = z.enum(festivals)
