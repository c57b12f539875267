import type { Account } from './account'
import type { PurchaseFact, RefundFact } from './entry'
import type { OrderNumber, Referred, StandingOrder } from './referral'

/** How many other orders a referral remembers: whoever gives more than these back has to buy once more. */
const standingMax = 20

/** The referral after one more order of the friend's: one that would make it count as well is remembered. */
export function withStanding(
  referral: Referred,
  { storeId, orderId, amountFen, holderId, at }: PurchaseFact & { at: string },
  enrolledAt: string,
): Referred {
  const { order, until, standing = [] } = referral
  if (!order || holderId || amountFen < order.fromFen || at < enrolledAt || at >= until) return referral
  return { ...referral, ...standingOf([...standing, { storeId, orderId, at, leftFen: amountFen }]) }
}

/** The referral after a refund of another order, which stands as long as enough is left of it. */
export function withoutRefunded(
  { referral }: Pick<Account, 'referral'>,
  { storeId, orderId, amountFen }: RefundFact,
): Pick<Account, 'referral'> {
  if (!referral?.order || !referral.standing) return {}
  const { standing: before, ...kept } = referral
  const { fromFen } = referral.order
  const left = before.map((one) =>
    isSameOrder(one, { storeId, orderId }) ? { ...one, leftFen: one.leftFen - amountFen } : one,
  )
  return { referral: { ...kept, ...standingOf(left.filter(({ leftFen }) => leftFen >= fromFen)) } }
}

/** So many other orders of a referral, the oldest first; nothing where there is none. */
export function standingOf(orders: readonly StandingOrder[]): Pick<Referred, 'standing'> {
  return orders.length > 0 ? { standing: [...orders].sort(oldestFirst).slice(0, standingMax) } : {}
}

export function isSameOrder(one: OrderNumber, other: OrderNumber): boolean {
  return one.storeId === other.storeId && one.orderId === other.orderId
}

function oldestFirst(one: StandingOrder, other: StandingOrder): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0
}
