import * as z from 'zod/mini'
import { amountWithin, conditionKind, count, windowWords, within } from './kind'

/** Orders over a window. */
export const orders = conditionKind({
  kind: 'orders',
  schema: z.strictObject({ kind: z.literal('orders'), atLeast: count, within }),
  measure: (condition, evidence, moment) => ({
    have: amountWithin('orders', condition.within, evidence, moment),
    need: condition.atLeast,
  }),
  words: (condition) => {
    const { zh, en } = windowWords(condition.within)
    return { zh: `${zh}满 ${condition.atLeast} 单`, en: `${condition.atLeast} orders${en}` }
  },
})
