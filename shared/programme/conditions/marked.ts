import * as z from 'zod/mini'
import { codeText as code } from '../parts/field'
import { conditionKind } from './kind'

const name = z.strictObject({ zh: z.string(), en: z.string() })

/** Took part in a named campaign or event. */
export const tookPart = conditionKind({
  kind: 'took-part',
  schema: z.strictObject({ kind: z.literal('took-part'), in: code, name }),
  measure: (condition, { marks }) => ({ have: marks.includes(condition.in) ? 1 : 0, need: 1 }),
  words: (condition) => ({ zh: `参加「${condition.name.zh}」`, en: `taking part in ${condition.name.en}` }),
})

/** Finished a named challenge. */
export const challenge = conditionKind({
  kind: 'challenge',
  schema: z.strictObject({ kind: z.literal('challenge'), code, name }),
  measure: (condition, { marks }) => ({ have: marks.includes(condition.code) ? 1 : 0, need: 1 }),
  words: (condition) => ({ zh: `完成挑战「${condition.name.zh}」`, en: `finishing ${condition.name.en}` }),
})

/** Bought a package or a promotion of a tier: what the shop marks when it is paid. */
export const bought = conditionKind({
  kind: 'bought',
  schema: z.strictObject({ kind: z.literal('bought'), code, name }),
  measure: (condition, { marks }) => ({ have: marks.includes(condition.code) ? 1 : 0, need: 1 }),
  words: (condition) => ({ zh: `购买「${condition.name.zh}」`, en: `buying ${condition.name.en}` }),
})

/** Holds another tier, or reaches it in the same moment. */
export const holdsTier = conditionKind({
  kind: 'holds-tier',
  schema: z.strictObject({ kind: z.literal('holds-tier'), tierId: code }),
  measure: ({ tierId }, _, { holds }) => ({ have: holds(tierId) ? 1 : 0, need: 1 }),
  words: ({ tierId }) => ({ zh: `已是 ${tierId}`, en: `holding ${tierId}` }),
})

/** Given by the shop's own hand, never by itself. */
export const byHand = conditionKind({
  kind: 'by-hand',
  schema: z.strictObject({ kind: z.literal('by-hand') }),
  measure: () => ({ have: 0, need: 1 }),
  words: () => ({ zh: '由门店邀请', en: 'by invitation of the shop' }),
})
