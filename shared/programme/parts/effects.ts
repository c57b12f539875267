import * as z from 'zod/mini'
import type { Bilingual } from '../../kit/fields'
import { chance, coupon, described, gift } from './effects/instruments'
import { cashBack, freeDelivery, moneyOff, percentOff, price } from './effects/money'
import { earningTimes, points } from './effects/points'

const kinds = [
  points,
  earningTimes,
  coupon,
  gift,
  chance,
  described,
  percentOff,
  moneyOff,
  price,
  cashBack,
  freeDelivery,
] as const

/** What a campaign, a birthday, a referral or a prize gives. */
export const effectSchema = z.discriminatedUnion('kind', [
  points.schema,
  earningTimes.schema,
  coupon.schema,
  gift.schema,
  chance.schema,
  described.schema,
  percentOff.schema,
  moneyOff.schema,
  price.schema,
  cashBack.schema,
  freeDelivery.schema,
])
export type Effect = z.output<typeof effectSchema>

/** An effect as a sentence's part: 满 ¥100 减 ¥20. */
export function effectWords(effect: Effect): Bilingual {
  const kind = kinds.find((one) => one.kind === effect.kind)
  if (!kind) throw new Error(`no effect of kind ${effect.kind}`)
  return kind.words(effect as never)
}
