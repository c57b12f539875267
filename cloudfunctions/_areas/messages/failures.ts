import type { messagesFailures } from '../../../shared/messages/contract'
import { allow } from '../../../shared/kit/ruling'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredNotice } from './deliver'

const shown = 50

/** The latest messages that the platform would not take, or of which nobody knows whether it did. */
export const listFailures: Handler<typeof messagesFailures, ManagerContext> = async ({ effects }) => {
  const notices = await effects.store.find<StoredNotice>('notices', {
    where: { state: { in: ['failed', 'unsure'] } },
    orderBy: [['order', 'desc']],
    limit: shown,
  })
  return allow({
    failures: notices.map(({ _id, topic, at, state, answer }) => ({
      id: _id,
      topic,
      at,
      state: state === 'failed' ? ('failed' as const) : ('unsure' as const),
      code: answer?.errCode ?? null,
      detail: answer?.errMsg ?? '',
    })),
  })
}
