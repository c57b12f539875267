import type { Bilingual } from '../../../kit/fields'
import type { CouponWorth } from '../coupons'

/** A coupon of no template: all its terms. */
export type OwnCoupon = {
  templateId: string
  name: Bilingual
  worth: CouponWorth
  stacks: boolean
  giftable: boolean
}

/**
 * What an effect may give. Whoever carries it out has an answer for each of these and for no effect: a new effect is made of
 * them, and only something that no account could hold before is a new line here.
 */
export type Given =
  | { what: 'points'; points: number }
  | { what: 'coupons'; templateId: string; count: number }
  /** One coupon of no template; what it costs the shop is the most that it takes off where nothing is said. */
  | { what: 'coupon'; coupon: OwnCoupon; costFen?: number | undefined }
  /** Something handed out: what it is worth to the member, and what it costs the shop where that is something else. */
  | { what: 'thing'; name: Bilingual; worthFen?: number | undefined; costFen?: number | undefined }
  /** Something that is done for the member. */
  | { what: 'service'; name: Bilingual }
  | { what: 'chances'; drawId: string; chances: number }

export type HandedOver = Extract<Given, { what: 'thing' | 'service' }>

/** Things and services: somebody hands them over or sends them, and no account holds them. */
export function isHandedOver(given: Given): given is HandedOver {
  return given.what === 'thing' || given.what === 'service'
}

/** The order that an effect comes with, as far as what it gives may depend on it; null where it comes with none. */
export type PaidOrder = { amountFen: number } | null

/** What is taken off a bill: a percentage in the place of a smaller discount, or money from an amount on. */
export type BillOff = { percent: number } | { fromFen: number; offFen: number }
