import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { requirement, shopFace, tierFace, tierProgress } from '../members/contract'

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
  budget: { sequential: 2, total: 4 },
})

/** What a visitor sees before joining: the shop, its tiers and the terms in force. */
export const shopWelcome = operation({
  name: 'shop.welcome',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({}),
  output: z.strictObject({
    shop: shopFace,
    tiers: z.array(
      z.strictObject({
        ...tierFace.shape,
        match: z.nullable(z.enum(['any', 'all'])),
        requirements: z.array(requirement),
      }),
    ),
    enrolmentPoints: z.int(),
    terms: z.strictObject({ termsVersion: z.string(), privacyVersion: z.string() }),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})
