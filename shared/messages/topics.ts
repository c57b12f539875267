import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import { birthday } from './topics/birthday'
import { cardUsed } from './topics/card-used'
import { checkIn } from './topics/check-in'
import { couponExpiring } from './topics/coupon-expiring'
import { eventOpens } from './topics/event-opens'
import { eventPlace } from './topics/event-place'
import { eventSoon } from './topics/event-soon'
import { festival } from './topics/festival'
import { followUp } from './topics/follow-up'
import { greeting } from './topics/greeting'
import type { TopicTerms } from './topics/kind'
import { news } from './topics/news'
import { pointsExpiring } from './topics/points-expiring'
import { pointsShort } from './topics/points-short'
import { restock } from './topics/restock'
import { termEnding } from './topics/term-ending'
import { tierUpgraded } from './topics/tier-upgraded'
import { welcome } from './topics/welcome'
import { winBack } from './topics/win-back'

export { thing, type Argument, type ArgumentKind, type TopicTerms } from './topics/kind'

/** A new topic is its file and a line here. */
const registry = {
  'tier-upgraded': tierUpgraded,
  'points-expiring': pointsExpiring,
  'card-used': cardUsed,
  'event-place': eventPlace,
  'event-opens': eventOpens,
  'check-in': checkIn,
  restock,
  'coupon-expiring': couponExpiring,
  'term-ending': termEnding,
  'event-soon': eventSoon,
  'points-short': pointsShort,
  'follow-up': followUp,
  welcome,
  greeting,
  birthday,
  festival,
  'win-back': winBack,
  news,
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

/**
 * One thing to tell a member. Its key is the same however often it is worked out, so that it is told once. From `until` on
 * it rings nowhere, whatever kept it so long; absent, its facts alone say when it is too late.
 */
export type Notice = { [T in Topic]: ToldOf<T> & { key: string; until?: Instant; sending?: Sending } }[Topic]
type ToldOf<T extends Topic> = { topic: T; facts: NoticeFacts[T] }
/** What there is to tell, of whatever topic. */
export type Told = { [T in Topic]: ToldOf<T> }[Topic]

export function wordsOf<T extends Topic>({ topic, facts }: ToldOf<T>): { title: Bilingual; text: Bilingual } {
  return topicTerms[topic].words(facts)
}

/** The page that a message opens, at what it is about. */
export function pageOf<T extends Topic>({ topic, facts }: ToldOf<T>): string {
  const { page, query } = topicTerms[topic]
  return query ? `${page}?${query(facts)}` : page
}

/** The template that a topic's messages go out with, and its keys where they are other than ours. */
export type Template = { templateId: string; keys?: { [argument: string]: string | undefined } }

/** The values of a message by the template's keys, no more than it has. They fit the platform's limits by construction. */
export function messageData<T extends Topic>(
  { topic, facts }: ToldOf<T>,
  keys?: Template['keys'],
): { [key: string]: { value: string } } {
  return Object.fromEntries(
    Object.entries(topicTerms[topic].arguments).flatMap(([name, { key, value }]) => {
      const own = keys ? keys[name] : key
      return own === undefined ? [] : [[own, { value: value(facts) }]]
    }),
  )
}
