import type { Account } from '../books/account'
import type { CouponSource } from '../books/coupon'
import { record, type Journal } from '../books/journal'
import { couponThing, lessThings } from '../books/owed'
import type { Instant } from '../kit/time'

/** The coupons and gifts that a journal has issued since it was opened further back. */
export function issuedSince(journal: Journal, before: Journal): string[] {
  return journal.entries
    .slice(before.entries.length)
    .flatMap((entry) => (entry.kind === 'coupon-issue' ? [couponThing(entry.coupon)] : []))
}

/** What of some things is not in the wallet any more, as far as its coupons are theirs. */
export function usedOf(
  { coupons = [] }: Pick<Account, 'coupons'>,
  things: readonly string[],
  isTheirs: (coupon: { source: CouponSource }) => boolean,
): string[] {
  return lessThings(things, coupons.filter(isTheirs).map(couponThing))
}

/**
 * What was used of a reward that was taken back, or given away, or let expire, is paid for by the next of the same that a
 * friend brings or that comes back unused: nobody has a coupon anew for having used one and returned its order.
 */
export function payOwed(journal: Journal, at: Instant): Journal {
  if (!journal.account.owes?.length) return journal
  return (journal.account.coupons ?? []).filter(isByFriends).reduce((current, coupon) => {
    const pays = couponThing(coupon)
    if (!current.account.owes?.includes(pays)) return current
    return record(current, { kind: 'coupon-withdraw', couponId: coupon.couponId, coupon, pays }, { at })
  }, journal)
}

function isByFriends({ source }: { source: CouponSource }): boolean {
  return source.by === 'rule' && source.why === 'referral'
}
