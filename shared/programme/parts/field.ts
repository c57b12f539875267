import * as z from 'zod/mini'
import { readDuration } from '../../kit/duration'
import { hundredths } from '../../kit/hundredths'
import { canonicalInstant, isDay } from '../../kit/time'

/** Fields that many parts of a programme share. */
export const codeText = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*$/, 'a code, such as "welcome-gift"'), z.maxLength(40))
export const codes = z.array(codeText).check(z.minLength(1), z.maxLength(100))
export const count = z.int().check(z.positive(), z.lte(10_000_000))
export const moneyFen = z.int().check(z.positive(), z.lte(1_000_000_000))
/** A price may be nothing. */
export const priceFen = z.int().check(z.nonnegative(), z.lte(1_000_000_000))
export const percent = z.int().check(z.positive(), z.lt(100))
export const days = z.int().check(z.nonnegative(), z.lte(366))

/** By what points are multiplied. */
export const times = z.number().check(
  z.gt(1),
  z.lte(10),
  z.refine((number) => hundredths(number) !== null, 'at most two decimals'),
)

/** Points per CNY with at most two decimals, such as 1.5. */
export const pointsPerYuan = z.number().check(
  z.nonnegative(),
  z.lte(1000),
  z.refine((rate) => hundredths(rate) !== null, 'at most two decimals'),
)

/** A length of time such as `12 months to month-end`. */
export const durationText = z
  .string()
  .check(z.refine((text) => readDuration(text) !== null, 'a duration, such as "12 months to month-end"'))

/** An instant in its one canonical form, such as `2026-06-20T06:00:00.000Z`, so that text order is time order. */
export const instant = z
  .string()
  .check(z.refine((text) => canonicalInstant(text) === text, 'an instant, such as "2026-06-20T06:00:00.000Z"'))

export const dayText = z.string().check(z.refine(isDay, 'a day, such as "2026-05-01"'))
/** Month and day, `05-01`. */
export const monthDay = z.string().check(z.refine((text) => isDay(`2024-${text}`), 'month and day, such as "05-01"'))
export const timeText = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, such as "09:30"'))
export const hours = z.strictObject({ from: timeText, to: timeText })
export const weekdays = z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7))

/** How often at most, in each window. */
export const limit = z.strictObject({ times: count, per: z.enum(['lifetime', 'day', 'month', 'quarter', 'year']) })
