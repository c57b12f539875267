import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { forGoods } from '../aim'
import { percent } from '../field'
import { benefitKind, standing } from './kind'

/** Percent off everything, or off named goods or categories only, which then have a name that members read. */
export const discount = benefitKind({
  kind: 'discount',
  schema: z.strictObject({
    kind: z.literal('discount'),
    ...standing,
    percent,
    on: z.optional(z.strictObject({ ...forGoods, name: bilingual })),
  }),
  words: ({ percent, on }) => {
    const off = { zh: `${(100 - percent) / 10} 折`, en: `${percent}% off` }
    return on ? { zh: `${on.name.zh} ${off.zh}`, en: `${off.en} ${on.name.en}` } : off
  },
})
