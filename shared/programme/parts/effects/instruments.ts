import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { yuanText } from '../../../kit/money'
import { codeText, count, priceFen } from '../field'
import { effectKind } from './kind'

/** Coupons of a template. */
export const coupon = effectKind({
  kind: 'coupon',
  schema: z.strictObject({ kind: z.literal('coupon'), couponId: codeText, count: z.optional(count) }),
  words: ({ count = 1 }) => ({ zh: `优惠券 ${count} 张`, en: count === 1 ? 'a coupon' : `${count} coupons` }),
})

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
})

/** Chances in a draw. */
export const chance = effectKind({
  kind: 'chance',
  schema: z.strictObject({ kind: z.literal('chance'), drawId: codeText, chances: count }),
  words: ({ chances }) => ({ zh: `抽奖机会 ${chances} 次`, en: chances === 1 ? 'a chance' : `${chances} chances` }),
})

/** Something that staff or partners do for the member. */
export const described = effectKind({
  kind: 'described',
  schema: z.strictObject({ kind: z.literal('described'), code: codeText, text: bilingual }),
  words: ({ text }) => text,
})
