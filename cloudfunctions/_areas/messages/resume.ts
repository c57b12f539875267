import { addMilliseconds } from '../../../shared/kit/time'
import { againAt, subscriptionOutcome } from '../../../shared/messages/outcomes'
import type { Effects } from '../../_runtime/effects'
import type { Terms } from '../../_runtime/terms'
import { unspentOf, type Acceptance } from './acceptance'
import { sendingMs } from './begin'
import { sendBy } from './carry'
import type { StoredNotice } from './notice'
import { recordAnswer } from './record-answer'
import { sendSubscription } from './send-subscription'

/**
 * Goes on with a notice that somebody began to send and did not end, or whose answer never came. Before its acceptance was
 * taken nothing can have left. Afterwards nobody here knows; but the platform counts acceptances as well, one message each, so
 * where this was the last one it is asked again: the message leaves now, or the platform says that the acceptance is used up.
 * With another acceptance open it would come twice, and so would a text or a mail; of these it stays unknown whether they left.
 */
export async function resume(effects: Effects, terms: Terms, found: StoredNotice): Promise<'done' | 'again'> {
  const notice = await takeOver(effects, found)
  if (!notice) return 'done'
  const { _id, acceptanceId, channel } = notice
  if (channel !== 'subscription' || !acceptanceId) return giveUp(effects, notice)
  const acceptance = await effects.store.get<Acceptance>('acceptances', acceptanceId)
  if (acceptance && acceptance.spentBy !== _id) return sendBy(effects, terms, notice, acceptance)
  return acceptance && (await isLast(effects, acceptance))
    ? askAgain(effects, terms, notice, acceptance)
    : giveUp(effects, notice)
}

/** Of several who find it one goes on; the others leave it be as long as that one may live. */
async function takeOver(effects: Effects, notice: StoredNotice): Promise<StoredNotice | null> {
  const { _id, dueAt } = notice
  const mine = { dueAt: addMilliseconds(effects.now(), sendingMs) }
  const taken = await effects.store.change('notices', { _id, state: 'sending', dueAt }, { set: mine })
  return taken > 0 ? { ...notice, ...mine } : null
}

/** Whether the member has agreed to nothing more by the same template, on whatever phone. */
async function isLast(effects: Effects, { accountId, templateId, sealedOpenid }: Acceptance): Promise<boolean> {
  const others = await unspentOf(effects, accountId)
  return sealedOpenid !== undefined && others.every((one) => one.templateId !== templateId)
}

async function askAgain(effects: Effects, terms: Terms, notice: StoredNotice, acceptance: Acceptance): Promise<'done'> {
  const answer = await sendSubscription(effects, terms, notice, acceptance)
  const outcome = subscriptionOutcome(answer)
  if (outcome === 'sent') {
    await recordAnswer(effects, notice, 'subscription', answer, acceptance)
    return 'done'
  }
  const tries = notice.tries + 1
  const next = outcome === 'again' || outcome === 'unsure' ? againAt(tries, effects.now()) : null
  effects.log({ event: 'message_not_resumed', notice: notice._id, outcome, code: answer.errCode })
  const set = { answer, tries, dueAt: next, ...(next ? {} : { state: 'unsure' }) }
  await effects.store.change('notices', { _id: notice._id, state: 'sending', dueAt: notice.dueAt }, { set })
  return 'done'
}

/** Nobody knows whether it left, so it is never sent again by itself. */
async function giveUp(effects: Effects, { _id }: StoredNotice): Promise<'done'> {
  await effects.store.change('notices', { _id, state: 'sending' }, { set: { state: 'unsure', dueAt: null } })
  return 'done'
}
