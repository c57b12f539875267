import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { amountFen, externalIdText, idText, instantText, pointsCount } from '../kit/fields'
import { channel } from '../programme/parts/aim'
import { codeText } from '../programme/parts/field'

/** By the till's own number, which enrols whom nobody knew, or by the number on the member's card. */
const customer = z.union([
  z.strictObject({ externalId: externalIdText }),
  z.strictObject({ memberNo: z.string().check(z.regex(/^\d{8}$/)) }),
])
export type Customer = z.output<typeof customer>

const order = z.strictObject({
  kind: z.literal('order'),
  orderId: idText,
  customer,
  at: instantText,
  /** What was paid, after any money off. */
  amountFen,
  /** Points taken as money off in this order. */
  burnPoints: z.optional(pointsCount),
  /**
   * What was paid for goods of which kind, as far as the programme treats kinds apart, such as `prescription`, and for
   * which of the programme's goods. Together no more than the amount; the rest is of no kind.
   */
  lines: z.optional(
    z.array(z.strictObject({ kind: codeText, amountFen, good: z.optional(codeText) })).check(z.maxLength(200)),
  ),
  /** How it came about; at the till where nothing is said. */
  channel: z.optional(channel),
  /** What was paid for kinds that the programme leaves out, where a till knows the sum of it and no lines. */
  leftOutFen: z.optional(amountFen),
  quantity: z.optional(z.int().check(z.nonnegative(), z.lte(1_000_000))),
})

const refund = z.strictObject({
  kind: z.literal('refund'),
  refundId: idText,
  orderId: idText,
  /** Whose order it was. It decides nothing; with it an order of a moment ago is found before it is in the ledger. */
  customer: z.optional(customer),
  at: instantText,
  amountFen,
  /** The part of the amount whose kinds had earned nothing. Absent: what earned goes back first. */
  leftOutFen: z.optional(amountFen),
})

/** An order of somebody whom nobody knows: where the programme gives walk-ins a coupon, the answer brings its code. */
const walkIn = z.strictObject({ kind: z.literal('walk-in'), orderId: idText, at: instantText, amountFen })

export const purchaseItem = z.discriminatedUnion('kind', [order, refund, walkIn])
export type PurchaseItem = OrderItem | RefundItem
export type WalkInItem = z.output<typeof walkIn>
export type OrderItem = z.output<typeof order>
export type RefundItem = z.output<typeof refund>

/** Says what an item is, and lets a malformed one in to be refused alone: one bad line must not cost a till its batch. */
const anyItem = z.union([purchaseItem, z.unknown()])

/** Why one item of a batch was not taken; the others are taken all the same. */
export const itemRefusals = [
  'item_invalid',
  'date_in_future',
  'lines_above_amount',
  'order_id_reused',
  'refund_id_reused',
  'order_unknown',
  'member_unknown',
  'refund_above_rest',
  'refund_points_spent',
  'points_short',
  'points_not_redeemable',
  'busy',
] as const
export type ItemRefusal = (typeof itemRefusals)[number]

const accepted = z.strictObject({
  ok: z.literal(true),
  /** True when the same item was taken before: it is answered as then, and nothing more happened. */
  duplicate: z.boolean(),
  memberNo: z.string(),
  /** Points that this item gave or, negative, took. */
  points: z.int(),
  balance: z.int(),
  tierId: z.string(),
})
/** Of an order without a customer, and of its refund. */
const walkedIn = z.strictObject({
  ok: z.literal(true),
  duplicate: z.boolean(),
  /** To be printed: whoever is or becomes a member claims a coupon with it. Null where there is none. */
  claimCode: z.nullable(z.string()),
  claimUntil: z.nullable(z.string()),
})
export type WalkInResult = z.output<typeof walkedIn>
const refused = z.strictObject({
  ok: z.literal(false),
  refusal: z.strictObject({
    code: z.enum(itemRefusals),
    message: z.string(),
    details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  }),
})
export type ItemTaken = z.output<typeof accepted>
export type ItemResult = ItemTaken | z.output<typeof refused>

/**
 * Orders and refunds of a store, up to a hundred at once, each with its own result. An order number is taken once for
 * ever; orders of one member are worked in the order of the batch. Items that are malformed are refused one by one.
 */
export const purchasesRecord = operation({
  name: 'purchases.record',
  audience: 'pos',
  kind: 'command',
  roles: ['pos'],
  input: z.strictObject({ storeId: idText, items: z.array(anyItem).check(z.minLength(1), z.maxLength(100)) }),
  output: z.strictObject({ results: z.array(z.union([accepted, walkedIn, refused])) }),
  refusals: ['store_not_allowed', 'store_unknown'],
  limits: { perMinute: 6000 },
  budget: { sequential: 2, total: 5 },
})
