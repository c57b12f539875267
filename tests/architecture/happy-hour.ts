import * as z from 'zod/mini'
import { percent, times } from '../../shared/programme/parts/field'
import { effectKind } from '../../shared/programme/parts/effects/kind'

/** An effect that no programme has: a percentage off the bill, and the points of its order several times. */
export const happyHour = effectKind({
  kind: 'happy-hour',
  schema: z.strictObject({ kind: z.literal('happy-hour'), percent, times }),
  words: ({ percent, times }) => ({ zh: `欢乐时光减 ${percent}%，积分 ${times} 倍`, en: `${percent}% off, ${times}×` }),
  off: ({ percent }) => ({ percent }),
  times: ({ times }) => times,
})
