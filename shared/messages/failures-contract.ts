import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual } from '../kit/fields'
import { topics } from './topics'

const failure = z.strictObject({
  id: z.string(),
  topic: z.enum(topics),
  at: z.string(),
  title: bilingual,
  state: z.enum(['failed', 'unsure']),
  channel: z.nullable(z.enum(['subscription', 'text', 'mail'])),
  /** How often it was tried. */
  tries: z.int(),
  code: z.nullable(z.int()),
  detail: z.string(),
  /** Whether it may be sent again: not while it may have left already. */
  maySendAgain: z.boolean(),
})

/** Messages that did not go through or whose answer was lost, newest first, and by what rules messages are sent. */
export const messagesFailures = operation({
  name: 'messages.failures',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    failures: z.array(failure),
    /** How many wait for their time or another try. */
    planned: z.int(),
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
  budget: { sequential: 2, total: 3 },
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
