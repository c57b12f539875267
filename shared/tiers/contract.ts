import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText, pointsCount, reasonText } from '../kit/fields'
import { conditionNames } from '../programme/conditions'
import { durationText } from '../programme/parts/field'
import { tierSlots } from '../programme/slots'

export const tierFace = z.strictObject({ id: z.string(), name: bilingual, slot: z.enum(tierSlots) })
export const requirement = z.strictObject({
  kind: z.enum(conditionNames),
  have: z.int(),
  need: z.int(),
  /** What is asked for, such as 累计消费满 ¥500. */
  words: bilingual,
})
export const tierProgress = z.strictObject({
  next: tierFace,
  /** One requirement suffices, or all are needed. Money in fen. */
  match: z.enum(['any', 'all']),
  requirements: z.array(requirement),
})
export type TierProgress = z.output<typeof tierProgress>

const ladderStep = z.strictObject({
  ...tierFace.shape,
  reached: z.boolean(),
  pointsPerYuan: z.number(),
  match: z.nullable(z.enum(['any', 'all'])),
  requirements: z.array(requirement),
  benefits: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('discount'), percent: z.int() }),
      z.strictObject({ kind: z.literal('earning-rate'), pointsPerYuan: z.number() }),
      z.strictObject({
        kind: z.literal('described'),
        code: z.string(),
        text: z.strictObject({ zh: z.string(), en: z.string() }),
        /** How often it may be had this month and was; of the member's own tier, where it is limited so. */
        monthly: z.optional(z.strictObject({ count: z.int(), used: z.int() })),
      }),
    ]),
  ),
})

/** The ladder of tiers with the member's place on it and what the next one still needs. */
export const tiersProgress = operation({
  name: 'tiers.progress',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    current: z.strictObject({ ...tierFace.shape, since: z.string() }),
    progress: z.nullable(tierProgress),
    ladder: z.array(ladderStep),
    balance: z.int(),
    /** Tiers that points buy, of those that would lead the member higher. */
    sales: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        points: z.int(),
        tier: tierFace,
        /** When the tier ends that is bought now; null where it lasts as long as the rules let it stand. */
        until: z.nullable(z.string()),
        /** How many points the member lacks. */
        short: z.int(),
        /** How often they may have it in its time; null for as often as they like. */
        left: z.nullable(z.int()),
      }),
    ),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})

const tierCauses = ['qualified', 'refund', 'programme', 'review', 'by-hand', 'bought'] as const
const countedKinds = z.enum(['spend', 'orders', 'points-earned'])
export type CountedKind = z.output<typeof countedKinds>

/** What counted up to and with an event. Money in fen. */
const countedSoFar = z.strictObject({ spendFen: z.int(), orders: z.int(), pointsEarned: z.int() })

/** What moved a member on the ladder, or counted for it, as facts that the phone puts into words. */
export const tierEvent = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('enrol'),
    tier: tierFace,
    via: z.enum(['pos', 'staff', 'wechat']),
    storeName: z.nullable(z.string()),
  }),
  z.strictObject({
    code: z.literal('order'),
    amountFen: z.int(),
    storeName: z.nullable(z.string()),
    counted: countedSoFar,
  }),
  z.strictObject({
    code: z.literal('refund'),
    amountFen: z.int(),
    storeName: z.nullable(z.string()),
    counted: countedSoFar,
  }),
  z.strictObject({
    code: z.literal('tier'),
    from: tierFace,
    to: tierFace,
    /** Whether `to` stands above `from`. */
    up: z.boolean(),
    cause: z.enum(tierCauses),
    /** The figures that decided, as they stood. */
    because: z.array(requirement),
    counted: countedSoFar,
  }),
])
export type TierEvent = z.output<typeof tierEvent>

/** How the member came to their tier: every change with its reason, and what counted, newest first, twenty a page. */
export const tiersHistory = operation({
  name: 'tiers.history',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({
    /** The `nextCursor` of the page before. */
    cursor: z.optional(z.string().check(z.regex(/^\d{1,9}(\.\d{1,15}){3}$/))),
  }),
  output: z.strictObject({
    serverAt: z.string(),
    current: z.strictObject({ ...tierFace.shape, since: z.string() }),
    progress: z.nullable(tierProgress),
    /** Which amounts this programme's tiers go by. */
    counts: z.array(countedKinds),
    events: z.array(z.strictObject({ id: z.string(), at: z.string(), event: tierEvent })),
    nextCursor: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 4 },
})

/** A tier given or taken by the shop's own hand, with the reason that the member reads of. */
export const tiersSet = operation({
  name: 'tiers.set',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({
    accountId: idText,
    tierId: idText,
    reason: reasonText,
    /** Absent: as long as the tier lasts. */
    lasts: z.optional(durationText),
  }),
  output: z.strictObject({ tierId: z.string(), until: z.nullable(z.string()) }),
  refusals: ['member_unknown', 'tier_unknown', 'tier_held_already'],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 5 },
})

/** The member takes points for a tier that the programme sells. */
export const tiersBuy = operation({
  name: 'tiers.buy',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    saleId: idText,
    /** What the member was shown: the points and the tier. What has changed meanwhile is refused. */
    points: pointsCount,
    tierId: idText,
  }),
  output: z.strictObject({ tier: tierFace, until: z.nullable(z.string()), balance: z.int() }),
  refusals: ['tier_not_sold', 'tier_not_yours_to_buy', 'tier_sale_taken', 'tier_sale_changed', 'points_short'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 5 },
})
