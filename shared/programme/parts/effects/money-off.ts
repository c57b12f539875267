import * as z from 'zod/mini'
import { yuanText } from '../../../kit/money'
import { moneyFen } from '../field'
import { effectKind } from './kind'

/** Money off, from an amount on where one is said: of the bill by a campaign, otherwise a coupon for it. */
export const moneyOff = effectKind({
  kind: 'money-off',
  schema: z.strictObject({ kind: z.literal('money-off'), offFen: moneyFen, fromFen: z.optional(moneyFen) }),
  words: ({ offFen, fromFen }) => {
    const off = yuanText(offFen)
    return fromFen === undefined
      ? { zh: `减 ¥${off}`, en: `¥${off} off` }
      : { zh: `满 ¥${yuanText(fromFen)} 减 ¥${off}`, en: `¥${off} off from ¥${yuanText(fromFen)}` }
  },
  off: ({ offFen, fromFen = 0 }) => ({ fromFen, offFen }),
  give: (effect) => {
    const { offFen, fromFen } = effect
    const worth = { kind: 'amount' as const, offFen, ...(fromFen === undefined ? {} : { fromFen }) }
    return [
      {
        what: 'coupon',
        coupon: { templateId: 'money-off', name: couponName(effect), worth, stacks: true, giftable: false },
      },
    ]
  },
})

function couponName({ offFen, fromFen }: { offFen: number; fromFen?: number | undefined }) {
  const yuan = (fen: number) => String(fen / 100)
  return fromFen === undefined
    ? { zh: `减 ${yuan(offFen)} 元券`, en: `¥${yuan(offFen)} off` }
    : { zh: `满 ${yuan(fromFen)} 减 ${yuan(offFen)}`, en: `¥${yuan(offFen)} off from ¥${yuan(fromFen)}` }
}
