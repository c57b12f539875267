import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, cursorText, idText, instantText } from '../kit/fields'
import { codeText } from '../programme/parts/field'
import { tierFace } from '../tiers/contract'
import { journeyFace, kind, noteText, overWhy, person, staffId } from './fields'

const taskId = z.string().check(z.maxLength(200), z.regex(/^task:[A-Za-z0-9][A-Za-z0-9:!._-]*$/))

const channel = z.enum(['call', 'message', 'call-and-message', 'in-person', 'task'])
const taskState = z.enum(['open', 'done', 'missed', 'withdrawn'])

/** One task as a list shows it. */
export const taskRow = z.strictObject({
  id: z.string(),
  kind,
  name: bilingual,
  channel,
  memberName: z.nullable(z.string()),
  memberNo: z.string(),
  tier: tierFace,
  enrolledAt: z.string(),
  startsAt: z.string(),
  dueAt: z.string(),
  /** When somebody who was not reached is tried next. */
  tryAt: z.nullable(z.string()),
  escalatedAt: z.nullable(z.string()),
  assignee: z.nullable(person),
})
export type TaskRow = z.output<typeof taskRow>

/** What the caller is to do, what is due first standing first; a manager may ask for what has come to the head. */
export const tasksMine = operation({
  name: 'tasks.mine',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    storeId: idText,
    list: z.enum(['mine', 'head']),
    /** What may be done today, late first; or what is to come. */
    part: z.enum(['now', 'coming']),
    after: z.optional(cursorText),
  }),
  output: z.strictObject({
    serverAt: z.string(),
    tasks: z.array(taskRow),
    counts: z.strictObject({ overdue: z.int(), now: z.int(), coming: z.int() }),
    /** How many have come to the head; null for whoever is none. */
    forHead: z.nullable(z.int()),
    nextAfter: z.nullable(z.string()),
  }),
  refusals: ['store_not_yours'],
  limits: { perMinute: 120 },
  budget: { sequential: 1, total: 6 },
})

const choice = z.strictObject({
  code: z.string(),
  name: bilingual,
  means: z.nullable(z.enum(['missed', 'later', 'no-contact'])),
})
const question = z.strictObject({
  code: z.string(),
  name: bilingual,
  needed: z.boolean(),
  choices: z.array(choice),
})

const recordKinds = ['begun', 'result', 'anchor', 'assigned', 'phone', 'stopped', 'escalated', 'ended'] as const
/** Something that was done or found in a journey; never changed. */
const recordView = z.strictObject({
  at: z.string(),
  kind: z.enum(recordKinds),
  /** Null: the system. */
  by: z.nullable(z.string()),
  what: bilingual,
  answers: z.array(bilingual),
  note: z.string(),
  /** Of a journey that is over: why. */
  why: z.nullable(overWhy),
  next: z.nullable(z.string()),
})
export type RecordKind = (typeof recordKinds)[number]

/** One task with whom it is about, what to say and what was said before. */
export const tasksRead = operation({
  name: 'tasks.read',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({ taskId }),
  output: z.strictObject({
    serverAt: z.string(),
    task: z.strictObject({
      id: z.string(),
      kind,
      name: bilingual,
      channel,
      state: taskState,
      startsAt: z.string(),
      dueAt: z.string(),
      tryAt: z.nullable(z.string()),
      escalatedAt: z.nullable(z.string()),
      /** What the head is called in this journey. */
      head: bilingual,
      assignee: z.nullable(person),
      doneAt: z.nullable(z.string()),
      doneBy: z.nullable(z.string()),
      needsNote: z.boolean(),
      mayRecord: z.boolean(),
      /** Whom the caller may give it to; empty where they may not. */
      colleagues: z.array(person),
    }),
    member: z.strictObject({
      accountId: z.string(),
      name: z.nullable(z.string()),
      memberNo: z.string(),
      tier: tierFace,
      enrolledAt: z.string(),
      visits: z.int(),
      /** The last digits of the phone number; the whole of it is asked for by itself, and that is written down. */
      phoneTail: z.nullable(z.string()),
    }),
    journey: journeyFace,
    script: z.array(z.strictObject({ part: z.enum(['opening', 'points', 'closing']), text: bilingual })),
    form: z.array(question),
    records: z.array(recordView),
  }),
  refusals: ['task_unknown', 'task_not_yours'],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 8 },
})
export type TaskSheet = z.output<typeof tasksRead.output>

/** The member's phone number, for a call that is to be made now. Who asked for it is written down. */
export const tasksPhone = operation({
  name: 'tasks.phone',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ taskId }),
  output: z.strictObject({ number: z.string() }),
  refusals: ['task_unknown', 'task_not_yours', 'task_over', 'phone_unknown'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 6 },
})

/** Writes down what came of a task. Of two employees at once one does. */
export const tasksRecord = operation({
  name: 'tasks.record',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    taskId,
    answers: z.array(z.strictObject({ question: codeText, answer: codeText })).check(z.maxLength(6)),
    note: noteText,
    /** When the member is to be spoken to next. */
    next: z.optional(instantText),
  }),
  output: z.strictObject({
    taskId: z.string(),
    state: taskState,
    dueAt: z.string(),
    meaning: z.enum(['reached', 'missed', 'later', 'no-contact']),
  }),
  refusals: [
    'task_unknown',
    'task_not_yours',
    'task_over',
    'task_not_yet',
    'journey_over',
    'answer_unknown',
    'answer_missing',
    'note_needed',
    'next_needed',
    'next_wrong',
  ],
  limits: { perMinute: 60 },
  budget: { sequential: 8, total: 11 },
})

/** Gives a task to somebody else, or everything that its role has to do in that journey. */
export const tasksReassign = operation({
  name: 'tasks.reassign',
  audience: 'staff',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ taskId, staffId, scope: z.enum(['task', 'journey']) }),
  output: z.strictObject({ taskId: z.string(), assignee: person }),
  refusals: ['task_unknown', 'task_not_yours', 'task_over', 'journey_over', 'staff_unknown'],
  limits: { perMinute: 60 },
  budget: { sequential: 7, total: 11 },
})
