import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { codeText } from '../field'
import { effectKind } from './kind'

/** Something that staff or partners do for the member. */
export const described = effectKind({
  kind: 'described',
  schema: z.strictObject({ kind: z.literal('described'), code: codeText, text: bilingual }),
  words: ({ text }) => text,
  give: ({ text }) => [{ what: 'service', name: text }],
})
