import * as z from 'zod/mini'
import { bilingual } from '../kit/fields'

/**
 * A programme: everything by which one merchant's membership differs from another's. Rules read it; no code branches on
 * a merchant's name. Tiers stand in rank order, the lowest (which everybody holds) first.
 */
const slots = ['regular', 'bronze', 'silver', 'gold', 'platinum', 'diamond', 'black'] as const

/** Points per CNY with at most two decimals, such as 1.5. */
const pointsPerYuan = z.number().check(
  z.nonnegative(),
  z.lte(1000),
  z.refine((rate) => hundredths(rate) !== null, 'at most two decimals'),
)

const spendAtLeast = z.strictObject({ kind: z.literal('spend'), atLeastFen: z.int().check(z.positive()) })
const ordersAtLeast = z.strictObject({ kind: z.literal('orders'), atLeast: z.int().check(z.positive()) })
const pointsEarnedAtLeast = z.strictObject({ kind: z.literal('points-earned'), atLeast: z.int().check(z.positive()) })
const condition = z.discriminatedUnion('kind', [spendAtLeast, ordersAtLeast, pointsEarnedAtLeast])

/** `any`: one condition suffices. `all`: every one is needed. Amounts count over the whole membership. */
const qualification = z.strictObject({
  match: z.enum(['any', 'all']),
  conditions: z.array(condition).check(z.minLength(1)),
})

const benefit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('discount'), percent: z.int().check(z.positive(), z.lt(100)) }),
  z.strictObject({ kind: z.literal('earning-rate'), pointsPerYuan }),
  z.strictObject({ kind: z.literal('described'), code: z.string(), text: bilingual }),
])

const tier = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: bilingual,
  slot: z.enum(slots),
  qualification: z.nullable(qualification),
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

const termsText = z.strictObject({
  title: bilingual,
  sections: z.array(z.strictObject({ heading: bilingual, text: bilingual })).check(z.minLength(1), z.maxLength(60)),
})

export const programmeSchema = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
    name: bilingual,
    tiers: z.array(tier).check(z.minLength(1), z.maxLength(7)),
    expiry,
    /** How many points one CNY costs at the till; null where points are not taken as money off. */
    redemption: z.nullable(z.strictObject({ pointsPerYuan: z.int().check(z.positive(), z.lte(100_000)) })),
    /** What happens when a refund takes back points that were already spent. */
    refundShortfall: z.enum(['debt', 'write-off', 'block']),
    enrolment: z.strictObject({
      /** What joining brings, once. */
      points: z.int().check(z.nonnegative(), z.lte(1_000_000)),
      /** Whether a phone number has to be proved to join. */
      phone: z.enum(['needed', 'optional']),
    }),
    terms: z.strictObject({
      termsVersion: z.string(),
      privacyVersion: z.string(),
      /** The shop's own texts; the usual ones stand where it has none. */
      texts: z.optional(z.strictObject({ terms: z.optional(termsText), privacy: z.optional(termsText) })),
    }),
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
export type TierCondition = z.output<typeof condition>
export type TierBenefit = z.output<typeof benefit>
export type TermsText = z.output<typeof termsText>
export type TierSlot = (typeof slots)[number]
export const tierSlots = slots

/** A rate in hundredths of a point per CNY, exactly, or null when it has more than two decimals. */
export function hundredths(rate: number): number | null {
  const scaled = Math.round(rate * 100)
  return Math.abs(rate * 100 - scaled) < 1e-6 ? scaled : null
}
