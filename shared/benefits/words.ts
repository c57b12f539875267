import type { Bilingual } from '../kit/fields'
import type { TierBenefit } from '../programme/schema'

/** A benefit as a sentence's part. */
export function benefitWords(benefit: TierBenefit): Bilingual {
  switch (benefit.kind) {
    case 'discount':
      return { zh: `${(100 - benefit.percent) / 10} 折`, en: `${benefit.percent}% off` }
    case 'earning-rate':
      return { zh: `1 元 = ${benefit.pointsPerYuan} 积分`, en: `${benefit.pointsPerYuan} points per ¥1` }
    case 'birthday-points':
      return { zh: `生日当天积分 ${benefit.times} 倍`, en: `${benefit.times}× points on your birthday` }
    case 'described':
      return benefit.text
  }
}
