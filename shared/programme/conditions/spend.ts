import * as z from 'zod/mini'
import { yuanText } from '../../kit/money'
import { amountWithin, conditionKind, count, windowWords, within } from './kind'

/** Money spent over a window. */
export const spend = conditionKind({
  kind: 'spend',
  schema: z.strictObject({ kind: z.literal('spend'), atLeastFen: count, within }),
  measure: (condition, evidence, moment) => ({
    have: amountWithin('spendFen', condition.within, evidence, moment),
    need: condition.atLeastFen,
  }),
  words: (condition) => {
    const { zh, en } = windowWords(condition.within)
    const amount = yuanText(condition.atLeastFen)
    return { zh: `${zh}消费满 ¥${amount}`, en: `¥${amount} spent${en}` }
  },
})
