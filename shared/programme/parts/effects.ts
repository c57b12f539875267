import * as z from 'zod/mini'
import type { Bilingual } from '../../kit/fields'
import { hundredths } from '../../kit/hundredths'
import type { BillOff, Given } from './effects/given'
import { kinds } from './effects/kinds'
import { schemasOf } from '../schemas-of'

/** What a campaign, a birthday, a referral or a prize gives. */
export const effectSchema = z.discriminatedUnion('kind', schemasOf(kinds))
export type Effect = z.output<typeof effectSchema>

/** An effect as a sentence's part: 满 ¥100 减 ¥20. */
export function effectWords(effect: Effect): Bilingual {
  return kindOf(effect).words(effect as never)
}

/** What an effect gives by itself: a gift for a birthday, a friend, a tier. Nothing where it needs a bill or an order. */
export function givenOf(effect: Effect): Given[] {
  return kindOf(effect).give?.(effect as never, null) ?? []
}

/** What an effect gives with an order of which so much was paid, besides what it did to its bill and its points. */
export function givenWith(effect: Effect, order: { amountFen: number }): Given[] {
  const { off, give } = kindOf(effect)
  return off ? [] : (give?.(effect as never, order) ?? [])
}

/** What an effect takes off a bill; null for nothing. */
export function offOf(effect: Effect): BillOff | null {
  return kindOf(effect).off?.(effect as never) ?? null
}

/** By what an effect multiplies the points of an order; null for nothing. */
export function timesOf(effect: Effect): number | null {
  return kindOf(effect).times?.(effect as never) ?? null
}

/** By what effects together multiply the points of an order, in hundredths: the greatest counts. Null for nothing. */
export function greatestTimes(effects: readonly Effect[]): number | null {
  const times = effects.flatMap((effect) => timesOf(effect) ?? [])
  return times.length > 0 ? (hundredths(Math.max(...times)) ?? 100) : null
}

/** Whether an effect is no more than words to the cloud: whoever takes the order applies it, and tells nobody what it came to. */
export function isWords(effect: Effect): boolean {
  const { give, off, times } = kindOf(effect)
  return !give && !off && !times
}

/** Under which id an effect gives a coupon whose amount follows what was paid; null where it gives none such. */
export function followsPaid(effect: Effect): string | null {
  return kindOf(effect).followsPaid ?? null
}

/** A kind as whoever does not know it asks it. */
type AnyKind = {
  words: (effect: never) => Bilingual
  give?: (effect: never, order: { amountFen: number } | null) => Given[]
  off?: (effect: never) => BillOff
  times?: (effect: never) => number
  followsPaid?: string
}

const byName = new Map<string, AnyKind>(kinds.map((one) => [one.kind, one]))

function kindOf({ kind }: Effect): AnyKind {
  const found = byName.get(kind)
  if (!found) throw new Error(`no effect of kind ${kind}`)
  return found
}
