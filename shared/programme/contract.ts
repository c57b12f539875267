import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, instantText } from '../kit/fields'
import { codeText } from './parts/field'
import type { Programme } from './schema'

/** A draft as the text that an editor holds; what is wrong in it is told in sentences, not by the door. */
const draftText = z.string().check(z.minLength(2), z.maxLength(200_000))
/** A whole programme; its own schema is too large to be carried by who only shows it. */
const programme = z.custom<Programme>((value) => typeof value === 'object' && value !== null)

const versionNumber = z.int().check(z.positive())
const version = z.strictObject({ version: z.int(), effectiveAt: z.string(), programme })
export const difference = z.strictObject({ path: z.string(), zh: z.string(), en: z.string(), adverse: z.boolean() })
const fault = z.strictObject({ path: z.string(), zh: z.string(), en: z.string() })

/** The programme in force, those to come, and what a merchant can start from. */
export const programmesRead = operation({
  name: 'programmes.read',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({
    /** The preset to be given whole. */
    preset: z.optional(codeText),
  }),
  output: z.strictObject({
    live: version,
    toCome: z.array(version),
    /** The highest number ever given: what a publication is based on. */
    newest: z.int(),
    presets: z.array(z.strictObject({ id: z.string(), name: bilingual })),
    preset: z.nullable(programme),
  }),
  refusals: ['preset_unknown'],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 3 },
})

/** Whether a draft can be run, and what it does otherwise than the version that it would follow. */
export const programmesCheck = operation({
  name: 'programmes.check',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({ draft: draftText }),
  output: z.strictObject({
    faults: z.array(fault),
    /** What may be run and should be thought about before it is published. */
    warnings: z.array(fault),
    /** The version that it is compared with. */
    against: z.int(),
    differences: z.array(difference),
    /** The soonest that it could take effect. */
    earliestAt: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 3 },
})

const counts = z.record(z.string(), z.int())

/** What a programme would have given and cost; money in fen. */
const outcome = z.strictObject({
  totals: z.strictObject({ members: z.int(), orders: z.int(), refunds: z.int(), spendFen: z.int() }),
  membersPerTier: counts,
  points: z.strictObject({
    earned: z.int(),
    burned: z.int(),
    expired: z.int(),
    reversed: z.int(),
    outstanding: z.int(),
    debt: z.int(),
  }),
  liabilityFen: z.int(),
  discountCostFen: z.int(),
  rewardCostFen: z.int(),
  campaignCostFen: z.int(),
  entitlements: counts,
  upgradesPerMonth: counts,
})

const comparison = z.strictObject({
  better: z.int(),
  worse: z.int(),
  same: z.int(),
  migration: counts,
  up: z.int(),
  down: z.int(),
  changeFen: z.strictObject({ discounts: z.int(), rewards: z.int(), campaigns: z.int(), liability: z.int() }),
  mostAffected: z.array(
    z.strictObject({
      accountId: z.string(),
      memberNo: z.string(),
      liveTier: z.string(),
      draftTier: z.string(),
      liveFen: z.int(),
      draftFen: z.int(),
      changeFen: z.int(),
    }),
  ),
})

/** The live programme and a draft lived side by side over the shop's own history of orders and refunds. */
export const programmesTry = operation({
  name: 'programmes.try',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({ draft: draftText }),
  output: z.strictObject({
    /** How much was read: entries, and members of whom everything was. */
    entries: z.int(),
    members: z.int(),
    /** Whether that is all there is; otherwise it is the whole history of some of the members. */
    whole: z.boolean(),
    asOf: z.string(),
    live: outcome,
    draft: outcome,
    comparison,
  }),
  refusals: ['programme_invalid'],
  limits: { perMinute: 6 },
  /** By the length of the history: a read for each thousand entries, or for two members who do not fit into one. */
  budget: { sequential: 44, total: 44 },
})

/** A draft becomes the next version. */
export const programmesPublish = operation({
  name: 'programmes.publish',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ draft: draftText, effectiveAt: instantText, basedOn: versionNumber }),
  output: z.strictObject({ version: z.int(), effectiveAt: z.string(), differences: z.array(difference) }),
  refusals: [
    'programme_invalid',
    'version_taken',
    'versions_too_many',
    'version_too_soon',
    'version_order',
    'programme_same',
    'notice_too_short',
    'draw_running',
    'draw_past',
  ],
  limits: { perMinute: 60 },
  budget: { sequential: 8, total: 12 },
})

/** A version that is not yet in force is taken back. */
export const programmesWithdraw = operation({
  name: 'programmes.withdraw',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ version: versionNumber }),
  output: z.strictObject({ version: z.int(), withdrawnAt: z.string() }),
  refusals: ['version_unknown', 'version_in_force', 'version_followed', 'draw_published'],
  limits: { perMinute: 60 },
  budget: { sequential: 9, total: 11 },
})
