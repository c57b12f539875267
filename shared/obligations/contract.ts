import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText, reasonText } from '../kit/fields'
import { dropReasons, obligationKinds, obligationStates } from './obligation'

export const obligationIdText = z.string().check(z.regex(/^obligation:[A-Za-z0-9_.:@-]{1,240}$/))
const staffIdText = z.string().check(z.regex(/^staff-[0-9a-f]{1,64}$/))
export const monthText = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))

/** One promise as staff read it. */
export const obligationView = z.strictObject({
  obligationId: z.string(),
  kind: z.enum(obligationKinds),
  name: bilingual,
  /** How many times it was done of how many. */
  done: z.int(),
  times: z.int(),
  storeId: z.nullable(z.string()),
  owner: z.enum(['till', 'parcels', 'butler']),
  promisedAt: z.string(),
  dueAt: z.nullable(z.string()),
  state: z.enum(obligationStates),
  late: z.boolean(),
  reason: z.nullable(z.enum(dropReasons)),
  /** By which entry or whose note it was kept last. */
  proof: z.nullable(
    z.strictObject({
      id: z.string(),
      at: z.string(),
      staffId: z.nullable(z.string()),
      note: z.nullable(z.string()),
    }),
  ),
  /** Whether an employee's note is its proof, since no entry can be. */
  byNote: z.boolean(),
})
export type ObligationView = z.output<typeof obligationView>

/** The same, with whose it is. */
const promiseRow = z.strictObject({ ...obligationView.shape, memberNo: z.string(), accountId: z.string() })

/** What the shop owes a customer who was identified: what is due first stands first. */
export const obligationsOfMember = operation({
  name: 'obligations.of-member',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({ scanId: z.string().check(z.maxLength(600)), accountId: idText }),
  output: z.strictObject({ serverAt: z.string(), obligations: z.array(obligationView) }),
  refusals: ['scan_over', 'member_unknown'],
  limits: { perMinute: 120 },
  budget: { sequential: 1, total: 3 },
})

/** An employee says how a promise was kept that no entry can prove. */
export const obligationsKeep = operation({
  name: 'obligations.keep',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ obligationId: obligationIdText, note: reasonText }),
  output: obligationView,
  refusals: ['obligation_unknown', 'obligation_proved_by_entry', 'obligation_over', 'store_not_yours'],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 5 },
})

/**
 * Promises of a month: how many of each kind stand how, as the clock counted them last, and the promises themselves, a page
 * at a time; where none are listed, what is overdue of whatever month.
 */
export const obligationsOverview = operation({
  name: 'obligations.overview',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    month: z.optional(monthText),
    /** Staff ask about a store of theirs, or about themselves; a manager may leave it out. */
    storeId: z.optional(idText),
    /** Of what one employee kept. */
    staffId: z.optional(staffIdText),
    /** Which promises are listed: of one kind, standing one way, after one of them. None where it says nothing. */
    list: z.optional(
      z.strictObject({
        kind: z.enum(obligationKinds),
        state: z.enum([...obligationStates, 'kept-late']),
        after: z.optional(obligationIdText),
      }),
    ),
  }),
  output: z.strictObject({
    serverAt: z.string(),
    month: z.string(),
    counts: z.array(
      z.strictObject({
        kind: z.enum(obligationKinds),
        /** All that was promised but for what was dropped. */
        promised: z.int(),
        /** In time. */
        kept: z.int(),
        keptLate: z.int(),
        late: z.int(),
        open: z.int(),
        dropped: z.int(),
      }),
    ),
    rows: z.array(promiseRow),
    /** Overdue and not kept yet, what was due first foremost; `more` where there are others besides. */
    overdue: z.strictObject({ rows: z.array(promiseRow), more: z.boolean() }),
    nextAfter: z.nullable(z.string()),
  }),
  refusals: ['store_not_yours'],
  limits: { perMinute: 60 },
  budget: { sequential: 1, total: 3 },
})
