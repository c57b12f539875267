import * as z from 'zod/mini'
import { yuanText } from '../../../kit/money'
import { moneyFen, percent } from '../field'
import { effectKind } from './kind'

const templateId = 'cash-back'

/** Part of what was paid comes back, in whole fen rounded down and up to an amount, as a coupon that is good on any bill. */
export const cashBack = effectKind({
  kind: 'cash-back',
  schema: z.strictObject({ kind: z.literal('cash-back'), percent, upToFen: moneyFen }),
  words: ({ percent, upToFen }) => ({
    zh: `返现 ${percent}%，最多 ¥${yuanText(upToFen)}`,
    en: `${percent}% back, up to ¥${yuanText(upToFen)}`,
  }),
  give: ({ percent, upToFen }, order) => {
    const offFen = order ? Math.min(Math.floor((order.amountFen * percent) / 100), upToFen) : 0
    const name = { zh: '返现券', en: 'Cash back' }
    const worth = { kind: 'amount' as const, offFen }
    return offFen > 0 ? [{ what: 'coupon', coupon: { templateId, name, worth, stacks: true, giftable: false } }] : []
  },
  followsPaid: templateId,
})
