import * as z from 'zod/mini'
import { readDuration } from '../kit/duration'
import { bilingual } from '../kit/fields'
import { conditionSchema, type Condition } from './conditions'

/**
 * A programme: everything by which one merchant's membership differs from another's. Rules read it; no code branches on
 * a merchant's name. Tiers stand in rank order, the lowest (which everybody holds) first.
 */
const slots = ['regular', 'bronze', 'silver', 'gold', 'platinum', 'diamond', 'black'] as const

const codeText = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/))

/** Points per CNY with at most two decimals, such as 1.5. */
const pointsPerYuan = z.number().check(
  z.nonnegative(),
  z.lte(1000),
  z.refine((rate) => hundredths(rate) !== null, 'at most two decimals'),
)

/** `any`: one condition suffices. `all`: every one is needed. */
export const qualification = z.strictObject({
  match: z.enum(['any', 'all']),
  conditions: z.array(conditionSchema).check(z.minLength(1)),
})

/** A right that orders earn once in each window, such as a family set for ten orders in a calendar month. */
const milestone = z.strictObject({
  code: codeText,
  name: bilingual,
  when: qualification,
  per: z.enum(['lifetime', 'month', 'quarter', 'year']),
})

/** How points are earned besides the tiers' rates. */
const earning = z.strictObject({
  /** Kinds of order lines that earn nothing. */
  nothingFor: z.optional(z.array(codeText).check(z.minLength(1), z.maxLength(20))),
})

const benefit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('discount'), percent: z.int().check(z.positive(), z.lt(100)) }),
  z.strictObject({ kind: z.literal('earning-rate'), pointsPerYuan }),
  /** Points count several times on the member's birthday. */
  z.strictObject({
    kind: z.literal('birthday-points'),
    times: z.number().check(
      z.gt(1),
      z.lte(10),
      z.refine((times) => hundredths(times) !== null),
    ),
  }),
  z.strictObject({ kind: z.literal('described'), code: z.string(), text: bilingual }),
])

/** A length of time such as `12 months to month-end`. */
export const durationText = z
  .string()
  .check(z.refine((text) => readDuration(text) !== null, 'a duration, such as "12 months to month-end"'))

/**
 * How long a tier lasts once reached, and what comes then. `requalify`: whether the term that ends may earn the next one,
 * or the tier has to be reached anew.
 */
const term = z.strictObject({
  lasts: durationText,
  requalify: z.enum(['term', 'anew']),
  atEnd: z.enum(['keep', 'one-down', 'lapse']),
  graceDays: z.optional(z.int().check(z.nonnegative(), z.lte(366))),
  /** How long before the end the member is told what is missing. */
  warnDays: z.optional(z.int().check(z.nonnegative(), z.lte(366))),
})

const tier = z.strictObject({
  id: codeText,
  name: bilingual,
  slot: z.enum(slots),
  qualification: z.nullable(qualification),
  /** Absent: for good. */
  term: z.optional(term),
  pointsPerYuan,
  benefits: z.array(benefit),
})

const expiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({
    kind: z.literal('months'),
    months: z.int().check(z.positive(), z.lte(120)),
    until: z.enum(['day', 'month-end']),
  }),
])

export const programmeSchema = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
    name: bilingual,
    tiers: z.array(tier).check(z.minLength(1), z.maxLength(7)),
    expiry,
    earning: z.optional(earning),
    milestones: z.optional(z.array(milestone).check(z.maxLength(20))),
    /** How many points one CNY costs at the till; null where points are not taken as money off. */
    redemption: z.nullable(z.strictObject({ pointsPerYuan: z.int().check(z.positive(), z.lte(100_000)) })),
    /** What happens when a refund takes back points that were already spent. */
    refundShortfall: z.enum(['debt', 'write-off', 'block']),
    enrolment: z.strictObject({ points: z.int().check(z.nonnegative(), z.lte(1_000_000)) }),
    terms: z.strictObject({ termsVersion: z.string(), privacyVersion: z.string() }),
  })
  .check(
    z.refine((p) => new Set(p.tiers.map((t) => t.id)).size === p.tiers.length, {
      path: ['tiers'],
      error: 'tier ids repeat',
    }),
    z.refine((p) => p.tiers[0]?.qualification === null, {
      path: ['tiers', 0],
      error: 'the first tier is open to everybody',
    }),
    z.refine((p) => p.tiers.slice(1).every((t) => t.qualification !== null), {
      path: ['tiers'],
      error: 'every tier above the first says how it is reached',
    }),
  )

export type Programme = z.output<typeof programmeSchema>
export type Tier = Programme['tiers'][number]
export type Qualification = z.output<typeof qualification>
export type TierCondition = Condition
export type TierBenefit = z.output<typeof benefit>
export type TierSlot = (typeof slots)[number]
export const tierSlots = slots

/** A rate in hundredths of a point per CNY, exactly, or null when it has more than two decimals. */
export function hundredths(rate: number): number | null {
  const scaled = Math.round(rate * 100)
  return Math.abs(rate * 100 - scaled) < 1e-6 ? scaled : null
}
