import type { Account } from '../books/account'
import type { Coupon } from '../books/coupon'
import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { addMilliseconds, type Instant } from '../kit/time'
import { issueOne } from './issue'
import { isSent, lastDayWords } from './usable'

/** How long a friend has to take it. */
export const giftMs = 24 * 3_600_000

export type SendRefusal = 'coupon_not_yours' | 'coupon_not_giftable' | 'coupon_sent' | 'coupon_over'

/** A coupon goes out by a link that one friend may take within a day; until then it is not used and not lost. */
export function sendCoupon(
  journal: Journal,
  { couponId, token, words, at }: { couponId: string; token: string; words?: string; at: Instant },
): Ruling<Journal, SendRefusal> {
  const coupon = held(journal.account, couponId)
  if (!coupon) return refuse('coupon_not_yours')
  if (coupon.until <= at) return refuse('coupon_over', lastDayWords(coupon, at))
  if (isSent(coupon, at)) return refuse('coupon_sent')
  if (!coupon.giftable || coupon.unlimited || coupon.source.by === 'friend') return refuse('coupon_not_giftable')
  const latest = addMilliseconds(at, giftMs)
  const until = latest < coupon.until ? latest : coupon.until
  const sent = { token, at, until, ...(words ? { words } : {}) }
  return allow(record(journal, { kind: 'coupon-send', couponId, sent }, { at }))
}

/** The sender takes it back before anybody has taken it. */
export function recallCoupon(
  journal: Journal,
  { couponId, at }: { couponId: string; at: Instant },
): Ruling<Journal, 'coupon_not_yours' | 'coupon_not_sent'> {
  const coupon = held(journal.account, couponId)
  if (!coupon) return refuse('coupon_not_yours')
  if (!isSent(coupon, at)) return refuse('coupon_not_sent')
  return allow(record(journal, { kind: 'coupon-recall', couponId, by: 'member' }, { at }))
}

export type TakeRefusal = 'gift_gone' | 'gift_own'

/** A friend takes it: it leaves the sender's account and stands on the friend's, who cannot pass it on once more. */
export function takeGift(
  sender: Journal,
  friend: Journal,
  { couponId, token, at }: { couponId: string; token: string; at: Instant },
): Ruling<{ sender: Journal; friend: Journal }, TakeRefusal> {
  if (sender.account.accountId === friend.account.accountId) return refuse('gift_own')
  const coupon = held(sender.account, couponId)
  if (!coupon || coupon.sent?.token !== token || !isSent(coupon, at)) return refuse('gift_gone')
  const to = friend.account.accountId
  const {
    couponId: _,
    no: _no,
    issuedAt: _at,
    source: _source,
    sent: _sent,
    among: _among,
    from,
    until,
    ...terms
  } = coupon
  const given = {
    source: { by: 'friend' as const, accountId: sender.account.accountId },
    at,
    span: { from, until },
  }
  return allow({
    sender: record(sender, { kind: 'coupon-pass', couponId, coupon, to }, { at }),
    friend: issueOne(friend, { ...terms, giftable: false, gift: token }, given),
  })
}

function held({ coupons }: Account, couponId: string): Coupon | undefined {
  return coupons?.find((one) => one.couponId === couponId)
}
