import * as z from 'zod/mini'
import { bilingual } from '../../../kit/fields'
import { count } from '../field'
import { benefitKind, standing } from './kind'

/** Something opens earlier for these members: so many hours before others, who meanwhile may take none of it. */
export const earlyAccess = benefitKind({
  kind: 'early-access',
  schema: z.strictObject({ kind: z.literal('early-access'), ...standing, to: bilingual, hours: count }),
  words: ({ to, hours }) => ({ zh: `${to.zh}提前 ${hours} 小时`, en: `${to.en} ${hours} hours before others` }),
})
