import type { Account } from '../books/account'
import { record, type Journal } from '../books/journal'
import type { OrderNumber, Suspicion } from '../books/referral'
import { isSameOrder } from '../books/standing-orders'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { giveThings, rewardBack, rewardCode, rewardEntryId, rewardOf, takeThingsBack, undoneEntryId } from './give'
import { byJoining } from './terms'

/** An order as far as a referral looks at it. `by`: a holder of a shared card made it, and not the account's own member. */
export type OrderMade = OrderNumber & { amountFen: number; at: Instant; by?: unknown }

/**
 * The first of the friend's orders that is large enough, in time and their own makes the referral count, where it waits for
 * one; the others are remembered, so that it counts on by them when that one goes back. A till may tell of an order after
 * the clock has let the referral lapse; made in time, it counts. Who is rewarded is left to the clock, so an order costs
 * nothing more for it.
 */
export function qualifyByOrders(journal: Journal, programme: Programme, orders: readonly OrderMade[]): Journal {
  const { referral, enrolledAt } = journal.account
  const terms = programme.referral
  if (!referral || !terms || byJoining(terms)) return journal
  if (referral.state !== 'waiting' && referral.state !== 'lapsed') return journal
  const { orderFromFen: fromFen } = terms.completedBy
  const { until } = referral
  const [first, ...others] = orders
    .filter(({ amountFen, at, by }) => !by && amountFen >= fromFen && at >= enrolledAt && at < until)
    .map(({ storeId, orderId, amountFen: leftFen, at }) => ({ storeId, orderId, at, leftFen }))
  if (!first) return journal
  const { leftFen: _, ...order } = { ...first, fromFen }
  const standing = others.length > 0 ? { standing: others } : {}
  return record(journal, { kind: 'referral-qualify', order, ...standing }, { at: order.at })
}

/** Joining makes it count, where the programme asks for no more. */
export function qualifyByJoining(journal: Journal, { referral: terms }: Programme, at: Instant): Journal {
  if (journal.account.referral?.state !== 'waiting' || !terms || !byJoining(terms)) return journal
  return record(journal, { kind: 'referral-qualify', order: null }, { at })
}

/**
 * What the clock makes of the referral that a member came by: one that counts brings the friend's reward, or waits for a
 * manager where something is suspicious; one whose time is over lapses. Nothing when there is nothing to do.
 */
export function settleReferral(
  journal: Journal,
  programme: Programme,
  { now, suspicions }: { now: Instant; suspicions: readonly Suspicion[] },
): Journal {
  const { referral } = journal.account
  if (!referral) return journal
  if (referral.state === 'waiting')
    return referral.until <= now ? record(journal, { kind: 'referral-lapse' }, { at: referral.until }) : journal
  if (referral.state !== 'qualified') return journal
  const terms = programme.referral
  if (!terms) return record(journal, { kind: 'referral-lapse' }, { at: now })
  if (suspicions.length > 0 && !referral.cleared)
    return record(journal, { kind: 'referral-review', suspicions: [...suspicions] }, { at: now })
  return rewardFriend(journal, programme, { gives: terms.friend, round: referral.round, at: now })
}

function rewardFriend(
  journal: Journal,
  programme: Programme,
  { gives, round, at }: { gives: Parameters<typeof giveThings>[2]['gives']; round: number; at: Instant },
): Journal {
  const side = { role: 'friend' as const, friendId: journal.account.accountId, round }
  const reward = rewardOf(journal, programme, { gives, at })
  const given = record(journal, { kind: 'referral-reward', ...side, ...reward }, { at, id: rewardEntryId(side) })
  return giveThings(given, programme, { gives, code: rewardCode(side), at })
}

/** When the clock has to look at a referral; null when never. */
export function nextReferralAt({ referral }: Pick<Account, 'referral'>): Instant | null {
  if (referral?.state === 'waiting') return referral.until
  return referral?.state === 'qualified' ? referral.since : null
}

/** A manager's word on a referral that waits for it. */
export function decideReferral(
  journal: Journal,
  { allowed, reason, at }: { allowed: boolean; reason: string; at: Instant },
): Ruling<Journal, 'referral_not_in_review'> {
  if (journal.account.referral?.state !== 'review') return refuse('referral_not_in_review')
  return allow(record(journal, { kind: 'referral-decide', allowed, reason }, { at }))
}

/**
 * After a refund that leaves too little of the order: the referral counts on by another order that stands, and nobody loses
 * anything. Without one it no longer counts and what the friend got for it is taken back; until its time is over another order
 * may make it count again. What was spent meanwhile follows the programme's policy for a shortfall.
 */
export function undoByRefund(
  journal: Journal,
  programme: Programme,
  { order: refunded, leftFen, at }: { order: OrderNumber; leftFen: number; at: Instant },
): Ruling<Journal, 'refund_points_spent'> {
  const { account } = journal
  const { referral } = account
  const order = referral?.order
  if (!referral || !order || !isSameOrder(order, refunded) || leftFen >= order.fromFen) return allow(journal)
  if (referral.state !== 'qualified' && referral.state !== 'review' && referral.state !== 'rewarded')
    return allow(journal)
  const [other] = referral.standing ?? []
  if (other) {
    const { leftFen: _, ...by } = other
    return allow(record(journal, { kind: 'referral-keep', order: { ...by, fromFen: order.fromFen } }, { at }))
  }
  const { reward = { points: 0, expiresAt: null }, round } = referral
  const side = { role: 'friend' as const, friendId: account.accountId, round }
  const back = rewardBack(account, reward, rewardCode(side))
  if (back.owed > 0 && programme.refundShortfall === 'block') return refuse('refund_points_spent', { short: back.owed })
  const undone = record(
    journal,
    { kind: 'referral-undone', ...side, ...back },
    { at, id: undoneEntryId(side), ...(referral.reward ? { reverses: rewardEntryId(side) } : {}) },
  )
  return allow(takeThingsBack(undone, rewardCode(side), at))
}
