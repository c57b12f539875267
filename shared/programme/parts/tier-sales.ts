import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codeText, count, durationText, limit } from './field'

/** A tier that points buy: a named one, or the one above the member's own. */
const tierSale = z.strictObject({
  id: codeText,
  name: bilingual,
  points: count,
  to: z.union([z.literal('next'), z.strictObject({ tierId: codeText })]),
  /** Sold from this tier on. */
  fromTier: z.optional(codeText),
  /** The highest tier that it leads to. */
  upToTier: z.optional(codeText),
  /** How long it lasts; absent: as long as the tier does. */
  lasts: z.optional(durationText),
  limit: z.optional(limit),
})
export type TierSale = z.output<typeof tierSale>

export const tierSales = z.array(tierSale).check(z.maxLength(20))
