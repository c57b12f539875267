import * as z from 'zod/mini'
import { yuanText } from '../../kit/money'
import { conditionKind, count } from './kind'

/** Friends who joined through the member and completed what the referral asks. */
export const referrals = conditionKind({
  kind: 'referrals',
  schema: z.strictObject({ kind: z.literal('referrals'), atLeast: count }),
  measure: ({ atLeast }, { counters }) => ({ have: counters.referrals, need: atLeast }),
  words: ({ atLeast }) => ({ zh: `邀请 ${atLeast} 位朋友成功`, en: `${atLeast} friends brought` }),
})

/** The engagement score: visits, check-ins, reviews, as the programme weighs them. */
export const engagement = conditionKind({
  kind: 'engagement',
  schema: z.strictObject({ kind: z.literal('engagement'), atLeast: count }),
  measure: ({ atLeast }, { counters }) => ({ have: counters.engagement, need: atLeast }),
  words: ({ atLeast }) => ({ zh: `活跃值满 ${atLeast}`, en: `an engagement score of ${atLeast}` }),
})

/** One single top-up, or all of them together. */
export const topUp = conditionKind({
  kind: 'top-up',
  schema: z.strictObject({ kind: z.literal('top-up'), atLeastFen: count, of: z.enum(['single', 'total']) }),
  measure: ({ atLeastFen, of }, { counters }) => ({
    have: of === 'single' ? counters.topUpMaxFen : counters.topUpTotalFen,
    need: atLeastFen,
  }),
  words: ({ atLeastFen, of }) => {
    const amount = yuanText(atLeastFen)
    return of === 'single'
      ? { zh: `单次充值满 ¥${amount}`, en: `a single top-up of ¥${amount}` }
      : { zh: `累计充值满 ¥${amount}`, en: `¥${amount} topped up` }
  },
})
