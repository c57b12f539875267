import * as z from 'zod/mini'
import { count, moneyFen, percent } from '../../shared/programme/parts/field'
import { effectKind } from '../../shared/programme/parts/effects/kind'

/** An effect that no programme has: points in every bag, and a coupon of a part of what was paid or of a fixed amount. */
export const luckyBag = effectKind({
  kind: 'lucky-bag',
  schema: z.strictObject({ kind: z.literal('lucky-bag'), bags: count, percent, usuallyFen: moneyFen }),
  words: ({ bags }) => ({ zh: `福袋 ${bags} 个`, en: bags === 1 ? 'a lucky bag' : `${bags} lucky bags` }),
  give: ({ bags, percent, usuallyFen }, order) => {
    const offFen = order ? Math.floor((order.amountFen * percent) / 100) : usuallyFen
    const name = { zh: '福袋券', en: 'From a lucky bag' }
    const worth = { kind: 'amount' as const, offFen }
    return [
      { what: 'points', points: 5 * bags },
      { what: 'coupon', coupon: { templateId: 'lucky-bag', name, worth, stacks: true, giftable: false } },
    ]
  },
  followsPaid: 'lucky-bag',
})
