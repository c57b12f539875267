import * as z from 'zod/mini'
import { idText } from '../../kit/fields'
import { codes, codeText, count, hours, moneyFen, weekdays } from './field'

/** Which tiers: named ones, or one and all above it. Neither: all. */
export const forTiers = { tiers: z.optional(codes), fromTier: z.optional(codeText) }

/** Which goods: named ones, or whole categories. Neither: all. */
export const forGoods = { goods: z.optional(codes), categories: z.optional(codes) }

/** How an order comes about: at the till, in a shop online, to be sent home, or by a company in bulk. */
export const channel = z.enum(['store', 'online', 'delivery', 'bulk'])

/** Whom and what a campaign is for. Everything that is said has to hold. */
export const aim = z.strictObject({
  ...forTiers,
  ...forGoods,
  who: z.optional(z.enum(['visitor', 'walk-in', 'member', 'new-member', 'inactive', 'birthday', 'organisation'])),
  /** How long somebody counts as new, or has not come before they count as inactive. */
  whoDays: z.optional(count),
  segment: z.optional(codeText),
  stores: z.optional(z.array(idText).check(z.minLength(1), z.maxLength(500))),
  channels: z.optional(z.array(channel).check(z.minLength(1))),
  weekdays: z.optional(weekdays),
  hours: z.optional(hours),
  /** From which amount of one order on. */
  fromFen: z.optional(moneyFen),
  /** Which order of a member: the first, the third. */
  nthOrder: z.optional(count),
})
export type Aim = z.output<typeof aim>
