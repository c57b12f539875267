import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, cursorText } from '../kit/fields'
import { missingArguments } from './limits'
import { placesFit } from './text-template'
import { topics, topicTerms, type Template, type Topic } from './topics'

const topic = z.enum(topics)
const templateId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))
const topicsOnce = { path: ['topic'], error: 'a topic stands once' }

/** What the phone may ask for now: the templates that the shop has, and how many messages are already agreed to. */
const reminder = z.strictObject({ topic, templateId: z.string(), left: z.int() })
export type Reminder = z.output<typeof reminder>
const reminders = z.strictObject({ reminders: z.array(reminder) })

export const messagesReminders = operation({
  name: 'messages.reminders',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: reminders,
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 4 },
})

/** What the member answered in WeChat's dialog. One acceptance is good for one message. */
export const messagesAccept = operation({
  name: 'messages.accept',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z
    .strictObject({
      accepted: z.array(z.strictObject({ topic, templateId })).check(z.maxLength(topics.length)),
      refused: z.array(z.strictObject({ topic, templateId })).check(z.maxLength(topics.length)),
    })
    .check(
      z.refine(({ accepted, refused }) => accepted.length + refused.length > 0, { path: ['accepted'] }),
      z.refine(({ accepted, refused }) => onceEach([...accepted, ...refused]), topicsOnce),
    ),
  output: reminders,
  refusals: [],
  limits: { perMinute: 10 },
  budget: { sequential: 4, total: 6 },
})

/**
 * What became of a notice. `planned`: it leaves at its time; `inbox`: it stands in the member's list alone; `failed` and
 * `unsure` wait for a manager; `dropped`: a manager let it be; `silent`: promotion that its member does not want.
 */
export const noticeStates = [
  'planned',
  'sending',
  'sent',
  'inbox',
  'refused',
  'failed',
  'unsure',
  'dropped',
  'silent',
] as const

/** What the shop had to tell this member, newest first, whether WeChat carried it or not. */
export const messagesInbox = operation({
  name: 'messages.inbox',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({
    /** The `nextBefore` of the page before. */
    before: z.optional(cursorText),
  }),
  output: z.strictObject({
    serverAt: z.string(),
    notices: z.array(
      z.strictObject({
        id: z.string(),
        topic,
        at: z.string(),
        title: bilingual,
        text: bilingual,
        /** The page of the app that shows what it is about. */
        page: z.string(),
        state: z.enum(noticeStates),
      }),
    ),
    nextBefore: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 4 },
})

const keyText = z.string().check(z.regex(/^[a-z_]{3,20}\d{1,2}$/))
const argumentName = z.string().check(z.regex(/^[a-zA-Z]{1,30}$/))
/** Every argument of every topic, so that a key of another name is refused by the object itself. */
const argumentNames = [...new Set(Object.values(topicTerms).flatMap((terms) => Object.keys(terms.arguments)))]
const keysByArgument = z.strictObject(Object.fromEntries(argumentNames.map((name) => [name, z.optional(keyText)])))
const template = z
  .strictObject({
    topic,
    templateId,
    /** The template's keys by our arguments, where they are not the usual ones; a note may be left out. */
    keys: z.optional(keysByArgument),
  })
  .check(
    z.refine((one) => keysFit(one), { path: ['keys'], error: 'a key is of another kind than its argument' }),
    z.refine(({ topic: of, keys }) => missingArguments(of, keys).length === 0, {
      path: ['keys'],
      error: 'an argument without which the message says nothing has no key',
    }),
  )
const text = z
  .strictObject({
    topic,
    templateId: z.string().check(z.regex(/^\d{4,12}$/)),
    words: z.string().check(z.trim(), z.minLength(5), z.maxLength(300)),
    arguments: z.array(argumentName).check(z.maxLength(10)),
  })
  .check(z.refine((one) => placesFit(one.topic, one), { path: ['arguments'], error: 'places and arguments differ' }))

/** Which template of the platform carries each topic; a topic without one goes to the member's inbox only. */
export const messagesSetTemplates = operation({
  name: 'messages.set-templates',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({
    templates: z.array(template).check(
      z.maxLength(topics.length),
      z.refine((list) => onceEach(list), topicsOnce),
    ),
    /** The texts that the SMS service has approved, all of them; left out, they stay as they are. */
    texts: z.optional(
      z.array(text).check(
        z.maxLength(topics.length),
        z.refine((list) => onceEach(list), topicsOnce),
      ),
    ),
    /** Whether mail is set up for the clock; left out, it stays as it is. */
    mail: z.optional(z.boolean()),
  }),
  output: z.strictObject({ templates: z.array(template) }),
  refusals: [],
  limits: { perMinute: 10 },
  budget: { sequential: 2, total: 4 },
})

function onceEach(list: readonly { topic: Topic }[]): boolean {
  return new Set(list.map((one) => one.topic)).size === list.length
}

/** Every argument is one of the topic's, its key is of its kind, and no key stands twice. */
function keysFit({ topic: of, keys = {} }: { topic: Topic; keys?: Template['keys'] }): boolean {
  const known = topicTerms[of].arguments
  const named = Object.entries(keys)
  const right = named.every(([name, key]) => key?.replace(/\d+$/, '') === known[name]?.kind)
  return right && new Set(Object.values(keys)).size === named.length
}
