import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { Instant } from '../../../shared/kit/time'
import type { messagesDrop, messagesSendAgain } from '../../../shared/messages/failures-contract'
import { maySendAgain } from '../../../shared/messages/may-send-again'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredNotice } from './notice'

/** As if it were due now and had never been tried. */
export function plannedAnew(now: Instant) {
  return { state: 'planned', dueAt: now, tries: 0, acceptanceId: null, promotedAt: null, waitsSince: null }
}

export const letBe = { state: 'dropped', dueAt: null, waitsSince: null }

/** Plans a message anew that did not leave. */
export const sendAgain: Handler<typeof messagesSendAgain, ManagerContext> = async (context, { noticeId }) => {
  const found = await findOpen(context, noticeId)
  if (!found.ok) return found
  const { notice, handled } = found.value
  if (notice && !maySendAgain(notice)) return refuse('notice_unsure')
  const isPlanned = await change(context, notice, { ...plannedAnew(context.now), handled })
  return isPlanned ? allow({ noticeId, state: 'planned' }) : refuse('notice_settled')
}

/** Lets a message be that did not leave, or of which nobody knows; it stays in its member's list. */
export const drop: Handler<typeof messagesDrop, ManagerContext> = async (context, { noticeId }) => {
  const found = await findOpen(context, noticeId)
  if (!found.ok) return found
  const { notice, handled } = found.value
  const done = await change(context, notice, { ...letBe, handled })
  return done ? allow({ noticeId, state: 'dropped' }) : refuse('notice_settled')
}

type Open = { notice: StoredNotice | null; handled: NonNullable<StoredNotice['handled']> }

/** The message that waits for a manager; null where this very request has handled it already. */
async function findOpen(
  { effects, grant, request, now }: ManagerContext,
  noticeId: string,
): Promise<Ruling<Open, 'not_allowed' | 'notice_unknown' | 'notice_settled'>> {
  if (!grant || !request) return refuse('not_allowed')
  const notice = await effects.store.get<StoredNotice>('notices', noticeId)
  if (!notice) return refuse('notice_unknown')
  const handled = { by: grant._id, requestId: request.id, at: now }
  if (notice.handled?.requestId === request.id) return allow({ notice: null, handled })
  const isOpen = notice.state === 'failed' || notice.state === 'unsure'
  return isOpen ? allow({ notice, handled }) : refuse('notice_settled')
}

/** Only as it was read: of two managers who handle it at once one does. */
async function change(
  { effects }: ManagerContext,
  notice: StoredNotice | null,
  set: { [field: string]: unknown },
): Promise<boolean> {
  if (!notice) return true
  return (await effects.store.change('notices', { _id: notice._id, state: notice.state }, { set })) > 0
}
