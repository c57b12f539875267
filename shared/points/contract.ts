import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText, reasonText } from '../kit/fields'
import { actKinds } from '../books/act-facts'

/** Why a balance changed, for the phone to put into words. */
export const entryReason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('enrol') }),
  z.strictObject({ code: z.literal('enrolment-gift') }),
  z.strictObject({
    code: z.literal('purchase'),
    amountFen: z.int(),
    storeName: z.nullable(z.string()),
    orderId: z.string(),
    /** Points per CNY at the tier held then. */
    pointsPerYuan: z.number(),
    tierId: z.string(),
    /** By what it brought more than that rate: campaigns, or the birthday. */
    campaigns: z.array(bilingual),
  }),
  z.strictObject({ code: z.literal('burn'), storeName: z.nullable(z.string()), orderId: z.string() }),
  z.strictObject({
    code: z.literal('refund'),
    amountFen: z.int(),
    storeName: z.nullable(z.string()),
    orderId: z.string(),
    owed: z.int(),
  }),
  z.strictObject({ code: z.literal('write-off'), orderId: z.string() }),
  z.strictObject({ code: z.literal('adjust'), text: z.string() }),
  z.strictObject({ code: z.literal('expire') }),
  /** Points that waited may be burned from now on. */
  z.strictObject({ code: z.literal('activate') }),
  /** Points taken with a seat at an event, or back because it was given up. */
  z.strictObject({ code: z.literal('event'), name: bilingual, back: z.boolean() }),
  /** A holder left a shared card: what went with them, or came along. */
  z.strictObject({ code: z.literal('settled'), given: z.boolean() }),
  z.strictObject({ code: z.literal('right'), name: bilingual, given: z.boolean() }),
  /** Given by a rule of the programme: `birthday`, `tier`, `campaign` … */
  z.strictObject({ code: z.literal('given'), why: z.string() }),
  /** A friend was brought, the member was brought, or so many friends were reached; or that was taken back. */
  z.strictObject({
    code: z.literal('referral'),
    as: z.enum(['friend', 'referrer', 'step']),
    friends: z.nullable(z.int()),
    undone: z.boolean(),
  }),
  /** The tier was lost by a refund, and its gift's points with it. */
  z.strictObject({ code: z.literal('gift-undone') }),
  z.strictObject({ code: z.literal('exchange'), name: bilingual, count: z.int() }),
  z.strictObject({
    code: z.literal('exchange-back'),
    name: bilingual,
    count: z.int(),
    because: z.enum(['cancelled', 'not-collected']),
  }),
  z.strictObject({ code: z.literal('top-up') }),
  z.strictObject({ code: z.literal('check-in'), streak: z.int(), bonus: z.int() }),
  z.strictObject({ code: z.literal('make-up'), day: z.string() }),
  z.strictObject({ code: z.literal('act'), act: z.enum(actKinds), undone: z.boolean() }),
  z.strictObject({ code: z.literal('tier-bought'), tierId: z.string() }),
  /** Points paid for a chance in a draw. */
  z.strictObject({ code: z.literal('chance-bought'), name: bilingual }),
  z.strictObject({
    code: z.literal('tier'),
    from: z.string(),
    to: z.string(),
    cause: z.enum(['qualified', 'refund', 'programme', 'review', 'by-hand', 'bought']),
    /** Whether the tier it led to is the higher one. */
    up: z.boolean(),
  }),
])
export type EntryReason = z.output<typeof entryReason>

export const statementFilters = ['all', 'earned', 'used'] as const

export const statementEntry = z.strictObject({
  id: z.string(),
  seq: z.int(),
  at: z.string(),
  recordedAt: z.string(),
  points: z.int(),
  balanceAfter: z.int(),
  reason: entryReason,
})
export type StatementEntry = z.output<typeof statementEntry>

/** Every movement of points, newest first, twenty a page, with the balance after each. */
export const pointsStatement = operation({
  name: 'points.statement',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({
    filter: z.optional(z.enum(statementFilters)),
    /** The `nextBefore` of the page before. */
    before: z.optional(z.int().check(z.positive())),
  }),
  output: z.strictObject({
    serverAt: z.string(),
    balance: z.int(),
    worthFen: z.nullable(z.int()),
    debt: z.int(),
    /** Open lots that expire, soonest first; `on` is the last day on which they are good. */
    expiring: z.array(z.strictObject({ points: z.int(), on: z.string() })),
    /** Points that are earned and wait, soonest first, with the day from which they may be burned; no part of the balance. */
    pending: z.array(z.strictObject({ points: z.int(), from: z.string() })),
    /** Names of tiers that the entries mention. */
    tierNames: z.record(z.string(), z.strictObject({ zh: z.string(), en: z.string() })),
    /** What each month brought and took in all, newest first, however many of its entries are on the page. With the first page only. */
    months: z.array(z.strictObject({ month: z.string(), earned: z.int(), used: z.int() })),
    entries: z.array(statementEntry),
    nextBefore: z.nullable(z.int()),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 5 },
})

export const pointsAdjust = operation({
  name: 'points.adjust',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({
    accountId: idText,
    /** Points added, or taken when negative. */
    change: z.int().check(
      z.gte(-1_000_000),
      z.lte(1_000_000),
      z.refine((change) => change !== 0, 'must not be 0'),
    ),
    reason: reasonText,
  }),
  output: z.strictObject({ balance: z.int(), entryId: z.string() }),
  refusals: ['member_unknown', 'points_short'],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 5 },
})

/** On member day the member has a nearly full balance filled up. */
export const pointsTopUp = operation({
  name: 'points.top-up',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({ added: z.int(), balance: z.int() }),
  refusals: ['top_up_not_offered', 'top_up_not_today', 'top_up_not_your_tier', 'top_up_taken', 'top_up_none'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 5 },
})
