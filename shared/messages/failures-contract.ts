import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, instantText } from '../kit/fields'
import { topics } from './topics'

const channel = z.nullable(z.enum(['subscription', 'text', 'mail']))
/** Messages that wait for a manager for the same thing: whether they surely did not leave, and by which way. */
const group = z.strictObject({ state: z.enum(['failed', 'unsure']), channel })
export type FailureGroup = z.output<typeof group>
const counted = z.strictObject({ ...group.shape, count: z.int() })

const failure = z.strictObject({
  ...group.shape,
  id: z.string(),
  topic: z.enum(topics),
  at: z.string(),
  /** Since when it waits for a manager. */
  since: z.string(),
  title: bilingual,
  /** How often it was tried. */
  tries: z.int(),
  code: z.nullable(z.int()),
  detail: z.string(),
  /** Whether it may be sent again: not while it may have left already. */
  maySendAgain: z.boolean(),
})

/** An instant and the id of a notice. */
const before = z.string().check(z.minLength(1), z.maxLength(240))

/**
 * Messages that did not go through or whose answer was lost, page by page, those that wait since last first; how many there
 * are of each group, how many are being tried again by themselves, and by what rules messages are sent.
 */
export const messagesFailures = operation({
  name: 'messages.failures',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({
    /** These alone. */
    group: z.optional(group),
    /** The `nextBefore` of the page before. */
    before: z.optional(before),
  }),
  output: z.strictObject({
    serverAt: z.string(),
    failures: z.array(failure),
    nextBefore: z.nullable(z.string()),
    /** All that wait for a manager, whatever page this is. */
    waiting: z.array(counted),
    /** How many wait for their time or another try. */
    planned: z.int(),
    /** Those of them that were tried in vain: a way that is down is seen here at once. */
    retrying: z.array(z.strictObject({ channel, count: z.int() })),
    policy: z.strictObject({
      quiet: z.nullable(z.strictObject({ from: z.string(), to: z.string() })),
      perWeek: z.nullable(z.int()),
      /** How many topics have a template in WeChat, a text, and whether mail is set up. */
      templates: z.int(),
      texts: z.int(),
      mail: z.boolean(),
    }),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 6 },
})

const noticeId = z.string().check(z.minLength(8), z.maxLength(200), z.regex(/^notice:[\w.:-]+$/))
const input = z.strictObject({ noticeId })
const output = z.strictObject({ noticeId: z.string(), state: z.enum(['planned', 'dropped']) })

/** A manager has a message sent again that did not leave; it is planned anew, from the first try on. */
export const messagesSendAgain = operation({
  name: 'messages.send-again',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input,
  output,
  refusals: ['notice_unknown', 'notice_settled', 'notice_unsure'],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 5 },
})

/** A manager lets a message be; it stays in its member's list. */
export const messagesDrop = operation({
  name: 'messages.drop',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input,
  output,
  refusals: ['notice_unknown', 'notice_settled'],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 5 },
})

/** So many at most are settled by one request. */
export const sliceMax = 500

/**
 * A manager settles a whole group at once, those that have waited longest first and no more than a slice of them, so that
 * the phone goes on with a new request until none is left. What began to wait after `until`, when the manager looked, is
 * left alone.
 */
export const messagesHandleFailures = operation({
  name: 'messages.handle-failures',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ group, act: z.enum(['send-again', 'drop']), until: instantText }),
  output: z.strictObject({
    /** How many this request has settled. */
    handled: z.int(),
    /** How many of those that were meant are left. */
    left: z.int(),
  }),
  refusals: ['notice_unsure'],
  limits: { perMinute: 60 },
  budget: { sequential: 4, total: 7 },
})
