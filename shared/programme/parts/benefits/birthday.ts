import * as z from 'zod/mini'
import { effectSchema, effectWords } from '../effects'
import { benefitKind, standing } from './kind'

/** What a birthday brings, good on the day, in its week or in its month: all of it, or one thing of the member's choice. */
export const birthday = benefitKind({
  kind: 'birthday',
  schema: z.strictObject({
    kind: z.literal('birthday'),
    ...standing,
    valid: z.enum(['day', 'week', 'month']),
    gives: z.array(effectSchema).check(z.minLength(1), z.maxLength(10)),
    choose: z.enum(['all', 'one']),
  }),
  words: ({ valid, gives, choose }) => {
    const parts = gives.map(effectWords)
    const zh = parts.map((part) => part.zh).join(choose === 'one' ? '或' : '、')
    const en = parts.map((part) => part.en).join(choose === 'one' ? ' or ' : ', ')
    return { zh: `${spans[valid].zh}：${zh}`, en: `${spans[valid].en}: ${en}` }
  },
})

const spans = {
  day: { zh: '生日当天', en: 'On your birthday' },
  week: { zh: '生日当周', en: 'In your birthday week' },
  month: { zh: '生日当月', en: 'In your birthday month' },
}
