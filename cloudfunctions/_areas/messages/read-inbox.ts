import type { messagesInbox } from '../../../shared/messages/contract'
import { allow } from '../../../shared/kit/ruling'
import { pageOf, wordsOf } from '../../../shared/messages/topics'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { StoredNotice } from './notice'

const pageSize = 20

/** What the shop had to tell the member who is calling, newest first. */
export const readInbox: Handler<typeof messagesInbox, EnrolledContext> = async ({ effects, account, now }, input) => {
  const notices = await effects.store.find<StoredNotice>('notices', {
    where: {
      accountId: account._id,
      state: { ne: 'silent' },
      ...(input.before ? { order: { lt: input.before } } : {}),
    },
    orderBy: [['order', 'desc']],
    limit: pageSize,
  })
  return allow({
    serverAt: now,
    notices: notices.map((notice) => ({
      id: notice._id,
      topic: notice.topic,
      at: notice.at,
      ...wordsOf(notice),
      page: pageOf(notice),
      state: notice.state,
    })),
    nextBefore: notices.length === pageSize ? (notices.at(-1)?.order ?? null) : null,
  })
}
