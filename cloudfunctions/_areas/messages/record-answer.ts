import type { Effects, PlatformAnswer } from '../../_runtime/effects'
import type { Acceptance } from './acceptance'
import type { StoredNotice } from './deliver'

/** The member has said no, or the platform has counted differently: this one is spent, and nothing more is sent unasked. */
const refusedCode = 43101
const noPermission = -604101

/**
 * Writes down what the platform answered, first on the notice, so that nothing is sent again whatever happens after. A
 * message that the platform did not take has not used up the acceptance, so that is free again; where the member has
 * refused, all others for the same topic end with it.
 */
export async function recordAnswer(
  effects: Effects,
  notice: StoredNotice,
  acceptance: Acceptance,
  answer: PlatformAnswer,
): Promise<void> {
  const state = stateOf(answer)
  if (state !== 'sent') effects.log({ event: 'message_not_sent', notice: notice._id, state, code: answer.errCode })
  await effects.store.change('notices', { _id: notice._id }, { set: { state, answer } })
  await (state === 'failed' ? release(effects, notice, acceptance) : close(effects, acceptance, answer))
  if (state === 'refused') await endOthers(effects, notice)
}

function stateOf({ errCode }: PlatformAnswer): 'sent' | 'refused' | 'failed' | 'unsure' {
  if (errCode === 0) return 'sent'
  if (errCode === refusedCode) return 'refused'
  // What the platform names by a code of its own it has surely not sent; a broken connection tells nothing.
  return errCode > 0 || errCode === noPermission ? 'failed' : 'unsure'
}

async function release(effects: Effects, notice: StoredNotice, { _id }: Acceptance): Promise<void> {
  const open = { set: { spentBy: null, spentAt: null } }
  await effects.store.change('acceptances', { _id, spentBy: notice._id }, open)
}

async function close(effects: Effects, { _id }: Acceptance, { errCode }: PlatformAnswer): Promise<void> {
  await effects.store.change('acceptances', { _id }, { set: { outcome: errCode }, unset: ['sealedOpenid'] })
}

async function endOthers(effects: Effects, { _id, accountId, topic }: StoredNotice): Promise<void> {
  const ended = { spentBy: _id, spentAt: effects.now(), outcome: refusedCode }
  await effects.store.change(
    'acceptances',
    { accountId, topic, spentBy: null },
    { set: ended, unset: ['sealedOpenid'] },
  )
}
