import * as z from 'zod/mini'
import { yuanText } from '../../../kit/money'
import { moneyFen } from '../field'
import { benefitKind, standing } from './kind'

export const freeDelivery = benefitKind({
  kind: 'free-delivery',
  schema: z.strictObject({ kind: z.literal('free-delivery'), ...standing, fromFen: z.optional(moneyFen) }),
  words: ({ fromFen }) =>
    fromFen === undefined
      ? { zh: '免运费', en: 'Free delivery' }
      : { zh: `满 ¥${yuanText(fromFen)} 免运费`, en: `Free delivery from ¥${yuanText(fromFen)}` },
})

export const deliveryUpgrade = benefitKind({
  kind: 'delivery-upgrade',
  schema: z.strictObject({ kind: z.literal('delivery-upgrade'), ...standing, to: z.enum(['express', 'same-day']) }),
  words: ({ to }) =>
    to === 'express'
      ? { zh: '免费升级快速配送', en: 'Delivery upgraded to express' }
      : { zh: '免费升级当日达', en: 'Delivery upgraded to the same day' },
})
