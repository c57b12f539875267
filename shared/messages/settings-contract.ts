import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual } from '../kit/fields'
import { topics } from './topics'

const topic = z.enum(topics)
/** A way beside WeChat: whether the shop has it, since when the member agreed to it, and where it leads. */
const way = z.strictObject({
  available: z.boolean(),
  agreedAt: z.nullable(z.string()),
  /** The end of the number, or the address with its middle left out; null where none is known. */
  to: z.nullable(z.string()),
  words: bilingual,
  version: z.string(),
})
const settings = z.strictObject({
  serverAt: z.string(),
  topics: z.array(
    z.strictObject({
      topic,
      name: bilingual,
      on: z.boolean(),
      /** WeChat's template for it, and how many messages are agreed to; topics may share one. Null: only in the list. */
      template: z.nullable(z.strictObject({ templateId: z.string(), left: z.int() })),
    }),
  ),
  text: way,
  mail: way,
})

/** What the member has agreed to be told, and how. */
export const messagesSettings = operation({
  name: 'messages.settings',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: settings,
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 6 },
})

const address = z.string().check(z.trim(), z.maxLength(120), z.email())

/** Mails a six-digit code to an address that the member typed, good for five minutes and five tries. Nothing else goes there. */
export const messagesSendMailCode = operation({
  name: 'messages.send-mail-code',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ address }),
  output: z.strictObject({
    goodUntil: z.string(),
    /** From when another one may be asked for. */
    againAt: z.string(),
  }),
  refusals: ['mail_not_set_up', 'text_too_soon', 'text_too_many', 'mail_not_sent'],
  limits: { perMinute: 10 },
  budget: { sequential: 5, total: 9 },
})

/** Proves that the address is the member's: the code that was mailed there. */
const code = z.string().check(z.regex(/^\d{6}$/))
/** The words that the member saw; other words are another consent. */
const words = z.string().check(z.minLength(1), z.maxLength(20))

/** The member agrees to a way, for mail with the code that arrived there, takes it back, or turns a topic on or off. Counts from the same second on. */
export const messagesSetPreference = operation({
  name: 'messages.set-preference',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    change: z.union([
      z.strictObject({ kind: z.literal('topic'), topic, on: z.boolean() }),
      z.strictObject({ kind: z.literal('text'), on: z.literal(true), words }),
      z.strictObject({ kind: z.literal('mail'), on: z.literal(true), words, address, code }),
      z.strictObject({ kind: z.enum(['text', 'mail']), on: z.literal(false) }),
    ]),
  }),
  output: settings,
  refusals: [
    'texts_not_set_up',
    'mail_not_set_up',
    'number_missing',
    'words_changed',
    'text_code_wrong',
    'text_code_over',
  ],
  limits: { perMinute: 20 },
  budget: { sequential: 6, total: 12 },
})
