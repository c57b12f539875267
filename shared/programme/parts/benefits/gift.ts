import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { effectSchema } from '../effects'
import { benefitKind, standing } from './kind'

/** A gift on reaching the tier or now and then: what it holds, where that is more than its name. */
export const gift = benefitKind({
  kind: 'gift',
  schema: z.strictObject({
    kind: z.literal('gift'),
    ...standing,
    name: bilingual,
    when: z.enum(['on-reaching', 'yearly', 'from-time-to-time']),
    holds: z.optional(z.array(effectSchema).check(z.minLength(1), z.maxLength(10))),
  }),
  words: ({ name }) => name,
})

/** Whatever needs no figure: what it is, in the shop's own words. */
export const described = benefitKind({
  kind: 'described',
  schema: z.strictObject({
    kind: z.literal('described'),
    code: z.string(),
    replaces: standing.replaces,
    text: bilingual,
  }),
  words: ({ text }) => text,
})
