import * as z from 'zod/mini'
import { yuanText } from '../../../kit/money'
import { moneyFen } from '../field'
import { effectKind } from './kind'

export const freeDelivery = effectKind({
  kind: 'free-delivery',
  schema: z.strictObject({ kind: z.literal('free-delivery'), fromFen: z.optional(moneyFen) }),
  words: ({ fromFen }) =>
    fromFen === undefined
      ? { zh: '免运费', en: 'Free delivery' }
      : { zh: `满 ¥${yuanText(fromFen)} 免运费`, en: `Free delivery from ¥${yuanText(fromFen)}` },
})
