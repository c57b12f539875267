import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { amountFen, bilingual, idText, reasonText } from '../kit/fields'
import { codeText, count } from '../programme/parts/field'
import { couponScope, couponWorth } from '../programme/parts/coupons'
import { claimRefusals } from './claim'
import { couponRefusals, orderChannels } from './usable'

/** What it is exchanged for, or the categories and goods that it counts on, by the names that they have now; empty for all. */
const goodsNames = z.array(bilingual)

/** A coupon as its owner sees it, with where it stands now. */
export const couponView = z.strictObject({
  couponId: idText,
  templateId: z.string(),
  name: bilingual,
  worth: couponWorth,
  scope: z.optional(couponScope),
  goods: goodsNames,
  stacks: z.boolean(),
  giftable: z.boolean(),
  unlimited: z.boolean(),
  /** Which of several that came together, and how many these were; null for one that came alone. */
  among: z.nullable(z.strictObject({ nth: z.int(), of: z.int() })),
  from: z.string(),
  /** Exclusive; the last day it is good on is the one before. */
  until: z.string(),
  issuedAt: z.string(),
  /** Why the member has it: `monthly`, `birthday`, `tier` …, or the way it was had. */
  source: z.enum([
    'monthly',
    'birthday',
    'tier',
    'milestone',
    'campaign',
    'referral',
    'draw',
    'challenge',
    'leaderboard',
    'message',
    'claim',
    'hand',
    'code',
    'points',
    'friend',
  ]),
  /** What it cost, where it was had for points. */
  points: z.nullable(z.int()),
  state: z.enum(['usable', 'not-yet', 'sent', 'used', 'returned', 'given', 'over', 'withdrawn']),
  /** When that came about; for a usable one when it was issued. */
  at: z.string(),
  /** Until when a friend may take it. */
  sentUntil: z.nullable(z.string()),
  /** Where it was used and with which order. */
  used: z.nullable(
    z.strictObject({ storeName: z.nullable(z.string()), orderId: z.nullable(z.string()), offFen: z.int() }),
  ),
  /** By which name the friend goes who has taken it; null where none has, or they go by none. */
  givenTo: z.nullable(z.string()),
})
export type CouponView = z.output<typeof couponView>

export const couponTabs = ['usable', 'used', 'over'] as const

/** The member's coupons of one kind: those that end first stand first, past ones newest first. */
export const couponsList = operation({
  name: 'coupons.list',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({ tab: z.enum(couponTabs), before: z.optional(z.int().check(z.positive())) }),
  output: z.strictObject({
    serverAt: z.string(),
    usable: z.int(),
    /** How many may be claimed now. */
    claimable: z.int(),
    stores: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    tierNames: z.record(z.string(), bilingual),
    coupons: z.array(couponView),
    nextBefore: z.nullable(z.int()),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 4, total: 5 },
})

/** What may be claimed: each with how many are left and why not, where the member may not. */
export const couponsOffers = operation({
  name: 'coupons.offers',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    offers: z.array(
      z.strictObject({
        templateId: z.string(),
        name: bilingual,
        worth: couponWorth,
        scope: z.optional(couponScope),
        goods: goodsNames,
        /** Null where there is no end to them. */
        left: z.nullable(z.int()),
        until: z.nullable(z.string()),
        state: z.enum(['open', 'taken', 'none-left', 'not-your-tier']),
      }),
    ),
    /** What the birthday offers to choose one of; null outside of its time or once it was chosen. */
    birthday: z.nullable(z.strictObject({ code: z.string(), until: z.string(), choices: z.array(bilingual) })),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 4 },
})

const claimed = z.strictObject({ coupons: z.array(couponView) })

export const couponsClaim = operation({
  name: 'coupons.claim',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ templateId: codeText }),
  output: claimed,
  refusals: [...claimRefusals, 'coupon_sold_out'],
  limits: { perMinute: 30 },
  budget: { sequential: 3, total: 6 },
})

/** Chooses one of what the birthday offers. */
export const couponsChoose = operation({
  name: 'coupons.choose',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    code: z.string().check(z.minLength(1), z.maxLength(80)),
    choice: z.int().check(z.gte(0), z.lt(10)),
  }),
  output: claimed,
  refusals: ['birthday_not_now', 'birthday_taken'],
  limits: { perMinute: 30 },
  budget: { sequential: 3, total: 5 },
})

/** Redeems a code that a till printed or the shop gave out. */
export const couponsClaimCode = operation({
  name: 'coupons.claim-code',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(24)) }),
  output: claimed,
  refusals: [...claimRefusals, 'coupon_code_unknown', 'coupon_code_used', 'coupon_code_over'],
  limits: { perMinute: 10 },
  budget: { sequential: 5, total: 8 },
})

