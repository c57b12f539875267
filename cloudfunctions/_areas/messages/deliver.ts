import type { noticeStates } from '../../../shared/messages/contract'
import type { Instant } from '../../../shared/kit/time'
import { messageData, pageOf, type Notice } from '../../../shared/messages/topics'
import type { Effects, PlatformAnswer } from '../../_runtime/effects'
import type { Terms } from '../../_runtime/terms'
import { openidOf, unspentOf, type Acceptance } from './acceptance'
import { recordAnswer } from './record-answer'

/** A notice as it is kept: what it says, which acceptance carries it, and what became of it. */
export type StoredNotice = Notice & {
  _id: string
  accountId: string
  at: Instant
  /** Time and key, by which a member's notices stand in order. */
  order: string
  state: (typeof noticeStates)[number]
  /** The acceptance that it is to go out by; null where it only stands in the member's list. */
  acceptanceId: string | null
  answer: PlatformAnswer | null
}

/** How often another acceptance is looked for when somebody else has taken the one that was chosen. */
const choicesMax = 5

/**
 * Brings one notice to a member: into their list, and to the phone by an acceptance where there is one. May be called any
 * number of times and by several at once; the message leaves at most once, because only who takes the one acceptance
 * that the notice names sends it. Where that was taken and no answer was ever written down, nobody knows whether it left:
 * it counts as unsure and is not tried again.
 */
export async function deliver(effects: Effects, terms: Terms, accountId: string, notice: Notice): Promise<void> {
  let stored = await keep(effects, terms, accountId, notice)
  for (let choice = 0; stored?.state === 'sending' && choice < choicesMax; choice += 1) {
    const { taken, acceptance } = await take(effects, stored)
    if (taken && acceptance)
      return recordAnswer(effects, stored, acceptance, await send(effects, terms, stored, acceptance))
    if (acceptance?.spentBy === stored._id) return giveUp(effects, stored)
    stored = await chooseAgain(effects, terms, stored)
  }
}

/** The notice as it stands, written down now or before; it names its acceptance from the first. */
async function keep(effects: Effects, terms: Terms, accountId: string, notice: Notice): Promise<StoredNotice | null> {
  const now = effects.now()
  const acceptanceId = mayGoOut(notice) ? await choose(effects, terms, accountId, notice.topic) : null
  const fresh: StoredNotice = {
    ...notice,
    _id: `notice:${accountId}:${notice.key}`,
    accountId,
    at: now,
    order: `${now} ${notice.key}`,
    state: acceptanceId ? 'sending' : 'inbox',
    acceptanceId,
    answer: null,
  }
  if ((await effects.store.insert('notices', [fresh])) === 'inserted') return fresh
  return effects.store.get<StoredNotice>('notices', fresh._id)
}

/** What the programme words itself goes by subscription message only where it says so; promotion never does. */
function mayGoOut({ sending }: Notice): boolean {
  return !sending || (sending.purpose === 'service' && sending.channels.includes('subscription'))
}

async function choose(
  effects: Effects,
  { shop }: Terms,
  accountId: string,
  topic: Notice['topic'],
): Promise<string | null> {
  const template = shop.templates?.[topic]
  if (!template) return null
  const unspent = await unspentOf(effects, accountId, topic)
  return unspent.find(({ templateId }) => templateId === template.templateId)?._id ?? null
}

async function take(
  effects: Effects,
  { _id, acceptanceId }: StoredNotice,
): Promise<{ taken: boolean; acceptance: Acceptance | null }> {
  if (!acceptanceId) return { taken: false, acceptance: null }
  const change = { set: { spentBy: _id, spentAt: effects.now() } }
  const taken = (await effects.store.change('acceptances', { _id: acceptanceId, spentBy: null }, change)) > 0
  return { taken, acceptance: await effects.store.get<Acceptance>('acceptances', acceptanceId) }
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

async function giveUp(effects: Effects, { _id }: StoredNotice): Promise<void> {
  await effects.store.change('notices', { _id, state: 'sending' }, { set: { state: 'unsure' } })
}

/** Another notice was quicker, or the member has said no meanwhile. */
async function chooseAgain(effects: Effects, terms: Terms, stored: StoredNotice): Promise<StoredNotice | null> {
  const { _id, accountId, topic, acceptanceId: before } = stored
  const acceptanceId = await choose(effects, terms, accountId, topic)
  const state = acceptanceId ? 'sending' : 'inbox'
  await effects.store.change(
    'notices',
    { _id, acceptanceId: before, state: 'sending' },
    { set: { acceptanceId, state } },
  )
  return effects.store.get<StoredNotice>('notices', _id)
}
