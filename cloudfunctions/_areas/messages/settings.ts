import { allow } from '../../../shared/kit/ruling'
import type { OutputOf } from '../../../shared/kit/contract'
import { topicsTold } from '../../../shared/messages/by-subscription'
import { wordsNow } from '../../../shared/messages/preferences'
import type { messagesSettings } from '../../../shared/messages/settings-contract'
import { topics, topicTerms, type Topic } from '../../../shared/messages/topics'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Profile } from '../members/profile'
import { unspentOf, type Acceptance } from './acceptance'
import { readPreferences, type StoredPreferences } from './preferences'
import { remindersOf } from './reminders'

/** What the member has agreed to be told, and how. */
export const readSettings: Handler<typeof messagesSettings, EnrolledContext> = async (context) => {
  const { effects, account } = context
  const [unspent, kept, profile] = await Promise.all([
    unspentOf(effects, context.terms.shop, account._id),
    readPreferences(effects, account._id),
    effects.store.get<Profile>('profiles', account._id),
  ])
  return allow(settingsOf(context, { unspent, kept, profile }))
}

type Read = { unspent: readonly Acceptance[]; kept: StoredPreferences | null; profile: Profile | null }

/** How everything stands, for the member's own eyes. */
export function settingsOf(
  { terms, now }: EnrolledContext,
  { unspent, kept, profile }: Read,
): OutputOf<typeof messagesSettings> {
  const { shop } = terms
  const reminders = remindersOf(terms, unspent)
  const tail = profile?.verified ? `…${profile.phoneTail}` : null
  const { version } = wordsNow
  return {
    serverAt: now,
    topics: listed(terms, kept).map((topic) => {
      const template = reminders.find((one) => one.topic === topic)
      return {
        topic,
        name: topicTerms[topic].name,
        on: !kept?.optedOut.includes(topic),
        template: template ? { templateId: template.templateId, left: template.left } : null,
      }
    }),
    text: {
      available: Object.keys(shop.texts ?? {}).length > 0,
      agreedAt: kept?.text?.at ?? null,
      to: tail,
      words: wordsNow.text,
      version,
    },
    mail: {
      available: shop.mail === true,
      agreedAt: kept?.mail?.at ?? null,
      to: kept?.addressHint ?? null,
      words: wordsNow.mail,
      version,
    },
  }
}

/** What the programme tells of, and what the member wants to hear no more of, so that they may take it back. */
function listed({ programme }: Pick<EnrolledContext['terms'], 'programme'>, kept: StoredPreferences | null): Topic[] {
  const told = topicsTold(programme)
  return topics.filter((topic) => told.includes(topic) || kept?.optedOut.includes(topic))
}
