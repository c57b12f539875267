import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codeText, durationText, priceFen } from './field'

/** A membership that is paid for: how long it lasts and which tier it gives. */
const plan = z.strictObject({
  id: codeText,
  name: bilingual,
  lasts: durationText,
  priceFen,
  /** What renewing it costs, where that is less. */
  renewalFen: z.optional(priceFen),
  tierId: codeText,
})

export const membership = z.strictObject({
  plans: z.array(plan).check(z.minLength(1), z.maxLength(20)),
  /** Who does not renew falls back to what they qualify for. Renewed before its end, it lasts on from the old end. */
  onExpiry: z.literal('fall-back'),
  renewal: z.literal('from-the-old-end'),
})
