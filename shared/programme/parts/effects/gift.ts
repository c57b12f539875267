import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { yuanText } from '../../../kit/money'
import { priceFen } from '../field'
import { effectKind } from './kind'

/** Something handed out: what it is worth to the member and what it costs the shop. */
export const gift = effectKind({
  kind: 'gift',
  schema: z.strictObject({
    kind: z.literal('gift'),
    name: bilingual,
    worthFen: z.optional(priceFen),
    costFen: z.optional(priceFen),
  }),
  words: ({ name, worthFen }) =>
    worthFen === undefined
      ? name
      : { zh: `${name.zh}（价值 ¥${yuanText(worthFen)}）`, en: `${name.en} worth ¥${yuanText(worthFen)}` },
  give: ({ name, worthFen, costFen }) => [{ what: 'thing', name, worthFen, costFen }],
})
