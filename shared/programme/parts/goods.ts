import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codes, codeText, moneyFen } from './field'

/** Goods, services and packages that the programme names. */
const good = z.strictObject({
  code: codeText,
  name: bilingual,
  category: z.optional(codeText),
  /** The price for everybody, and the one for members. */
  listFen: z.optional(moneyFen),
  memberFen: z.optional(moneyFen),
})

export const goods = z.array(good).check(z.maxLength(500))

/** What members read instead of a category's code. */
export const goodsCategories = z.array(z.strictObject({ code: codeText, name: bilingual })).check(z.maxLength(100))

/** Kinds of order lines on which no discount is given. */
export const discounting = z.strictObject({ nothingFor: codes })
