import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { forTiers } from './aim'
import { effectSchema } from './effects'
import { codeText, days, moneyFen, priceFen } from './field'

/** A top-up: what is paid and what is credited, the rest of which is bonus; with what comes beside it. */
const plan = z.strictObject({
  id: codeText,
  name: bilingual,
  payFen: moneyFen,
  creditFen: moneyFen,
  ...forTiers,
  gives: z.optional(z.array(effectSchema).check(z.minLength(1), z.maxLength(10))),
  /** What the selling employee earns. */
  commissionFen: z.optional(priceFen),
})

export const storedValue = z.strictObject({
  plans: z.array(plan).check(z.minLength(1), z.maxLength(50)),
  spendFirst: z.enum(['principal', 'bonus', 'in-proportion']),
  /** Principal comes back within so many days when nothing was spent. */
  refundDays: days,
  /** The number under which the merchant is filed as a card issuer; without it the law's limit of 5,000 CNY holds. */
  filing: z.optional(z.string()),
})
