import type { Topic } from '../../../shared/messages/topics'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { open, seal } from '../../_runtime/vault'

/** One message that a member agreed to, on one phone, for one template, whatever topic of it they tapped at. Spent by exactly one notice. */
export type Acceptance = {
  _id: string
  accountId: string
  topic: Topic
  templateId: string
  at: Instant
  /** So that the same request for something else is refused. */
  inputHash: string
  /** Whose phone agreed: the message goes there. Gone once the message is out. */
  sealedOpenid?: string
  /** The notice that took it; `declined` where the member said no, so that nothing is ever sent by it. */
  spentBy: string | null
  spentAt: Instant | null
  /** The platform's answer; null while it is open or was never heard. */
  outcome: number | null
}

/** More unspent ones than this of one member are not looked at. */
export const acceptancesMax = 50

/** The member's unspent acceptances, by topic, oldest first. Topics that share a template share them. */
export function unspentOf(effects: Effects, accountId: string): Promise<Acceptance[]> {
  return effects.store.find<Acceptance>('acceptances', {
    where: { accountId, spentBy: null },
    orderBy: [
      ['topic', 'asc'],
      ['at', 'asc'],
    ],
    limit: acceptancesMax,
  })
}

/** From member, request and topic, so that a retry writes the same and no two members ever share one. */
export function acceptanceId(accountId: string, requestId: string, topic: Topic): string {
  return `acceptance:${accountId}:${requestId}:${topic}`
}

export function sealOpenid(effects: Effects, id: string, openid: string): string {
  return seal(effects.secrets.vaultKey, openid, placeOf(id))
}

export function openidOf(effects: Effects, acceptance: Acceptance): string {
  return open(effects.secrets.vaultKey, acceptance.sealedOpenid ?? '', placeOf(acceptance._id))
}

function placeOf(id: string): string {
  return `acceptances/${id}/openid`
}
