import type { Topic } from '../../../shared/messages/topics'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { QueryOf } from '../../_runtime/store'
import type { Shop } from '../../_runtime/terms'
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

/** More unspent ones than this of one member and template are not looked at; nobody is asked for more by then. */
export const acceptancesMax = 20

/**
 * The member's unspent acceptances for the templates in force, of each template the oldest, in one trip. Topics that share a
 * template share them. What was agreed to for a template that the shop has no more is not looked at, so it stands in
 * nothing's way; where the shop takes the template again it counts again, as it does with WeChat.
 */
export async function unspentOf(effects: Effects, { templates = {} }: Shop, accountId: string): Promise<Acceptance[]> {
  const inForce = [...new Set(Object.values(templates).flatMap((one) => one?.templateId ?? []))]
  if (inForce.length === 0) return []
  const queries = inForce.map((templateId) => unspentFor(accountId, templateId))
  const found = await effects.store.findTogether({ collection: 'accounts', id: accountId }, queries)
  return (found ?? []).flat() as Acceptance[]
}

function unspentFor(accountId: string, templateId: string): QueryOf {
  const where = { accountId, spentBy: null, templateId }
  return { collection: 'acceptances', where, orderBy: [['at', 'asc']], limit: acceptancesMax }
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
