import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { codeText, count } from '../field'
import { benefitKind, standing } from './kind'

/** Coupons of a template each month, issued on the first. */
export const couponPack = benefitKind({
  kind: 'coupon-pack',
  schema: z.strictObject({
    kind: z.literal('coupon-pack'),
    ...standing,
    couponId: codeText,
    name: bilingual,
    count: z.union([count, z.literal('unlimited')]),
    per: z.literal('month'),
  }),
  words: ({ name, count }) =>
    count === 'unlimited'
      ? { zh: `每月${name.zh}，不限张数`, en: `${name.en} every month, as many as you like` }
      : { zh: `每月 ${count} 张${name.zh}`, en: `${count} × ${name.en} every month` },
})

/** Something that may be had so many times a month and that staff tick off; never a value, only that it was done. */
export const entitlement = benefitKind({
  kind: 'entitlement',
  schema: z.strictObject({
    kind: z.literal('entitlement'),
    ...standing,
    code: codeText,
    name: bilingual,
    count,
    per: z.literal('month'),
  }),
  words: ({ name, count }) => ({ zh: `每月 ${count} 次${name.zh}`, en: `${name.en}, ${count} a month` }),
})
