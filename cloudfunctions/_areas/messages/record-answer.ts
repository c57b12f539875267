import {
  againAt,
  mailOutcome,
  subscriptionOutcome,
  textOutcome,
  type Answer,
  type Outcome,
} from '../../../shared/messages/outcomes'
import type { Way } from '../../../shared/messages/plan'
import type { Effects, PlatformAnswer } from '../../_runtime/effects'
import type { Acceptance } from './acceptance'
import type { StoredNotice } from './notice'
import { decide } from './preferences'

const outcomes: { [W in Way]: (answer: Answer) => Outcome } = {
  subscription: subscriptionOutcome,
  text: textOutcome,
  mail: mailOutcome,
}

/**
 * Writes down what was answered, first on the notice, so that nothing is sent again whatever happens after. What surely did
 * not leave is tried again after a pause, so many times, and then waits for a manager; it has not used up its acceptance. Where
 * the member refuses, what they agreed to ends: acceptances of the same template, or the consent to texts or mail.
 */
export async function recordAnswer(
  effects: Effects,
  notice: StoredNotice,
  way: Way,
  answer: PlatformAnswer,
  acceptance: Acceptance | null,
): Promise<void> {
  const outcome = outcomes[way](answer)
  const { _id, tries } = notice
  if (outcome !== 'sent') effects.log({ event: 'message_not_sent', notice: _id, way, outcome, code: answer.errCode })
  const next = outcome === 'again' ? againAt(tries, effects.now()) : null
  const state = next ? 'planned' : outcome === 'again' ? 'failed' : outcome
  const didNotLeave = outcome === 'again' || outcome === 'failed'
  const undone = didNotLeave ? { acceptanceId: null, promotedAt: null } : {}
  const waits = state === 'failed' || state === 'unsure' ? { waitsSince: effects.now() } : {}
  await effects.store.change('notices', { _id }, { set: { state, answer, dueAt: next, ...undone, ...waits } })
  if (acceptance) await (didNotLeave ? release(effects, notice, acceptance) : close(effects, acceptance, answer))
  if (outcome === 'refused')
    await (acceptance ? endOthers(effects, notice, acceptance, answer) : endConsent(effects, notice, way))
}

/** An argument that the platform would not take: nothing is sent and nothing spent; a manager sees it. */
export async function recordUnfit(effects: Effects, { _id }: StoredNotice, keys: readonly string[]): Promise<'done'> {
  const answer: PlatformAnswer = { errCode: 47003, errMsg: `not sent: ${keys.join(', ')} does not fit` }
  const set = { state: 'failed', channel: 'subscription', dueAt: null, answer, waitsSince: effects.now() }
  await effects.store.change('notices', { _id, state: 'planned' }, { set })
  return 'done'
}

async function release(effects: Effects, notice: StoredNotice, { _id }: Acceptance): Promise<void> {
  const open = { set: { spentBy: null, spentAt: null } }
  await effects.store.change('acceptances', { _id, spentBy: notice._id }, open)
}

async function close(effects: Effects, { _id }: Acceptance, { errCode }: PlatformAnswer): Promise<void> {
  await effects.store.change('acceptances', { _id }, { set: { outcome: errCode }, unset: ['sealedOpenid'] })
}

async function endOthers(
  effects: Effects,
  { _id, accountId }: StoredNotice,
  { templateId }: Acceptance,
  { errCode }: PlatformAnswer,
): Promise<void> {
  const ended = { spentBy: _id, spentAt: effects.now(), outcome: errCode }
  await effects.store.change(
    'acceptances',
    { accountId, templateId, spentBy: null },
    { set: ended, unset: ['sealedOpenid'] },
  )
}

async function endConsent(effects: Effects, { _id, accountId }: StoredNotice, way: Way): Promise<void> {
  const kind = way === 'text' ? 'text' : 'mail'
  const decision = {
    id: `refused-${_id}`,
    inputHash: '',
    by: 'platform' as const,
    change: { kind, on: false } as const,
  }
  const decided = await decide(effects, accountId, decision)
  // Whoever is not reached next time either brings it up again, so nothing is lost by a moment's contention.
  if (typeof decided === 'string') effects.log({ event: 'consent_not_ended', notice: _id, way, why: decided })
}
