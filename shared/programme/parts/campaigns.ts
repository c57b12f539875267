import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { aim } from './aim'
import { effectSchema } from './effects'
import { codes, codeText, count, limit, moneyFen } from './field'
import { period } from './period'

/** Conditions and effects: what is earned or offered for a time. */
const campaign = z.strictObject({
  id: codeText,
  name: bilingual,
  when: period,
  aim: z.optional(aim),
  effects: z.array(effectSchema).check(z.minLength(1), z.maxLength(10)),
  /** What it may cost in all, and in each store; where the next order would cost more than is left, it stops for that order. */
  budgetFen: z.optional(moneyFen),
  storeBudgetFen: z.optional(moneyFen),
  /** What giving it once costs the shop beyond what its effects tell, such as a chance: without it no budget could stop it. */
  costFen: z.optional(moneyFen),
  /** How often one member has it at most; absent: with every order. */
  perMember: z.optional(limit),
  /**
   * The part of the members who are left out, so that what the campaign brings can be measured against them. Who they are
   * follows from campaign and member alone, so it is settled before the campaign starts.
   */
  control: z.optional(z.strictObject({ percent: z.int().check(z.positive(), z.lte(50)) })),
  /** Of several that exclude each other the one of the higher priority counts. */
  priority: z.optional(count),
  excludes: z.optional(codes),
})
export type Campaign = z.output<typeof campaign>

export const campaigns = z.array(campaign).check(z.maxLength(100))

const share = z.int().check(z.nonnegative(), z.lte(100))

/** What activities may cost together, split over benefits, promotion and events, and what they are to bring. */
export const budgets = z
  .array(
    z.strictObject({
      id: codeText,
      name: bilingual,
      campaigns: z.optional(codes),
      totalFen: moneyFen,
      splitPercent: z.strictObject({ benefits: share, promotion: share, events: share }),
      goals: z.optional(
        z.strictObject({
          newMembersPercent: z.optional(count),
          frequencyPercent: z.optional(count),
          amountPercent: z.optional(count),
          satisfactionPercent: z.optional(count),
        }),
      ),
    }),
  )
  .check(z.maxLength(50))
