import type { messagesReminders, Reminder } from '../../../shared/messages/contract'
import { allow } from '../../../shared/kit/ruling'
import { topics } from '../../../shared/messages/topics'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Shop } from '../../_runtime/terms'
import { unspentOf, type Acceptance } from './acceptance'

/** What the phone may ask this member for, and what is agreed to already. */
export const readReminders: Handler<typeof messagesReminders, EnrolledContext> = async ({ effects, account, terms }) =>
  allow({ reminders: remindersOf(terms.shop, await unspentOf(effects, account._id)) })

/** Each topic with all that is agreed to for its template. Acceptances for a template that the shop no longer has are good for nothing, so they do not count. */
export function remindersOf({ templates = {} }: Shop, unspent: readonly Acceptance[]): Reminder[] {
  return topics.flatMap((topic) => {
    const templateId = templates[topic]?.templateId
    if (!templateId) return []
    const left = new Set(unspent.filter((one) => one.templateId === templateId).map(({ _id }) => _id))
    return [{ topic, templateId, left: left.size }]
  })
}
