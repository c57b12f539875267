import * as z from 'zod/mini'
import { count } from '../field'
import { effectKind } from './kind'

export const points = effectKind({
  kind: 'points',
  schema: z.strictObject({ kind: z.literal('points'), points: count }),
  words: ({ points }) => ({ zh: `${points} 积分`, en: `${points} points` }),
  give: ({ points }) => [{ what: 'points', points }],
})
