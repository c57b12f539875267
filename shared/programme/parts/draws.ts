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
  /** The platform forbids rewards for sharing: off unless the merchant answers for it. */
  z.strictObject({ kind: z.literal('sharing'), friends: count, chances: count, isOn: z.boolean() }),
])

/** Nothing is a prize as well. Weights are relative to their sum. */
const prize = z.strictObject({
  id: codeText,
  name: bilingual,
  weight: count,
  stock: z.optional(count),
  perDay: z.optional(count),
  gives: z.nullable(effectSchema),
  worthFen: z.optional(priceFen),
})

const draw = z.strictObject({
  id: codeText,
  name: bilingual,
  form: z.enum(['wheel', 'nine-grid', 'scratch']),
  when: period,
  /** Whether who is no member yet may take part. */
  forVisitors: z.boolean(),
  chances: z.array(source).check(z.minLength(1), z.maxLength(20)),
  prizes: z.array(prize).check(z.minLength(2), z.maxLength(20)),
})

export const draws = z.array(draw).check(z.maxLength(50))
