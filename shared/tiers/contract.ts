import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual } from '../kit/fields'
import { conditionNames } from '../programme/conditions'
import { tierSlots } from '../programme/slots'

export const tierFace = z.strictObject({ id: z.string(), name: bilingual, slot: z.enum(tierSlots) })
export const requirement = z.strictObject({
  kind: z.enum(conditionNames),
  have: z.int(),
  need: z.int(),
  /** What is asked for, such as 累计消费满 ¥500. */
  words: bilingual,
})
export const tierProgress = z.strictObject({
  next: tierFace,
  /** One requirement suffices, or all are needed. Money in fen. */
  match: z.enum(['any', 'all']),
  requirements: z.array(requirement),
})
export type TierProgress = z.output<typeof tierProgress>

const ladderStep = z.strictObject({
  ...tierFace.shape,
  reached: z.boolean(),
  pointsPerYuan: z.number(),
  match: z.nullable(z.enum(['any', 'all'])),
  requirements: z.array(requirement),
  benefits: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('discount'), percent: z.int() }),
      z.strictObject({ kind: z.literal('earning-rate'), pointsPerYuan: z.number() }),
      z.strictObject({
        kind: z.literal('described'),
        code: z.string(),
        text: z.strictObject({ zh: z.string(), en: z.string() }),
      }),
    ]),
  ),
})

/** The ladder of tiers with the member's place on it and what the next one still needs. */
export const tiersProgress = operation({
  name: 'tiers.progress',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    current: z.strictObject({ ...tierFace.shape, since: z.string() }),
    progress: z.nullable(tierProgress),
    ladder: z.array(ladderStep),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})
