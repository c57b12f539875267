import * as z from 'zod/mini'
import { pointsPerYuan, times } from '../field'
import { benefitKind, standing } from './kind'

export const earningRate = benefitKind({
  kind: 'earning-rate',
  schema: z.strictObject({ kind: z.literal('earning-rate'), ...standing, pointsPerYuan }),
  words: ({ pointsPerYuan }) => ({ zh: `1 元 = ${pointsPerYuan} 积分`, en: `${pointsPerYuan} points per ¥1` }),
})

/** Points count several times on the member's birthday. */
export const birthdayPoints = benefitKind({
  kind: 'birthday-points',
  schema: z.strictObject({ kind: z.literal('birthday-points'), ...standing, times }),
  words: ({ times }) => ({ zh: `生日当天积分 ${times} 倍`, en: `${times}× points on your birthday` }),
})
