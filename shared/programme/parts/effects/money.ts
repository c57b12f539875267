import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { yuanText } from '../../../kit/money'
import { codeText, moneyFen, percent, priceFen } from '../field'
import { effectKind } from './kind'

export const percentOff = effectKind({
  kind: 'percent-off',
  schema: z.strictObject({ kind: z.literal('percent-off'), percent }),
  words: ({ percent }) => ({ zh: `${(100 - percent) / 10} 折`, en: `${percent}% off` }),
})

/** Money off, from an amount on where one is said. */
export const moneyOff = effectKind({
  kind: 'money-off',
  schema: z.strictObject({ kind: z.literal('money-off'), offFen: moneyFen, fromFen: z.optional(moneyFen) }),
  words: ({ offFen, fromFen }) => {
    const off = yuanText(offFen)
    return fromFen === undefined
      ? { zh: `减 ¥${off}`, en: `¥${off} off` }
      : { zh: `满 ¥${yuanText(fromFen)} 减 ¥${off}`, en: `¥${off} off from ¥${yuanText(fromFen)}` }
  },
})

/** A price of its own for one of the goods. The till charges it: the bill knows no goods, so staff are told to. */
export const price = effectKind({
  kind: 'price',
  schema: z.strictObject({ kind: z.literal('price'), good: codeText, name: bilingual, priceFen }),
  words: ({ name, priceFen }) => ({
    zh: `${name.zh} ¥${yuanText(priceFen)}`,
    en: `${name.en} at ¥${yuanText(priceFen)}`,
  }),
})

/** Part of what was paid comes back as stored value bonus, up to an amount. */
export const cashBack = effectKind({
  kind: 'cash-back',
  schema: z.strictObject({ kind: z.literal('cash-back'), percent, upToFen: moneyFen }),
  words: ({ percent, upToFen }) => ({
    zh: `返现 ${percent}%，最多 ¥${yuanText(upToFen)}`,
    en: `${percent}% back, up to ¥${yuanText(upToFen)}`,
  }),
})

/** No charge for delivery. Whoever takes the order leaves it out: the bill knows no delivery, so staff are told to. */
export const freeDelivery = effectKind({
  kind: 'free-delivery',
  schema: z.strictObject({ kind: z.literal('free-delivery'), fromFen: z.optional(moneyFen) }),
  words: ({ fromFen }) =>
    fromFen === undefined
      ? { zh: '免运费', en: 'Free delivery' }
      : { zh: `满 ¥${yuanText(fromFen)} 免运费`, en: `Free delivery from ¥${yuanText(fromFen)}` },
})