/** Sends a coupon to a friend: gives the link's secret, which one friend may take within a day. */
export const couponsSend = operation({
  name: 'coupons.send',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    couponId: idText,
    words: z.optional(z.string().check(z.trim(), z.maxLength(60), z.regex(/^[^\u0000-\u001f<>]*$/))),
  }),
  output: z.strictObject({ gift: z.string(), until: z.string() }),
  refusals: ['coupon_not_yours', 'coupon_not_giftable', 'coupon_sent', 'coupon_over', 'words_refused'],
  limits: { perMinute: 20 },
  budget: { sequential: 4, total: 5 },
})

export const couponsRecall = operation({
  name: 'coupons.recall',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ couponId: idText }),
  output: z.strictObject({ coupon: couponView }),
  refusals: ['coupon_not_yours', 'coupon_not_sent'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 5 },
})

const giftText = z.string().check(z.minLength(10), z.maxLength(400))

/** What a gift link holds, for anybody who opens it. */
export const couponsGift = operation({
  name: 'coupons.gift',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({ gift: giftText }),
  output: z.strictObject({
    serverAt: z.string(),
    shopName: z.string(),
    /** `open`: may be taken. `own`: whoever asks has sent it. `yours`: whoever asks has taken it. `gone`: nobody can any more. */
    state: z.enum(['open', 'own', 'yours', 'gone']),
    fromName: z.nullable(z.string()),
    words: z.nullable(z.string()),
    /** How long it may be taken; null when it is gone. */
    until: z.nullable(z.string()),
    coupon: z.nullable(
      z.strictObject({
        name: bilingual,
        worth: couponWorth,
        scope: z.optional(couponScope),
        goods: goodsNames,
        until: z.string(),
      }),
    ),
    /** Whether whoever asks is a member already. */
    isMember: z.boolean(),
  }),
  refusals: ['gift_gone'],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 4 },
})

export const couponsTakeGift = operation({
  name: 'coupons.take-gift',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ gift: giftText }),
  output: z.strictObject({ coupon: couponView }),
  refusals: ['gift_gone', 'gift_own', 'coupon_too_many'],
  limits: { perMinute: 20 },
  budget: { sequential: 8, total: 10 },
})

/** A coupon of a customer as the till sees it. */
export const tillCoupon = z.strictObject({
  ...couponView.shape,
  /** Why it may not be used here and now, in the till's language; null when it may. */
  refused: z.nullable(z.string()),
  /** The same where the order is sent home. */
  refusedSentHome: z.nullable(z.string()),
})
export type TillCoupon = z.output<typeof tillCoupon>

/** A coupon on a bill: which, and the part of the bill that its goods make up where it is for some goods only. */
export const billedCoupon = z.strictObject({ couponId: idText, onFen: z.optional(amountFen) })

/** How the order leaves the till; with the customer where nothing is said. */
export const orderChannel = z.optional(z.enum(orderChannels))

const actingFor = { scanId: z.string().check(z.maxLength(600)), accountId: idText }
const passRefusals = ['scan_over', 'member_unknown'] as const
/** Why a till may not take a coupon, with where and when it was used. */
export const useRefusals = [...couponRefusals, 'coupon_used'] as const

/** Takes a coupon by itself, for what it is exchanged for or for the delivery of an order. */
export const couponsRedeem = operation({
  name: 'coupons.redeem',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ ...actingFor, couponId: idText, channel: orderChannel }),
  output: z.strictObject({
    redemptionId: z.string(),
    at: z.string(),
    name: bilingual,
    worth: couponWorth,
    undoUntil: z.string(),
  }),
  refusals: [
    ...passRefusals,
    ...useRefusals,
    'coupon_needs_bill',
    'coupon_needs_code',
    'card_frozen',
    'card_reissued',
    'card_left',
    'card_unchecked',
  ],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})

/** Undoes a coupon's use by whoever took it, within five minutes; the ledger keeps both. */
export const couponsUndo = operation({
  name: 'coupons.undo',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ accountId: idText, redemptionId: z.string().check(z.minLength(1), z.maxLength(160)) }),
  output: z.strictObject({ name: bilingual }),
  refusals: ['redemption_unknown', 'undo_over', 'redemption_undone'],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 5 },
})

/** Hands a coupon to the customer who was identified. */
export const couponsHand = operation({
  name: 'coupons.hand',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ ...actingFor, templateId: codeText, reason: reasonText }),
  output: claimed,
  refusals: [...passRefusals, ...claimRefusals, 'coupon_sold_out'],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 6 },
})

/** Codes that may be printed or given out, each good for one coupon. */
export const couponsMakeCodes = operation({
  name: 'coupons.make-codes',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({
    templateId: codeText,
    count: count.check(z.lte(500)),
    /** The last day on which they may be redeemed. */
    lastDay: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  }),
  output: z.strictObject({ codes: z.array(z.string()), until: z.string() }),
  refusals: ['coupon_not_offered', 'day_over'],
  limits: { perMinute: 20 },
  budget: { sequential: 2, total: 4 },
})
