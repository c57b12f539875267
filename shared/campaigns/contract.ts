import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, cursorText } from '../kit/fields'
import { codeText, hours, weekdays } from '../programme/parts/field'

/** A campaign as a member sees it. */
export const campaignView = z.strictObject({
  id: z.string(),
  name: bilingual,
  /** What it gives, each as a sentence's part. */
  gives: z.array(bilingual),
  isOn: z.boolean(),
  /** The days of the run that is on, or of the next; `until` null where it has no end. */
  from: z.string(),
  until: z.nullable(z.string()),
  weekdays: z.nullable(weekdays),
  hours: z.nullable(hours),
  /** The names of the stores where it counts; null for all. */
  stores: z.nullable(z.array(z.string())),
  /** The names of the categories and goods for which alone it counts; empty for all. */
  goods: z.array(bilingual),
  fromFen: z.int(),
  nthOrder: z.nullable(z.int()),
  /** Nothing is left of what it may cost. */
  spent: z.boolean(),
})
export type CampaignView = z.output<typeof campaignView>

/** A campaign as the till works a bill out by it. */
export const billCampaign = z.strictObject({
  id: z.string(),
  name: bilingual,
  fromFen: z.int(),
  excludes: z.array(z.string()),
  /** Whether it does nothing but take something off. */
  onlyOff: z.boolean(),
  percent: z.nullable(z.int()),
  moneyOff: z.array(z.strictObject({ fromFen: z.int(), offFen: z.int() })),
  /** By what it multiplies points, in hundredths; null for nothing. */
  times: z.nullable(z.int()),
  /** Points that it gives on top. */
  points: z.int(),
  /** What the till itself applies, such as a price of its own: the bill does not know it. */
  byHand: z.array(bilingual),
  /** Whether it is for some goods only, so that the till says how much of the bill they make up. */
  forGoods: z.boolean(),
})

/** The campaigns that are on for the caller, and those of the next weeks. */
export const campaignsList = operation({
  name: 'campaigns.list',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({ serverAt: z.string(), campaigns: z.array(campaignView) }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 4 },
})

/** What activities may cost together and what each has cost so far, as exactly as their budgets stop them. */
export const campaignsBudgets = operation({
  name: 'campaigns.budgets',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({}),
  output: z.strictObject({
    campaigns: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        budgetFen: z.nullable(z.int()),
        spentFen: z.int(),
        stores: z.array(z.strictObject({ storeId: z.string(), budgetFen: z.int(), spentFen: z.int() })),
      }),
    ),
    budgets: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        totalFen: z.int(),
        /** In fen; together they are the whole. */
        split: z.strictObject({ benefits: z.int(), promotion: z.int(), events: z.int() }),
        spentFen: z.int(),
      }),
    ),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 2 },
})

const groupSums = z.strictObject({
  members: z.int().check(z.nonnegative()),
  mean: z.number(),
  squares: z.number().check(z.nonnegative()),
})
const effectSums = z.strictObject({ treated: groupSums, control: groupSums })

/**
 * What a campaign brings, measured against the members who were left out. Read in pages: each answer takes the sums of the
 * one before and its cursor, until there is none.
 */
export const campaignsEffect = operation({
  name: 'campaigns.effect',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({
    campaignId: codeText,
    cursor: z.optional(cursorText),
    sums: z.optional(effectSums),
  }),
  output: z.strictObject({
    sums: effectSums,
    nextCursor: z.nullable(z.string()),
    /** CNY that a member spends more on average while it runs, and the bounds of 95 of 100 cases; null while too few are read. */
    effect: z.nullable(z.strictObject({ more: z.number(), from: z.number(), to: z.number() })),
  }),
  refusals: ['campaign_unknown', 'campaign_unmeasured'],
  limits: { perMinute: 600 },
  budget: { sequential: 2, total: 2 },
})
