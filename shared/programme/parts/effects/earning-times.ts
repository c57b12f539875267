import * as z from 'zod/mini'
import { times } from '../field'
import { effectKind } from './kind'

/** Points of an order count several times. */
export const earningTimes = effectKind({
  kind: 'earning-times',
  schema: z.strictObject({ kind: z.literal('earning-times'), times }),
  words: ({ times }) => ({ zh: `积分 ${times} 倍`, en: `${times}× points` }),
  times: ({ times }) => times,
})
