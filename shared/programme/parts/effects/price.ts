import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { yuanText } from '../../../kit/money'
import { codeText, priceFen } from '../field'
import { effectKind } from './kind'

/** A price of its own for one of the goods. */
export const price = effectKind({
  kind: 'price',
  schema: z.strictObject({ kind: z.literal('price'), good: codeText, name: bilingual, priceFen }),
  words: ({ name, priceFen }) => ({
    zh: `${name.zh} ¥${yuanText(priceFen)}`,
    en: `${name.en} at ¥${yuanText(priceFen)}`,
  }),
})
