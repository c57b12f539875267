import * as z from 'zod/mini'
import { codeText, count } from '../field'
import { effectKind } from './kind'

/** Coupons of a template. */
export const coupon = effectKind({
  kind: 'coupon',
  schema: z.strictObject({ kind: z.literal('coupon'), couponId: codeText, count: z.optional(count) }),
  words: ({ count = 1 }) => ({ zh: `优惠券 ${count} 张`, en: count === 1 ? 'a coupon' : `${count} coupons` }),
  give: ({ couponId, count = 1 }) => [{ what: 'coupons', templateId: couponId, count }],
})
