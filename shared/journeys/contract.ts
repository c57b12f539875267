import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText, instantText } from '../kit/fields'
import { codeText, dayText } from '../programme/parts/field'
import { anchorView, journeyFace, kind, noteText, overWhy, person, runId, scanId, staffId } from './fields'

/** Begins a journey for a customer whom the caller has identified. */
export const journeysBegin = operation({
  name: 'journeys.begin',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    scanId,
    accountId: idText,
    journeyId: codeText,
    anchors: z.array(z.strictObject({ code: codeText, at: instantText })).check(z.minLength(1), z.maxLength(10)),
    people: z.array(z.strictObject({ role: codeText, staffId })).check(z.maxLength(10)),
  }),
  output: z.strictObject({ runId: z.string(), tasks: z.int() }),
  refusals: [
    'scan_over',
    'member_unknown',
    'journey_unknown',
    'journey_running',
    'anchor_unknown',
    'anchor_needed',
    'anchor_wrong',
    'role_unknown',
    'staff_unknown',
  ],
  limits: { perMinute: 30 },
  budget: { sequential: 8, total: 11 },
})

/** Gives an anchor its date, or another one; what depends on it moves. */
export const journeysSetAnchor = operation({
  name: 'journeys.set-anchor',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ runId, code: codeText, at: instantText }),
  output: z.strictObject({
    runId: z.string(),
    anchors: z.array(anchorView),
    /** How many tasks have other dates now, and how many are no longer to be done. */
    moved: z.int(),
    withdrawn: z.int(),
  }),
  refusals: ['journey_unknown', 'journey_not_yours', 'journey_over', 'anchor_unknown', 'anchor_wrong'],
  limits: { perMinute: 30 },
  budget: { sequential: 7, total: 9 },
})

/** Ends a journey before its end. */
export const journeysStop = operation({
  name: 'journeys.stop',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ runId, why: z.enum(['cancelled', 'left', 'other']), note: noteText }),
  output: z.strictObject({ runId: z.string(), withdrawn: z.int() }),
  refusals: ['journey_unknown', 'journey_not_yours', 'journey_over', 'note_needed'],
  limits: { perMinute: 30 },
  budget: { sequential: 9, total: 11 },
})

const stepView = z.strictObject({
  key: z.string(),
  kind,
  name: bilingual,
  role: bilingual,
  by: z.nullable(z.string()),
  startsAt: z.nullable(z.string()),
  dueAt: z.nullable(z.string()),
  waitsFor: z.nullable(bilingual),
  state: z.enum(['waiting', 'ahead', 'open', 'overdue', 'done', 'sent', 'missed', 'withdrawn']),
  escalated: z.boolean(),
  /** The task that stands for it, where the caller may open it. */
  taskId: z.nullable(z.string()),
})
const runView = z.strictObject({
  ...journeyFace.shape,
  why: z.nullable(overWhy),
  people: z.array(z.strictObject({ role: z.string(), name: bilingual, person: z.nullable(person) })),
  steps: z.array(stepView),
})
export type RunView = z.output<typeof runView>

/** A member's journeys, and those that may be begun for them. */
export const journeysOfMember = operation({
  name: 'journeys.of-member',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({ accountId: idText, scanId: z.optional(scanId) }),
  output: z.strictObject({
    serverAt: z.string(),
    member: z.strictObject({ name: z.nullable(z.string()), memberNo: z.string() }),
    runs: z.array(runView),
    /** Empty for whoever has not identified the member. */
    offered: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        anchors: z.array(z.strictObject({ code: z.string(), name: bilingual, needed: z.boolean() })),
        roles: z.array(z.strictObject({ code: z.string(), name: bilingual })),
      }),
    ),
    colleagues: z.array(person),
    /** The caller. */
    me: person,
  }),
  refusals: ['member_unknown', 'scan_over'],
  limits: { perMinute: 60 },
  budget: { sequential: 1, total: 4 },
})

const kept = z.strictObject({
  /** Tasks whose time has come within the period. */
  due: z.int(),
  inTime: z.int(),
  late: z.int(),
  missed: z.int(),
  /** Not done, and past their time. */
  overdue: z.int(),
  open: z.int(),
  escalated: z.int(),
})
export type Kept = z.output<typeof kept>

/** What was promised and what was delivered, by journey and by employee. */
export const journeysOverview = operation({
  name: 'journeys.overview',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({ storeId: idText, from: dayText, to: dayText }),
  output: z.strictObject({
    serverAt: z.string(),
    total: kept,
    journeys: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        ...kept.shape,
        running: z.int(),
        /** Members whose journey waits for a date. */
        waiting: z.int(),
      }),
    ),
    employees: z.array(z.strictObject({ id: z.nullable(z.string()), name: z.nullable(z.string()), ...kept.shape })),
  }),
  refusals: ['store_not_yours', 'period_wrong'],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 3 },
})
export type Overview = z.output<typeof journeysOverview.output>
