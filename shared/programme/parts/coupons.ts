import * as z from 'zod/mini'
import { bilingual, idText } from '../../kit/fields'
import { forGoods, forTiers } from './aim'
import {
  codeText,
  codes,
  count,
  dayText,
  durationText,
  hours,
  limit,
  moneyFen,
  percent,
  priceFen,
  weekdays,
} from './field'

/** What a coupon takes off or is exchanged for. */
export const couponWorth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), offFen: moneyFen, fromFen: z.optional(moneyFen) }),
  z.strictObject({ kind: z.literal('percent'), percent, upToFen: z.optional(moneyFen), fromFen: z.optional(moneyFen) }),
  z.strictObject({ kind: z.literal('goods'), goods: codes }),
  z.strictObject({ kind: z.literal('service'), service: bilingual }),
  z.strictObject({ kind: z.literal('delivery'), upToFen: z.optional(moneyFen), fromFen: z.optional(moneyFen) }),
  /** Something handed out, such as a tier's welcome gift. */
  z.strictObject({ kind: z.literal('gift'), gift: bilingual, worthFen: z.optional(priceFen) }),
])
export type CouponWorth = z.output<typeof couponWorth>

/** Where and when a coupon counts. */
export const couponScope = z.strictObject({
  ...forTiers,
  ...forGoods,
  stores: z.optional(z.array(idText).check(z.minLength(1), z.maxLength(500))),
  weekdays: z.optional(weekdays),
  hours: z.optional(hours),
  exceptDays: z.optional(z.array(dayText).check(z.minLength(1), z.maxLength(100))),
  /** Orders of another way than at the till, such as those sent home. */
  channel: z.optional(z.enum(['store', 'delivery'])),
})
export type CouponScope = z.output<typeof couponScope>

/** Until when: a time from its issue (`30 days`, `to month-end`), fixed days, or the day, week or month of the birthday. */
const validity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('from-issue'), lasts: durationText }),
  z.strictObject({ kind: z.literal('dates'), from: dayText, to: dayText }),
  z.strictObject({ kind: z.literal('birthday'), span: z.enum(['day', 'week', 'month']) }),
])

const couponTemplate = z.strictObject({
  id: codeText,
  name: bilingual,
  worth: couponWorth,
  valid: validity,
  scope: z.optional(couponScope),
  /** How it may be had. */
  issuedBy: z.array(z.enum(['rule', 'claim', 'hand', 'code', 'points'])).check(z.minLength(1)),
  stock: z.optional(count),
  perMember: z.optional(limit),
  /** Whether it may be passed on to a friend, and whether it counts beside a discount or another coupon. */
  giftable: z.optional(z.boolean()),
  stacks: z.optional(z.boolean()),
  costFen: z.optional(priceFen),
})
export type CouponTemplate = z.output<typeof couponTemplate>

export const coupons = z.array(couponTemplate).check(z.maxLength(200))
