import * as z from 'zod/mini'
import type { Bilingual } from '../kit/fields'
import { engagement, referrals, topUp } from './conditions/counted'
import { bought, byHand, challenge, holdsTier, tookPart } from './conditions/marked'
import { orders } from './conditions/orders'
import { pointsEarned } from './conditions/points-earned'
import { spend } from './conditions/spend'
import { tenure } from './conditions/tenure'
import type { Evidence, Measure, Moment } from './evidence'
import { schemasOf } from './schemas-of'

const kinds = [
  spend,
  orders,
  pointsEarned,
  referrals,
  tenure,
  engagement,
  topUp,
  tookPart,
  challenge,
  bought,
  holdsTier,
  byHand,
] as const

export const conditionSchema = z.discriminatedUnion('kind', schemasOf(kinds))
export type Condition = z.output<typeof conditionSchema>
export type ConditionName = Condition['kind']
export const conditionNames = kinds.map(({ kind }) => kind) as [ConditionName, ...ConditionName[]]

/** How far a condition is fulfilled as of a day; money in fen. */
export function measure(condition: Condition, evidence: Evidence, moment: Moment): Measure {
  return kindOf(condition).measure(condition as never, evidence, moment)
}

/** A condition as a sentence's part: 累计消费满 ¥500. */
export function conditionWords(condition: Condition): Bilingual {
  return kindOf(condition).words(condition as never)
}

const byName = new Map<string, (typeof kinds)[number]>(kinds.map((one) => [one.kind, one]))

function kindOf(condition: Condition): (typeof kinds)[number] {
  const kind = byName.get(condition.kind)
  if (!kind) throw new Error(`no condition of kind ${condition.kind}`)
  return kind
}
