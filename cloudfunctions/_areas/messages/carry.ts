import { unfitKeys } from '../../../shared/messages/limits'
import type { Planned } from '../../../shared/messages/plan'
import { messageData, pageOf } from '../../../shared/messages/topics'
import type { Effects, PlatformAnswer } from '../../_runtime/effects'
import type { Terms } from '../../_runtime/terms'
import { openidOf, type Acceptance } from './acceptance'
import { begin } from './begin'
import { carryBeside } from './carry-beside'
import type { StoredNotice } from './notice'
import { recordAnswer, recordUnfit } from './record-answer'
import type { MemberSituation } from './situation'

/**
 * Does with one notice what was planned. Whoever writes it down as being sent has the right to send it, and nobody else; a
 * subscription message besides needs its acceptance, which is taken by one notice only. `again`: somebody was quicker with
 * the acceptance, so it has to be planned anew.
 */
export async function carry(
  effects: Effects,
  terms: Terms,
  member: MemberSituation,
  planned: Planned,
): Promise<'done' | 'again'> {
  const notice = member.due.find(({ _id }) => _id === planned.id)
  if (!notice) return 'done'
  if (planned.channel === 'inbox' || planned.channel === 'none') return settle(effects, notice, planned)
  if (planned.at > effects.now()) return wait(effects, notice, planned)
  if (planned.channel === 'subscription') return carrySubscription(effects, terms, member, { notice, planned })
  return carryBeside(effects, terms, member, { notice, planned })
}

/** Goes on with one that somebody began to send and did not end: by the acceptance it names, or not at all. */
export async function resume(effects: Effects, terms: Terms, notice: StoredNotice): Promise<'done' | 'again'> {
  const { _id, acceptanceId, channel } = notice
  if (channel !== 'subscription' || !acceptanceId) return giveUp(effects, notice)
  const acceptance = await effects.store.get<Acceptance>('acceptances', acceptanceId)
  if (!acceptance || acceptance.spentBy === _id) return giveUp(effects, notice)
  return sendBy(effects, terms, notice, acceptance)
}

async function settle(effects: Effects, notice: StoredNotice, { channel, reason }: Planned): Promise<'done'> {
  const { _id, dueAt, tries } = notice
  // What was tried in vain until its time was over is a failure, and a manager sees it.
  const isLost = tries > 0 && (reason === 'too-late' || reason === 'over-by-morning')
  const state = isLost ? 'failed' : channel === 'none' ? 'silent' : 'inbox'
  const set = { state, reason, dueAt: null, ...(isLost ? { waitsSince: effects.now() } : { channel: null }) }
  await effects.store.change('notices', { _id, state: 'planned', dueAt }, { set })
  return 'done'
}

async function wait(effects: Effects, { _id, dueAt }: StoredNotice, { at, reason }: Planned): Promise<'done'> {
  await effects.store.change('notices', { _id, state: 'planned', dueAt }, { set: { dueAt: at, reason } })
  return 'done'
}

async function carrySubscription(
  effects: Effects,
  terms: Terms,
  { acceptances }: MemberSituation,
  { notice, planned }: { notice: StoredNotice; planned: Planned },
): Promise<'done' | 'again'> {
  const template = terms.shop.templates?.[notice.topic]
  const unfit = unfitKeys(messageData(notice, template?.keys))
  if (unfit.length > 0) return recordUnfit(effects, notice, unfit)
  const oldest = acceptances
    .filter(({ templateId }) => templateId === template?.templateId)
    .reduce<Acceptance | null>((first, one) => (first === null || one.at < first.at ? one : first), null)
  if (!oldest) return 'again'
  acceptances.splice(acceptances.indexOf(oldest), 1)
  if (!(await begin(effects, notice, planned, oldest._id))) return 'done'
  return sendBy(effects, terms, { ...notice, tries: notice.tries + 1, acceptanceId: oldest._id }, oldest)
}

/** Takes the acceptance that the notice names; only who took it sends. */
async function sendBy(
  effects: Effects,
  terms: Terms,
  notice: StoredNotice,
  acceptance: Acceptance,
): Promise<'done' | 'again'> {
  const change = { set: { spentBy: notice._id, spentAt: effects.now() } }
  const taken = await effects.store.change('acceptances', { _id: acceptance._id, spentBy: null }, change)
  if (taken === 0) return lost(effects, notice, acceptance._id)
  const answer = await send(effects, terms, notice, acceptance)
  await recordAnswer(effects, notice, 'subscription', answer, acceptance)
  return 'done'
}

/** Another notice was quicker with the acceptance, the member has said no meanwhile, or it was this very notice. */
async function lost(effects: Effects, notice: StoredNotice, acceptanceId: string): Promise<'done' | 'again'> {
  const acceptance = await effects.store.get<Acceptance>('acceptances', acceptanceId)
  if (acceptance?.spentBy === notice._id) return giveUp(effects, notice)
  const set = { state: 'planned', acceptanceId: null, dueAt: notice.at, tries: Math.max(0, notice.tries - 1) }
  await effects.store.change('notices', { _id: notice._id, state: 'sending', acceptanceId }, { set })
  return 'again'
}

function send(
  effects: Effects,
  { shop }: Terms,
  notice: StoredNotice,
  acceptance: Acceptance,
): Promise<PlatformAnswer> {
  return effects.platform.sendSubscribeMessage({
    openid: openidOf(effects, acceptance),
    templateId: acceptance.templateId,
    page: pageOf(notice),
    data: messageData(notice, shop.templates?.[notice.topic]?.keys),
  })
}

/** Nobody knows whether it left, so it is never sent again by itself. */
async function giveUp(effects: Effects, { _id }: StoredNotice): Promise<'done'> {
  const set = { state: 'unsure', dueAt: null, waitsSince: effects.now() }
  await effects.store.change('notices', { _id, state: 'sending' }, { set })
  return 'done'
}
