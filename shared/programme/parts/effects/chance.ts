import * as z from 'zod/mini'
import { codeText, count } from '../field'
import { effectKind } from './kind'

/** Chances in a draw. */
export const chance = effectKind({
  kind: 'chance',
  schema: z.strictObject({ kind: z.literal('chance'), drawId: codeText, chances: count }),
  words: ({ chances }) => ({ zh: `抽奖机会 ${chances} 次`, en: chances === 1 ? 'a chance' : `${chances} chances` }),
  give: ({ drawId, chances }) => [{ what: 'chances', drawId, chances }],
})
