import * as z from 'zod/mini'
import { amountWithin, conditionKind, count, windowWords, within } from './kind'

/** Points earned over a window; what was given by hand or topped up does not count. */
export const pointsEarned = conditionKind({
  kind: 'points-earned',
  schema: z.strictObject({ kind: z.literal('points-earned'), atLeast: count, within }),
  measure: (condition, evidence, moment) => ({
    have: amountWithin('pointsEarned', condition.within, evidence, moment),
    need: condition.atLeast,
  }),
  words: (condition) => {
    const { zh, en } = windowWords(condition.within)
    return { zh: `${zh}得满 ${condition.atLeast} 积分`, en: `${condition.atLeast} points earned${en}` }
  },
})
