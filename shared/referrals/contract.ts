import * as z from 'zod/mini'
import { suspicions } from '../books/referral'
import { operation } from '../kit/contract'
import { bilingual, cursorText, deviceClaim, idText, reasonText } from '../kit/fields'
import { qualifyingOrder, shopFace } from '../shop/contract'
import { friendStates } from './states'

const friend = z.strictObject({
  /** Masked; null for somebody without a name. */
  name: z.nullable(z.string()),
  joinedAt: z.string(),
  state: z.enum(friendStates),
  /** Until when an order of theirs may count; exclusive. */
  until: z.nullable(z.string()),
  /** What the member got for them in points. */
  points: z.int(),
  /** It counted, and the member had as many rewards as there are in that time. */
  capped: z.boolean(),
})
export type FriendView = z.output<typeof friend>

const offer = z.strictObject({
  referrer: z.array(bilingual),
  friend: z.array(bilingual),
  /** The points that each side gets, where both get points and nothing else, and the same. */
  samePoints: z.nullable(z.int()),
  order: qualifyingOrder,
  limits: z.array(z.strictObject({ times: z.int(), per: z.enum(['lifetime', 'day', 'month', 'quarter', 'year']) })),
  steps: z.array(z.strictObject({ friends: z.int(), gives: z.array(bilingual), reached: z.boolean() })),
})

/** The page to invite friends from: what it brings, how far it is, and the friends, newest first, twenty a page. */
export const referralsRead = operation({
  name: 'referrals.read',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({ before: z.optional(cursorText) }),
  output: z.strictObject({
    serverAt: z.string(),
    shop: shopFace,
    /** Null where the shop rewards nothing; friends may be brought all the same. */
    offer: z.nullable(offer),
    /** What joining gives by itself. */
    enrolmentPoints: z.int(),
    /** Friends who count. */
    counted: z.int(),
    /** Points that friends have brought in all, less what was taken back. */
    points: z.int(),
    friendsInAll: z.int(),
    friends: z.array(friend),
    nextBefore: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 4, total: 8 },
})

/** The member's own link: always the same code. With `picture` the mini-program code as well, drawn once and kept. */
export const referralsLink = operation({
  name: 'referrals.link',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    picture: z.optional(z.boolean()),
    /** Whether friends read the member's whole name; without a word it stays as it was, and masked at first. */
    showName: z.optional(z.boolean()),
    device: z.optional(deviceClaim),
  }),
  output: z.strictObject({
    scene: z.string(),
    page: z.string(),
    nameShown: z.boolean(),
    /** The name as friends read it. */
    name: z.nullable(z.string()),
    /** A picture of the code, PNG as base64; null where none was asked for. */
    picture: z.nullable(z.string()),
  }),
  refusals: ['code_not_drawn'],
  limits: { perMinute: 20 },
  budget: { sequential: 5, total: 7 },
})

const person = z.strictObject({ accountId: z.string(), memberNo: z.string(), name: z.nullable(z.string()) })

/** Referrals that wait for a manager, longest first, twenty a page, each with what is suspicious about it. */
export const referralsReviews = operation({
  name: 'referrals.reviews',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({ after: z.optional(cursorText) }),
  output: z.strictObject({
    reviews: z.array(
      z.strictObject({
        friend: person,
        referrer: person,
        joinedAt: z.string(),
        since: z.string(),
        suspicions: z.array(z.enum(suspicions)),
      }),
    ),
    nextAfter: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 3 },
})

/** A manager's word on one of them, with a reason: allowed, both sides are rewarded by the clock; declined, neither is. */
export const referralsDecide = operation({
  name: 'referrals.decide',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ accountId: idText, allowed: z.boolean(), reason: reasonText }),
  output: z.strictObject({ accountId: z.string(), allowed: z.boolean() }),
  refusals: ['member_unknown', 'referral_not_in_review'],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 5 },
})
