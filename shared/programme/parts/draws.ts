import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { forTiers } from './aim'
import { effectSchema } from './effects'
import { codeText, count, limit, moneyFen, priceFen } from './field'
import { period } from './period'

/** How chances are had. */
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody'), chances: count, limit }),
  z.strictObject({ kind: z.literal('tier'), ...forTiers, chances: count, limit }),
  z.strictObject({ kind: z.literal('points'), points: count, limit }),
  z.strictObject({ kind: z.literal('purchase'), fromFen: moneyFen, chances: count, limit: z.optional(limit) }),
  z.strictObject({ kind: z.literal('check-in'), chances: count, limit }),
  z.strictObject({ kind: z.literal('referral'), chances: count, limit: z.optional(limit) }),
  /**
   * So many people who came first by the member's own link. The platform forbids rewards for sharing: off unless the merchant
   * answers for it.
   */
  z.strictObject({ kind: z.literal('sharing'), friends: count, chances: count, isOn: z.boolean() }),
])

/** Out of so many: a prize of no weight is for those tiers alone whose odds give it one. */
const weight = z.int().check(z.nonnegative(), z.lte(10_000_000))

/** Nothing is a prize as well. Stock and limits count in each round of a draw. */
const prize = z.strictObject({
  id: codeText,
  name: bilingual,
  weight,
  stock: z.optional(count),
  perDay: z.optional(count),
  /** How many of it one member may win. */
  perMember: z.optional(count),
  /** How a thing reaches the winner; picked up in a store where nothing is said. */
  ways: z.optional(z.array(z.enum(['store', 'post'])).check(z.minLength(1))),
  gives: z.nullable(effectSchema),
  worthFen: z.optional(priceFen),
})

/** Odds of their own for some tiers; a prize that is not named cannot be won there. The first that fits counts. */
const odds = z.strictObject({ ...forTiers, weights: z.record(codeText, weight) })

const draw = z.strictObject({
  id: codeText,
  name: bilingual,
  form: z.enum(['wheel', 'nine-grid', 'scratch']),
  when: period,
  /** Whether who is no member yet may take part. */
  forVisitors: z.boolean(),
  chances: z.array(source).check(z.minLength(1), z.maxLength(20)),
  /** How often one member may draw, whatever chances they have. */
  perMember: z.optional(limit),
  prizes: z.array(prize).check(z.minLength(2), z.maxLength(20)),
  /** What the weights add up to. */
  outOf: count,
  odds: z.optional(z.array(odds).check(z.minLength(1), z.maxLength(20))),
  /** The prize that is given instead of one that is used up or had too often; it has no limit itself. */
  fallback: z.optional(codeText),
  /** What members are to know besides. */
  rules: z.optional(bilingual),
})
export type DrawTerms = z.output<typeof draw>

/**
 * By what a way to chances is counted apart from the others of its draw: one a day and two a month are two counts, since of
 * each only the last window is remembered.
 */
export function countedAs(source: DrawTerms['chances'][number]): string {
  if (source.kind === 'sharing') return `sharing:${source.friends}`
  const { kind, limit } = source
  const of = kind === 'tier' ? [source.tiers?.join('+') ?? '', source.fromTier ?? ''] : []
  const from = kind === 'purchase' ? [source.fromFen] : []
  return [kind, ...of, ...from, limit?.per ?? 'ever'].join(':')
}

export const draws = z.array(draw).check(z.maxLength(50))
