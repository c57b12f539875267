import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { forTiers } from './aim'
import { effectSchema } from './effects'
import { codeText, count, limit, moneyFen, priceFen } from './field'
import { period } from './period'

const price = z.strictObject({ points: count, addFen: z.optional(moneyFen) })

/** Another price for some: a tier, one purchase of an amount, a swap window, a bulk purchase. The best that applies counts. */
const offer = z.strictObject({
  ...price.shape,
  ...forTiers,
  purchaseFromFen: z.optional(moneyFen),
  windowId: z.optional(codeText),
  bulk: z.optional(z.literal(true)),
})

const reward = z.strictObject({
  id: codeText,
  name: bilingual,
  gives: effectSchema,
  price,
  offers: z.optional(z.array(offer).check(z.minLength(1), z.maxLength(20))),
  ...forTiers,
  /** Swapped in this window only. */
  windowId: z.optional(codeText),
  stock: z.optional(count),
  perMember: z.optional(limit),
  worthFen: z.optional(priceFen),
  costFen: z.optional(priceFen),
})

export const rewards = z.array(reward).check(z.maxLength(200))

/** When points may be swapped for what is bound to it; outside of it they stay. */
export const swapWindows = z
  .array(z.strictObject({ id: codeText, name: bilingual, when: period }))
  .check(z.minLength(1), z.maxLength(20))
