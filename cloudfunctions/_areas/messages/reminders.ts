import type { messagesReminders, Reminder } from '../../../shared/messages/contract'
import { allow } from '../../../shared/kit/ruling'
import { topicsBySubscription } from '../../../shared/messages/by-subscription'
import { topics } from '../../../shared/messages/topics'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Terms } from '../../_runtime/terms'
import { unspentOf, type Acceptance } from './acceptance'

/** What the phone may ask this member for, and what is agreed to already. */
export const readReminders: Handler<typeof messagesReminders, EnrolledContext> = async ({ effects, account, terms }) =>
  allow({ reminders: remindersOf(terms, await unspentOf(effects, terms.shop, account._id)) })

/**
 * Each topic of which something may come by subscription message, with all that is agreed to for its template. Acceptances for a
 * template that the shop no longer has are good for nothing, so they do not count.
 */
export function remindersOf({ shop, programme }: Terms, unspent: readonly Acceptance[]): Reminder[] {
  const offered = topicsBySubscription(programme)
  return topics.flatMap((topic) => {
    const templateId = shop.templates?.[topic]?.templateId
    if (!templateId || !offered.includes(topic)) return []
    const left = new Set(unspent.filter((one) => one.templateId === templateId).map(({ _id }) => _id))
    return [{ topic, templateId, left: left.size }]
  })
}
