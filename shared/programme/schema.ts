import * as z from 'zod/mini'
import { bilingual } from '../kit/fields'
import { conditionSchema, type Condition } from './conditions'
import { benefitSchema } from './parts/benefits'
import { budgets, campaigns } from './parts/campaigns'
import { cards } from './parts/cards'
import { countCards } from './parts/count-cards'
import { coupons } from './parts/coupons'
import { draws } from './parts/draws'
import { checkIn, earning } from './parts/earning'
import { challenges, events, leaderboards } from './parts/events'
import { codeText, days, durationText, pointsPerYuan } from './parts/field'
import { discounting, goods, goodsCategories } from './parts/goods'
import { journeys } from './parts/journeys'
import { membership } from './parts/membership'
import { messages } from './parts/messages'
import { pointsTopUp } from './parts/points-top-up'
import { profile, segments } from './parts/profile'
import { referral } from './parts/referral'
import { exchanges, rewards, swapWindows } from './parts/rewards'
import { service } from './parts/service'
import { storedValue } from './parts/stored-value'
import { training } from './parts/training'
import { tierSales } from './parts/tier-sales'
import { tierSlots } from './slots'

/**
 * A programme: everything by which one merchant's membership differs from another's. Rules read it; no code branches on
 * a merchant's name. Tiers stand in rank order, the lowest (which everybody holds) first.
 */
/** `any`: one condition suffices. `all`: every one is needed. */
export const qualification = z.strictObject({
  match: z.enum(['any', 'all']),
  conditions: z.array(conditionSchema).check(z.minLength(1)),
})

/** A right that orders earn once in each window, such as a family set for ten orders in a calendar month. */
const milestone = z.strictObject({
  code: codeText,
  name: bilingual,
  when: qualification,
  per: z.enum(['lifetime', 'month', 'quarter', 'year']),
})

/**
 * How long a tier lasts once reached, and what comes then. `requalify`: whether the term that ends may earn the next one,
 * or the tier has to be reached anew. A term earns the next one when what the tier asks for is fulfilled on its last day, or
 * was on any of its last 400 days by what counted in the term alone: three orders in a calendar month keep the tier in
 * whichever month of the term they were. The day on which the tier was reached counts for that alone; days of grace count
 * for the term before them and for the one that they begin.
 */
const term = z.strictObject({
  lasts: durationText,
  requalify: z.enum(['term', 'anew']),
  atEnd: z.enum(['keep', 'one-down', 'lapse']),
  graceDays: z.optional(z.int().check(z.nonnegative(), z.lte(366))),
  /** How long before the end the member is told what is missing. */
  warnDays: z.optional(z.int().check(z.nonnegative(), z.lte(366))),
})

const tier = z.strictObject({
  id: codeText,
  name: bilingual,
  slot: z.enum(tierSlots),
  qualification: z.nullable(qualification),
  /** Absent: for good. */
  term: z.optional(term),
  pointsPerYuan,
  benefits: z.array(benefitSchema),
})

const redemptionRate = z.int().check(z.positive(), z.lte(100_000))

const expiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({
    kind: z.literal('months'),
    months: z.int().check(z.positive(), z.lte(120)),
    until: z.enum(['day', 'month-end']),
  }),
])

const termsText = z.strictObject({
  title: bilingual,
  sections: z.array(z.strictObject({ heading: bilingual, text: bilingual })).check(z.minLength(1), z.maxLength(60)),
})

export const programmeSchema = z
  .strictObject({
    id: codeText,
    name: bilingual,
    tiers: z.array(tier).check(z.minLength(1), z.maxLength(7)),
    expiry,
    earning: z.optional(earning),
    milestones: z.optional(z.array(milestone).check(z.maxLength(20))),
    /** How many points one CNY costs at the till; null where points are not taken as money off. */
    redemption: z.nullable(
      z.strictObject({
        pointsPerYuan: redemptionRate,
        /** Tiers at which one CNY costs another number of points. */
        perTier: z.optional(z.record(codeText, redemptionRate)),
      }),
    ),
    /** What happens when a refund takes back points that were already spent. */
    refundShortfall: z.enum(['debt', 'write-off', 'block']),
    discounting: z.optional(discounting),
    pointsTopUp: z.optional(pointsTopUp),
    tierSales: z.optional(tierSales),
    checkIn: z.optional(checkIn),
    goods: z.optional(goods),
    goodsCategories: z.optional(goodsCategories),
    coupons: z.optional(coupons),
    rewards: z.optional(rewards),
    exchanges: z.optional(exchanges),
    swapWindows: z.optional(swapWindows),
    cards: z.optional(cards),
    membership: z.optional(membership),
    storedValue: z.optional(storedValue),
    countCards: z.optional(countCards),
    referral: z.optional(referral),
    draws: z.optional(draws),
    campaigns: z.optional(campaigns),
    budgets: z.optional(budgets),
    events: z.optional(events),
    challenges: z.optional(challenges),
    leaderboards: z.optional(leaderboards),
    messages: z.optional(messages),
    journeys: z.optional(journeys),
    service: z.optional(service),
    training: z.optional(training),
    profile: z.optional(profile),
    segments: z.optional(segments),
    /** How long before a change that takes something from members they are told of it; thirty days where nothing is said. */
    notice: z.optional(z.strictObject({ days })),
    enrolment: z.strictObject({
      /** What joining brings, once. */
      points: z.int().check(z.nonnegative(), z.lte(1_000_000)),
      /** Whether a phone number has to be proved to join. */
      phone: z.enum(['needed', 'optional']),
    }),
    terms: z.strictObject({
      termsVersion: z.string(),
      privacyVersion: z.string(),
      /** The shop's own texts; the usual ones stand where it has none. */
      texts: z.optional(z.strictObject({ terms: z.optional(termsText), privacy: z.optional(termsText) })),
    }),
  })
  .check(
    z.refine((p) => new Set(p.tiers.map((t) => t.id)).size === p.tiers.length, {
      path: ['tiers'],
      error: 'tier ids repeat',
    }),
    z.refine((p) => p.tiers[0]?.qualification === null, {
      path: ['tiers', 0],
      error: 'the first tier is open to everybody',
    }),
    z.refine((p) => p.tiers.slice(1).every((t) => t.qualification !== null), {
      path: ['tiers'],
      error: 'every tier above the first says how it is reached',
    }),
  )

export type Programme = z.output<typeof programmeSchema>
export type Tier = Programme['tiers'][number]
export type Qualification = z.output<typeof qualification>
export type TierCondition = Condition
export type { TierBenefit } from './parts/benefits'
export type { TierSlot } from './slots'
export { hundredths } from '../kit/hundredths'
export type TermsText = z.output<typeof termsText>
