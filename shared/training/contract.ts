import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual } from '../kit/fields'
import { codeText } from '../programme/parts/field'

const state = z.enum(['unread', 'read', 'done'])

const pieceRow = z.strictObject({
  id: z.string(),
  version: z.int(),
  title: bilingual,
  questions: z.int(),
  state,
  /** The last day for it; null where it is not known when somebody began. */
  lastDay: z.nullable(z.string()),
  overdue: z.boolean(),
  /** Whether an earlier version was done: what changed is to be read again. */
  changed: z.boolean(),
})

/** What the caller has to read and answer: what is not done stands first, by its last day. */
export const trainingList = operation({
  name: 'training.list',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({}),
  output: z.strictObject({ serverAt: z.string(), pieces: z.array(pieceRow) }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})

/** One piece to read, with its questions and without their answers. */
export const trainingRead = operation({
  name: 'training.read',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({ pieceId: codeText }),
  output: z.strictObject({
    ...pieceRow.shape,
    serverAt: z.string(),
    sections: z.array(
      z.strictObject({ heading: z.nullable(bilingual), text: bilingual, picture: z.nullable(z.string()) }),
    ),
    quiz: z.nullable(
      z.strictObject({
        passMark: z.int(),
        questions: z.array(
          z.strictObject({
            id: z.string(),
            text: bilingual,
            options: z.array(z.strictObject({ id: z.string(), text: bilingual })),
          }),
        ),
      }),
    ),
    readAt: z.nullable(z.string()),
    passedAt: z.nullable(z.string()),
    tries: z.int(),
  }),
  refusals: ['training_unknown'],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})

/** The caller has read a piece, as it stands in this version. */
export const trainingReceipt = operation({
  name: 'training.receipt',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ pieceId: codeText, version: z.int().check(z.positive()) }),
  output: z.strictObject({ readAt: z.string(), state }),
  refusals: ['training_unknown', 'training_changed'],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 6 },
})

/** A try of the quiz, judged in the cloud. What was right is not told, only which questions were not. */
export const trainingAnswer = operation({
  name: 'training.answer',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    pieceId: codeText,
    version: z.int().check(z.positive()),
    answers: z
      .array(z.strictObject({ questionId: codeText, optionId: codeText }))
      .check(z.minLength(1), z.maxLength(30)),
  }),
  output: z.strictObject({
    right: z.int(),
    of: z.int(),
    passMark: z.int(),
    passed: z.boolean(),
    wrong: z.array(z.string()),
    state,
    tries: z.int(),
  }),
  refusals: ['training_unknown', 'training_changed', 'training_unread', 'training_no_quiz', 'training_unanswered'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 6 },
})

/** Who has read and passed what, employees a page at a time. */
export const trainingPeople = operation({
  name: 'training.people',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({ after: z.optional(z.string().check(z.regex(/^staff-[0-9a-f]{1,64}$/))) }),
  output: z.strictObject({
    serverAt: z.string(),
    people: z.array(
      z.strictObject({
        staffId: z.string(),
        name: z.string(),
        role: z.enum(['staff', 'manager']),
        pieces: z.array(
          z.strictObject({
            id: z.string(),
            title: bilingual,
            state,
            overdue: z.boolean(),
            lastDay: z.nullable(z.string()),
            readAt: z.nullable(z.string()),
            passedAt: z.nullable(z.string()),
            tries: z.int(),
            /** The best try: how many were right of how many; null where there was none. */
            best: z.nullable(z.strictObject({ right: z.int(), of: z.int() })),
          }),
        ),
      }),
    ),
    nextAfter: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 4 },
})
