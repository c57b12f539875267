import * as z from 'zod/mini'
import { percent } from '../field'
import { effectKind } from './kind'

/** A percentage off: of the bill by a campaign, otherwise a coupon for it. */
export const percentOff = effectKind({
  kind: 'percent-off',
  schema: z.strictObject({ kind: z.literal('percent-off'), percent }),
  words: ({ percent }) => ({ zh: `${(100 - percent) / 10} 折`, en: `${percent}% off` }),
  off: ({ percent }) => ({ percent }),
  give: ({ percent }) => [
    {
      what: 'coupon',
      coupon: {
        templateId: 'percent-off',
        name: { zh: `${(100 - percent) / 10} 折券`, en: `${percent}% off` },
        worth: { kind: 'percent', percent },
        stacks: false,
        giftable: false,
      },
    },
  ],
})
