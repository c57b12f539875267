import * as z from 'zod/mini'
import type { Bilingual } from '../../kit/fields'
import { earlyAccess } from './benefits/access'
import { birthday } from './benefits/birthday'
import { couponPack, entitlement } from './benefits/coupons'
import { deliveryUpgrade, freeDelivery } from './benefits/delivery'
import { discount } from './benefits/discount'
import { described, gift } from './benefits/gift'
import { birthdayPoints, earningRate } from './benefits/points'
import { agent, serviceQueue } from './benefits/service'
import { schemasOf } from '../schemas-of'

const kinds = [
  discount,
  earningRate,
  birthdayPoints,
  birthday,
  couponPack,
  entitlement,
  freeDelivery,
  deliveryUpgrade,
  earlyAccess,
  serviceQueue,
  agent,
  gift,
  described,
] as const

export const benefitSchema = z.discriminatedUnion('kind', schemasOf(kinds))
export type TierBenefit = z.output<typeof benefitSchema>

/** A benefit as a sentence's part. */
export function benefitText(benefit: TierBenefit): Bilingual {
  const kind = kinds.find((one) => one.kind === benefit.kind)
  if (!kind) throw new Error(`no benefit of kind ${benefit.kind}`)
  return kind.words(benefit as never)
}
