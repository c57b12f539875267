import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText, nameText } from '../kit/fields'
import { monthDay } from '../programme/parts/field'

/** An order's entry in the ledger, as the statement names it. */
const orderEntryText = z.string().check(z.regex(/^order:[^:$]{1,64}:[^:$]{1,64}$/))
const detailText = z.string().check(z.trim(), z.maxLength(200), z.regex(/^[^\u0000-\u001f<>]*$/))
const reviewText = z.string().check(z.trim(), z.maxLength(500), z.regex(/^[^\u0000-\u0009\u000b-\u001f<>]*$/))
export const starsMax = 5

const orderToReview = z.strictObject({
  entryId: z.string(),
  at: z.string(),
  storeName: z.nullable(z.string()),
  amountFen: z.int(),
})

/** What an act brings now: nothing once its limit is reached. */
const brings = { points: z.int(), open: z.boolean() }

/** The ways to earn besides orders' own rates, with what is done of each. */
export const actsWays = operation({
  name: 'acts.ways',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    /** What this month has earned so far. */
    earned: z.int(),
    rate: z.strictObject({ tier: bilingual, pointsPerYuan: z.number() }),
    checkIn: z.nullable(z.strictObject({ checkedIn: z.boolean(), streak: z.int(), points: z.int() })),
    profile: z.nullable(z.strictObject({ ...brings, filled: z.int(), of: z.int() })),
    /** The last order that can still be reviewed; null where there is none. */
    review: z.nullable(z.strictObject({ ...brings, order: z.nullable(orderToReview) })),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 4, total: 6 },
})

const profileField = z.strictObject({
  code: z.string(),
  name: bilingual,
  kind: z.enum(['text', 'day', 'choice', 'address', 'person', 'yes-no']),
  needed: z.boolean(),
  sensitive: z.boolean(),
  value: z.string(),
})
const profileView = z.strictObject({
  serverAt: z.string(),
  name: z.nullable(z.string()),
  birthday: z.nullable(z.string()),
  /** The day from which a changed birthday brings benefits; null where it does already. */
  birthdayFrom: z.nullable(z.string()),
  fields: z.array(profileField),
  filled: z.int(),
  of: z.int(),
  /** What completing it brings; null where that is nothing, or was had. */
  points: z.nullable(z.int()),
})
export type ProfileView = z.output<typeof profileView>

/** What the shop asks of the member, and what they have told. */
export const actsProfile = operation({
  name: 'acts.profile',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: profileView,
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 4 },
})

/** The member tells something about themselves; what is left out stays as it is. */
export const actsCompleteProfile = operation({
  name: 'acts.complete-profile',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    name: z.optional(nameText),
    birthday: z.optional(monthDay),
    details: z.optional(z.array(z.strictObject({ code: idText, value: detailText })).check(z.maxLength(50))),
  }),
  /** Never what was told: the answer is kept beside the books, for a repetition. */
  output: z.strictObject({ earned: z.int(), filled: z.int(), of: z.int() }),
  refusals: ['profile_field_unknown', 'profile_field_wrong'],
  limits: { perMinute: 20 },
  budget: { sequential: 8, total: 10 },
})

/** An order of the member's own, with what they have said of it. */
export const actsOrder = operation({
  name: 'acts.order',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({ entryId: orderEntryText }),
  output: z.strictObject({
    serverAt: z.string(),
    order: orderToReview,
    review: z.nullable(z.strictObject({ stars: z.int(), text: z.string(), hidden: z.boolean() })),
    ...brings,
  }),
  refusals: ['order_unknown', 'order_refunded'],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 6 },
})

/** The member reviews an order of their own, once. */
export const actsReview = operation({
  name: 'acts.review',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    entryId: orderEntryText,
    stars: z.int().check(z.gte(1), z.lte(starsMax)),
    text: z.optional(reviewText),
  }),
  output: z.strictObject({
    earned: z.int(),
    balance: z.int(),
    /** Nobody reads the text before it was checked. */
    hidden: z.boolean(),
  }),
  refusals: ['order_unknown', 'order_refunded', 'order_reviewed', 'text_not_allowed'],
  limits: { perMinute: 10 },
  budget: { sequential: 9, total: 12 },
})
