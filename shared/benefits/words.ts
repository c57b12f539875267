import type { Bilingual } from '../kit/fields'
import { benefitText, type TierBenefit } from '../programme/parts/benefits'

/** A benefit as a sentence's part. */
export function benefitWords(benefit: TierBenefit): Bilingual {
  return benefitText(benefit)
}
