import { record, type Journal } from '../books/journal'
import type { Account } from '../books/account'
import type { Instant } from '../kit/time'

/** Writes down what time alone has done to coupons: gifts that nobody took come back, and what is over lapses. */
export function settleCoupons(journal: Journal, now: Instant): Journal {
  if (!journal.account.coupons?.some((one) => endOf(one) <= now)) return journal
  const back = journal.account.coupons.reduce(
    (current, { couponId, sent }) =>
      sent && sent.until <= now
        ? record(current, { kind: 'coupon-recall', couponId, by: 'time' }, { at: sent.until })
        : current,
    journal,
  )
  return (back.account.coupons ?? []).reduce(
    (current, coupon) =>
      coupon.until <= now
        ? record(current, { kind: 'coupon-lapse', couponId: coupon.couponId, coupon }, { at: coupon.until })
        : current,
    back,
  )
}

/** When the clock has to look at an account for its coupons; null when never. */
export function nextCouponAt({ coupons }: Pick<Account, 'coupons'>): Instant | null {
  return (coupons ?? []).map(endOf).reduce<Instant | null>((first, at) => (!first || at < first ? at : first), null)
}

function endOf({ until, sent }: { until: Instant; sent?: { until: Instant } }): Instant {
  return sent && sent.until < until ? sent.until : until
}
