import * as z from 'zod/mini'
import { count, times } from '../field'
import { effectKind } from './kind'

export const points = effectKind({
  kind: 'points',
  schema: z.strictObject({ kind: z.literal('points'), points: count }),
  words: ({ points }) => ({ zh: `${points} 积分`, en: `${points} points` }),
})

/** Points of an order count several times. */
export const earningTimes = effectKind({
  kind: 'earning-times',
  schema: z.strictObject({ kind: z.literal('earning-times'), times }),
  words: ({ times }) => ({ zh: `积分 ${times} 倍`, en: `${times}× points` }),
})
