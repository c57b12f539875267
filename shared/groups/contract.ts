import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText, nameText } from '../kit/fields'
import { origins } from '../members/origin'
import { codeText } from '../programme/parts/field'

const groupId = z.string().check(z.regex(/^group-[0-9a-f]{16}$/))
const group = z.strictObject({ groupId: z.string(), name: z.string() })
const stage = z.strictObject({ id: z.string(), name: bilingual })
/** A customer whom the till has identified; a manager needs no code of theirs. */
const customer = { accountId: idText, scanId: z.optional(z.string().check(z.maxLength(600))) }

/** Where one customer stands. */
export const customerStanding = z.strictObject({
  serverAt: z.string(),
  /** The step of the funnel; null where the programme has none. */
  stage: z.nullable(stage),
  askedAt: z.nullable(z.string()),
  /** Whether noting that they asked leads them a step on, and whether groups may be copied into and cut from. */
  mayAsk: z.boolean(),
  copy: z.boolean(),
  cut: z.boolean(),
  /** The groups they stand in, and all there are. */
  groups: z.array(group),
  all: z.array(group),
})
export type CustomerStanding = z.output<typeof customerStanding>

export const groupsOfMember = operation({
  name: 'groups.of-member',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject(customer),
  output: customerStanding,
  refusals: ['scan_over', 'member_unknown'],
  limits: { perMinute: 120 },
  budget: { sequential: 1, total: 5 },
})

/** Puts a customer into one more group, moves them from one to another, or takes them out of one. */
export const groupsChange = operation({
  name: 'groups.change',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    ...customer,
    act: z.discriminatedUnion('does', [
      z.strictObject({ does: z.literal('copy'), to: groupId }),
      z.strictObject({ does: z.literal('cut'), from: groupId, to: groupId }),
      z.strictObject({ does: z.literal('out'), from: groupId }),
    ]),
  }),
  output: z.strictObject({ groups: z.array(group) }),
  refusals: [
    'scan_over',
    'member_unknown',
    'group_unknown',
    'groups_off',
    'group_copy_off',
    'group_cut_off',
    'group_not_in',
    'groups_too_many',
  ],
  limits: { perMinute: 60 },
  budget: { sequential: 12, total: 16 },
})

/** Notes that a customer asked for something without buying, once. */
export const groupsAsked = operation({
  name: 'groups.asked',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject(customer),
  output: z.strictObject({ stage, askedAt: z.string() }),
  refusals: ['scan_over', 'member_unknown', 'funnel_off'],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 4 },
})

/** The funnel with how many stand at each step, and the groups. */
export const groupsBoard = operation({
  name: 'groups.board',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    stages: z.array(
      z.strictObject({
        ...stage.shape,
        /** From how many closed orders on; null for a step before the first. */
        fromOrders: z.nullable(z.int()),
        asked: z.boolean(),
        customers: z.int(),
      }),
    ),
    /** What customers may be filtered by, with what there is to choose from. */
    filters: z.array(z.enum(['status', 'tier', 'source', 'orders'])),
    tiers: z.array(z.strictObject({ id: z.string(), name: bilingual })),
    tags: z.strictObject({ copy: z.boolean(), cut: z.boolean() }),
    groups: z.array(z.strictObject({ ...group.shape, customers: z.int() })),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 7 },
})

/** A new group; one of that name that there is already is answered as it is. */
export const groupsMake = operation({
  name: 'groups.make',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ name: nameText }),
  output: group,
  refusals: ['groups_off', 'groups_full'],
  limits: { perMinute: 30 },
  budget: { sequential: 3, total: 6 },
})

/** Another name for a group. No two have the same. */
export const groupsRename = operation({
  name: 'groups.rename',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ groupId, name: nameText }),
  output: group,
  refusals: ['groups_off', 'group_unknown', 'group_name_taken'],
  limits: { perMinute: 30 },
  budget: { sequential: 5, total: 7 },
})

/** Removes a group; its customers stay, and stand in it no more. */
export const groupsRemove = operation({
  name: 'groups.remove',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ groupId }),
  output: z.strictObject({ groupId: z.string() }),
  refusals: [],
  limits: { perMinute: 30 },
  budget: { sequential: 4, total: 5 },
})

/** Customers at a step, of a tier, by where they came from and by closed orders, or of one group; a page at a time. */
export const groupsCustomers = operation({
  name: 'groups.customers',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({
    of: z.discriminatedUnion('by', [
      z.strictObject({
        by: z.literal('filters'),
        stage: z.optional(codeText),
        tierId: z.optional(codeText),
        origin: z.optional(z.enum(origins)),
        ordersFrom: z.optional(z.int().check(z.nonnegative(), z.lte(1_000_000))),
        ordersTo: z.optional(z.int().check(z.nonnegative(), z.lte(1_000_000))),
      }),
      z.strictObject({ by: z.literal('group'), groupId }),
    ]),
    after: z.optional(z.string().check(z.minLength(1), z.maxLength(160))),
  }),
  output: z.strictObject({
    customers: z.array(
      z.strictObject({
        accountId: z.string(),
        memberNo: z.string(),
        name: z.nullable(z.string()),
        tier: bilingual,
        stage: z.nullable(bilingual),
        origin: z.enum(origins),
        orders: z.int(),
      }),
    ),
    nextAfter: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 3 },
})
