import type { Bilingual } from '../kit/fields'
import { cardUsed } from './topics/card-used'
import { checkIn } from './topics/check-in'
import { eventOpens } from './topics/event-opens'
import { eventPlace } from './topics/event-place'
import { followUp } from './topics/follow-up'
import type { TopicTerms } from './topics/kind'
import { pointsExpiring } from './topics/points-expiring'
import { tierUpgraded } from './topics/tier-upgraded'

export { thing, type Argument, type ArgumentKind, type TopicTerms } from './topics/kind'

/** A new topic is its file and a line here. */
const registry = {
  'tier-upgraded': tierUpgraded,
  'points-expiring': pointsExpiring,
  'card-used': cardUsed,
  'event-place': eventPlace,
  'event-opens': eventOpens,
  'check-in': checkIn,
  'follow-up': followUp,
}

/** What a member may ask to be told of. One template of the platform carries each. */
export type Topic = keyof typeof registry
export const topics = Object.keys(registry) as [Topic, ...Topic[]]

type FactsOf<Terms> = Terms extends TopicTerms<infer Facts> ? Facts : never

/** What there is to tell, by topic. */
export type NoticeFacts = { [T in Topic]: FactsOf<(typeof registry)[T]> }

/** A total map: a topic without its template and words does not compile. */
export const topicTerms: { [T in Topic]: TopicTerms<NoticeFacts[T]> } = registry

/** How a programme's message is to reach the member; absent, it is a service notice by subscription message and inbox. */
export type Sending = {
  /** Promotion never goes by subscription message. */
  purpose: 'service' | 'promotion'
  channels: ('subscription' | 'inbox' | 'text' | 'mail')[]
  /** The message of the programme that it is. */
  messageId: string
}

/** One thing to tell a member. Its key is the same however often it is worked out, so that it is told once. */
export type Notice = { [T in Topic]: { topic: T; key: string; facts: NoticeFacts[T]; sending?: Sending } }[Topic]
type Told<T extends Topic> = { topic: T; facts: NoticeFacts[T] }

export function wordsOf<T extends Topic>({ topic, facts }: Told<T>): { title: Bilingual; text: Bilingual } {
  return topicTerms[topic].words(facts)
}

/** The page that a message opens, at what it is about. */
export function pageOf<T extends Topic>({ topic, facts }: Told<T>): string {
  const { page, query } = topicTerms[topic]
  return query ? `${page}?${query(facts)}` : page
}

/** The template that a topic's messages go out with, and its keys where they are other than ours. */
export type Template = { templateId: string; keys?: { [argument: string]: string | undefined } }

/** The values of a message by the template's keys, no more than it has. They fit the platform's limits by construction. */
export function messageData<T extends Topic>(
  { topic, facts }: Told<T>,
  keys?: Template['keys'],
): { [key: string]: { value: string } } {
  return Object.fromEntries(
    Object.entries(topicTerms[topic].arguments).flatMap(([name, { key, value }]) => {
      const own = keys ? keys[name] : key
      return own === undefined ? [] : [[own, { value: value(facts) }]]
    }),
  )
}
