import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { cursorText, externalIdText, idText, nameText } from '../kit/fields'
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
  totals: z.strictObject({ spendFen: z.int(), orders: z.int() }),
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

export const membersEnrol = operation({
  name: 'members.enrol',
  audience: 'member',
  kind: 'command',
  roles: ['visitor', 'member'],
  input: z.strictObject({
    consent: z.strictObject({ termsVersion: z.string(), privacyVersion: z.string(), adult: z.literal(true) }),
    name: z.optional(nameText),
    storeId: z.optional(idText),
  }),
  output: memberHome,
  refusals: ['consent_outdated'],
  limits: { perMinute: 20 },
  budget: { sequential: 5, total: 7 },
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
