import type { Account, EnrolmentSource } from '../books/account'
import type { Consent, LinkFact } from '../books/entry'
import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { qualifyByJoining, qualifyByOrders, type OrderMade } from '../referrals/friend'
import { qualifiesUntil } from '../referrals/terms'

export type Linking = { provedBy: LinkFact['provedBy']; consent: Consent; at: Instant; brought?: Brought | null }

/** A member's link that somebody opened at an instant, and what their phone says of itself. */
export type Brought = Pick<EnrolmentSource, 'installation' | 'network'> & {
  referrerId: string
  at: Instant
  /** What they have bought since others enrolled them, the first order first, less what was refunded. */
  orders: readonly OrderMade[]
}

/**
 * Who has proved the phone number of a member opens that account by their own WeChat too. It brings no second gift. Where
 * a friend's link had brought them before staff or a till enrolled them, it counts as if they had joined by it that day.
 */
export function link(
  journal: Journal,
  { provedBy, consent, at, brought = null }: Linking,
  programme: Programme,
): Journal {
  if (!brought || !isBroughtBy(journal.account, brought))
    return record(journal, { kind: 'link', provedBy, consent }, { at })
  const { orders, at: _, ...known } = brought
  const { enrolledAt } = journal.account
  const until = programme.referral ? { until: qualifiesUntil(programme.referral, enrolledAt) } : {}
  const linked = record(journal, { kind: 'link', provedBy, consent, came: { ...known, ...until } }, { at })
  const joined = qualifyByJoining(linked, programme, at)
  return qualifyByOrders(joined, programme, orders)
}

/** Whether a friend's link brought somebody first: before they were a member, and nobody else's did. */
export function isBroughtBy(
  { accountId, source, enrolledAt }: Pick<Account, 'accountId' | 'source' | 'enrolledAt'>,
  { referrerId, at }: Pick<Brought, 'referrerId' | 'at'>,
): boolean {
  return source.kind !== 'wechat' && source.referrerId === undefined && referrerId !== accountId && at <= enrolledAt
}
