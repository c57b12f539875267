import { addMilliseconds } from '../../../shared/kit/time'
import type { Planned } from '../../../shared/messages/plan'
import type { Effects } from '../../_runtime/effects'
import type { StoredNotice } from './notice'

/** Longer than any invocation lives, so that whoever was sending is surely gone when the notice is looked at again. */
const sendingMs = 65_000

/** Writes down that the notice is being sent; false when somebody else did. */
export async function begin(
  effects: Effects,
  { _id, dueAt, tries, sending }: StoredNotice,
  { channel, reason }: Planned,
  acceptanceId: string | null,
): Promise<boolean> {
  const now = effects.now()
  const set = {
    state: 'sending',
    channel,
    reason,
    acceptanceId,
    tries: tries + 1,
    dueAt: addMilliseconds(now, sendingMs),
    ...(sending?.purpose === 'promotion' ? { promotedAt: now } : {}),
  }
  return (await effects.store.change('notices', { _id, state: 'planned', dueAt }, { set })) > 0
}
