import * as z from 'zod/mini'
import { campaignView } from '../campaigns/contract'
import { operation } from '../kit/contract'
import { bilingual, cursorText, externalIdText, idText, nameText, phoneText, sceneText } from '../kit/fields'
import { shopFace } from '../shop/contract'
import { tierFace, tierProgress } from '../tiers/contract'

/** What the home page shows. */
export const memberHome = z.strictObject({
  serverAt: z.string(),
  shop: shopFace,
  member: z.strictObject({ accountId: z.string(), memberNo: z.string(), name: z.nullable(z.string()) }),
  tier: z.strictObject({ ...tierFace.shape, since: z.string() }),
  progress: z.nullable(tierProgress),
  points: z.strictObject({
    balance: z.int(),
    /** What the balance is worth as money off; null where the programme takes no points as money. */
    worthFen: z.nullable(z.int()),
    debt: z.int(),
    expiring: z.nullable(z.strictObject({ points: z.int(), on: z.string() })),
  }),
  /** How many may be used, and the first instant at which one of them is over. */
  coupons: z.strictObject({ usable: z.int(), soonestUntil: z.nullable(z.string()) }),
  totals: z.strictObject({ spendFen: z.int(), orders: z.int() }),
  /** Today's visit; null where the shop has no check-in. */
  checkIn: z.nullable(z.strictObject({ checkedIn: z.boolean(), streak: z.int(), points: z.int() })),
  /** Whether the shop has draws. */
  draws: z.optional(z.literal(true)),
  /** What the shop changes of its programme by which members may get less, and from when; null when nothing. */
  /** What is on for the member, the most important one, and how many more there are; null where nothing is. */
  campaign: z.nullable(z.strictObject({ ...campaignView.shape, more: z.int() })),
  announcement: z.nullable(z.strictObject({ words: z.array(bilingual), effectiveAt: z.string() })),
})
export type MemberHome = z.output<typeof memberHome>

export const homeRead = operation({
  name: 'home.read',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: memberHome,
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})

export const consentGiven = z.strictObject({
  termsVersion: z.string(),
  privacyVersion: z.string(),
  adult: z.literal(true),
})

/** How a phone number is proved: by the code of WeChat's button, or typed with the code of a text message. */
export const phoneProof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wechat'), code: z.string().check(z.minLength(1), z.maxLength(128)) }),
  z.strictObject({ kind: z.literal('text'), number: phoneText, code: z.string().check(z.regex(/^\d{6}$/)) }),
])

/** A visitor joins. Who is a member already, by this WeChat or by the phone number, is answered with that account. */
export const membersEnrol = operation({
  name: 'members.enrol',
  audience: 'member',
  kind: 'command',
  roles: ['visitor', 'member'],
  input: z.strictObject({
    consent: consentGiven,
    phone: z.optional(phoneProof),
    name: z.optional(nameText),
    /** What the scanned code carried; an earlier one of this visitor counts instead. */
    scene: z.optional(sceneText),
  }),
  output: z.strictObject({
    ...memberHome.shape,
    /** What joining brought; null for somebody who was a member already. */
    joined: z.nullable(
      z.strictObject({
        /** The how manieth member of the shop. */
        ordinal: z.int(),
        points: z.int(),
      }),
    ),
  }),
  refusals: [
    'consent_outdated',
    'phone_needed',
    'phone_code_over',
    'phone_unavailable',
    'text_code_wrong',
    'text_code_over',
    'scene_unknown',
  ],
  limits: { perMinute: 20 },
  budget: { sequential: 9, total: 15 },
})

/** Sends a six-digit code to a typed phone number, good for five minutes and five tries. */
export const membersSendCode = operation({
  name: 'members.send-code',
  audience: 'member',
  kind: 'command',
  roles: ['visitor', 'member'],
  input: z.strictObject({ number: phoneText }),
  output: z.strictObject({
    goodUntil: z.string(),
    /** From when another one may be asked for. */
    againAt: z.string(),
  }),
  refusals: ['texts_not_set_up', 'text_too_soon', 'text_too_many', 'text_not_sent'],
  limits: { perMinute: 10 },
  budget: { sequential: 4, total: 8 },
})

/** How the member wishes to be called. */
export const membersRename = operation({
  name: 'members.rename',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ name: nameText }),
  output: memberHome,
  refusals: [],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 5 },
})

export const membersList = operation({
  name: 'members.list',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({
    externalId: z.optional(externalIdText),
    tierId: z.optional(idText),
    cursor: z.optional(cursorText),
    limit: z.optional(z.int().check(z.positive(), z.lte(500))),
  }),
  output: z.strictObject({
    members: z.array(
      z.strictObject({
        accountId: z.string(),
        memberNo: z.string(),
        externalId: z.nullable(z.string()),
        name: z.nullable(z.string()),
        tier: z.string(),
        spendFen: z.int(),
        orders: z.int(),
        points: z.int(),
        enrolledAt: z.string(),
      }),
    ),
    nextCursor: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 600 },
  budget: { sequential: 2, total: 2 },
})

export const membersTotals = operation({
  name: 'members.totals',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({}),
  output: z.strictObject({
    members: z.int(),
    spendFen: z.int(),
    orders: z.int(),
    points: z.int(),
    tiers: z.array(z.strictObject({ tier: z.string(), members: z.int() })),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 2 },
})
