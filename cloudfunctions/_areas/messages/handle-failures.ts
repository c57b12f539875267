import { allow, refuse } from '../../../shared/kit/ruling'
import { sliceMax, type messagesHandleFailures } from '../../../shared/messages/failures-contract'
import { maySendAgain } from '../../../shared/messages/may-send-again'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { Where } from '../../_runtime/store'
import { letBe, plannedAnew } from './handle-failure'
import type { StoredNotice } from './notice'

/**
 * Settles a slice of a group, those that have waited longest first. Each message says by which request it was settled, so
 * that the same request again settles no further slice and gives the same count, also where it was cut off.
 */
export const handleFailures: Handler<typeof messagesHandleFailures, ManagerContext> = async (
  { effects, grant, request, now },
  { group, act, until },
) => {
  if (!grant || !request) return refuse('not_allowed')
  if (act === 'send-again' && !maySendAgain(group)) return refuse('notice_unsure')
  const { store } = effects
  const meant: Where = { ...group, waitsSince: { gt: '', lte: until } }
  const [before, slice] = await Promise.all([
    store.count('notices', { 'handled.requestId': request.id, 'handled.by': grant._id }),
    store.find<StoredNotice>('notices', {
      where: meant,
      orderBy: [
        ['waitsSince', 'asc'],
        ['_id', 'asc'],
      ],
      limit: sliceMax,
      fields: ['_id'],
    }),
  ])
  const handled = { by: grant._id, requestId: request.id, at: now }
  const set = { ...(act === 'drop' ? letBe : plannedAnew(now)), handled }
  const ids = before > 0 ? [] : slice.map(({ _id }) => _id)
  // Only those that still wait: of two managers who handle one at once one does.
  const done = ids.length === 0 ? before : await store.change('notices', { ...meant, _id: { in: ids } }, { set })
  return allow({ handled: done, left: await store.count('notices', meant) })
}
