import type * as z from 'zod/mini'
import type { Bilingual } from '../../../kit/fields'
import type { BillOff, Given, PaidOrder } from './given'

/**
 * One kind of thing that a programme gives: its arguments, how it is said, and what it does. Whatever it gives is issued,
 * counted, paid for and taken back by that alone, so nothing else has to know the kind. A new kind is one file beside this
 * one and a line in `kinds.ts`.
 */
export type EffectKind<Kind extends string, Schema extends z.ZodMiniType<{ kind: Kind }>> = {
  kind: Kind
  schema: Schema
  words: (effect: z.output<Schema>) => Bilingual
  /** What somebody has of it at once. Left out where it is no more than words, or changes a bill or a rate. */
  give?: (effect: z.output<Schema>, order: PaidOrder) => Given[]
  /** What a campaign takes off a bill by it; the order that is paid by that bill brings nothing more. */
  off?: (effect: z.output<Schema>) => BillOff
  /** How many times the points of an order count. */
  times?: (effect: z.output<Schema>) => number
  /**
   * The id of its own coupon, where the amount of that follows what was paid: a refund of a part brings it down to what is
   * given for the rest.
   */
  followsPaid?: string
}

export function effectKind<const Kind extends string, Schema extends z.ZodMiniType<{ kind: Kind }>>(
  kind: EffectKind<Kind, Schema>,
): EffectKind<Kind, Schema> {
  return kind
}
