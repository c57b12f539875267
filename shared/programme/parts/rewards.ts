import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { forTiers } from './aim'
import { effectSchema } from './effects'
import { codeText, count, dayText, days, limit, moneyFen, priceFen } from './field'
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
  /** Under which heading it stands in the mall, a word about it, and what it is counted in: 罐. */
  category: z.optional(bilingual),
  note: z.optional(bilingual),
  unit: z.optional(bilingual),
  gives: effectSchema,
  /** How it may reach the member; in a store where nothing is said. */
  ways: z.optional(z.array(z.enum(['store', 'post'])).check(z.minLength(1), z.maxLength(2))),
  price,
  offers: z.optional(z.array(offer).check(z.minLength(1), z.maxLength(20))),
  ...forTiers,
  /** Swapped in this window only. */
  windowId: z.optional(codeText),
  /** From which day on everybody may swap for it, and by which benefit some may earlier, while nobody else takes any. */
  opensOn: z.optional(dayText),
  earlyAccess: z.optional(codeText),
  stock: z.optional(count),
  perMember: z.optional(limit),
  worthFen: z.optional(priceFen),
  costFen: z.optional(priceFen),
})

export type Reward = z.output<typeof reward>
export type Offer = z.output<typeof offer>

export const rewards = z.array(reward).check(z.maxLength(200))

/** When points may be swapped for what is bound to it; outside of it they stay. */
export const swapWindows = z
  .array(z.strictObject({ id: codeText, name: bilingual, when: period }))
  .check(z.minLength(1), z.maxLength(20))

/** How swaps go on: how long a reward waits in the store, whether it may be given up, how long an order's better price lasts. */
export const exchanges = z.strictObject({
  pickUpDays: z.optional(days),
  cancellable: z.optional(z.boolean()),
  rightDays: z.optional(days),
})
