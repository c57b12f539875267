import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codes, codeText, count, durationText, moneyFen } from './field'

/** A number of prepaid uses. */
const countCard = z.strictObject({
  id: codeText,
  name: bilingual,
  priceFen: moneyFen,
  uses: count,
  /** What one use may be taken for. */
  services: codes,
  lasts: durationText,
  shared: z.boolean(),
  /** What becomes of uses that are left at its end. */
  atEnd: z.enum(['refund', 'reactivate']),
})

export const countCards = z.array(countCard).check(z.maxLength(50))
