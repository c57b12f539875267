import type { Coupon } from '../books/coupon'
import type { Entry } from '../books/entry'
import { addMilliseconds, type Instant } from '../kit/time'
import type { Duty, Promised } from './duty'

/** 2026-11: what points were swapped for leaves the shop within three days, since no programme says otherwise. */
export const sendWithinMs = 3 * 24 * 3_600_000

/** What one entry promises, keeps or drops; null for entries that touch no promise. At most one promise an entry. */
export function dutyOf(entry: Entry): Duty | null {
  const { seq, at } = entry
  const proof = { id: entry._id, at: entry.recordedAt, staffId: entry.actor ?? null }
  switch (entry.kind) {
    case 'exchange':
      return promisedBy(entry, seq)
    case 'exchange-reroute':
      return { does: 'reroute', what: whatOfExchange(entry), seq, at, ...toSend(at) }
    case 'exchange-fulfil':
      return { does: 'prove', what: whatOfExchange(entry), seq, at, proof, storeId: entry.storeId }
    case 'exchange-release': {
      const reason = entry.reason === 'cancelled' ? 'cancelled' : 'not-claimed'
      return { does: 'drop', what: whatOfExchange(entry), seq, at, reason }
    }
    case 'entitlement':
      return { does: 'prove', what: whatOfEntitlement(entry), seq, at, proof, storeId: entry.storeId }
    case 'entitlement-undone':
      return { does: 'unprove', what: whatOfEntitlement(entry), seq, at, proofId: entry.reverses, gone: false }
    default:
      return dutyOfCoupon(entry)
  }
}

/** A gift lies in the member's wallet as a coupon; the shop owes it until it is handed out or its time is over. */
function dutyOfCoupon(entry: Entry): Duty | null {
  const { seq, at } = entry
  switch (entry.kind) {
    case 'coupon-issue': {
      const { coupon } = entry
      if (!isGift(coupon)) return null
      const { couponId, name, until } = coupon
      return { does: 'promise', what: whatOfCoupon({ couponId }), seq, at, ...gift(name, until) }
    }
    case 'coupon-redeem': {
      if (!isGift(entry.coupon)) return null
      const { storeId, coupon } = entry
      const proof = { id: entry._id, at: entry.recordedAt, staffId: entry.actor ?? null }
      // What may be used as often as the member likes stays promised until it ends.
      return coupon.unlimited ? null : { does: 'prove', what: whatOfCoupon(entry), seq, at, proof, storeId }
    }
    case 'coupon-return':
      if (!isGift(entry.coupon)) return null
      return { does: 'unprove', what: whatOfCoupon(entry), seq, at, proofId: null, gone: entry.ended }
    case 'coupon-lapse':
      return isGift(entry.coupon) ? { does: 'drop', what: whatOfCoupon(entry), seq, at, reason: 'not-claimed' } : null
    case 'coupon-withdraw':
      return isGift(entry.coupon) ? { does: 'drop', what: whatOfCoupon(entry), seq, at, reason: 'taken-back' } : null
    case 'coupon-pass':
      return isGift(entry.coupon) ? { does: 'drop', what: whatOfCoupon(entry), seq, at, reason: 'passed-on' } : null
    default:
      return null
  }
}

function promisedBy(entry: Extract<Entry, { kind: 'exchange' }>, seq: number): Duty | null {
  const { at, name, count, storeId, until, way } = entry
  if (way === 'at-once') return null
  const what = whatOfExchange({ exchangeNo: entry.exchangeNo })
  const shown = count > 1 ? { zh: `${name.zh} × ${count}`, en: `${name.en} × ${count}` } : name
  const common = { does: 'promise', what, seq, at, name: shown, times: 1 } as const
  if (way === 'post') return { ...common, ...toSend(at) }
  return { ...common, kind: 'hand-out', owner: 'till', storeId, dueAt: until, reviewAt: null }
}

function toSend(at: Instant): Pick<Promised, 'kind' | 'owner' | 'storeId' | 'dueAt' | 'reviewAt'> {
  const dueAt = addMilliseconds(at, sendWithinMs)
  return { kind: 'send', owner: 'parcels', storeId: null, dueAt, reviewAt: dueAt }
}

function gift(name: Promised['name'], until: Instant): Promised {
  return { kind: 'gift', name, times: 1, owner: 'till', storeId: null, dueAt: until, reviewAt: null }
}

function isGift({ worth }: Coupon): boolean {
  return worth.kind === 'gift'
}

function whatOfExchange({ exchangeNo }: { exchangeNo: number }): string {
  return `exchange-${exchangeNo}`
}

function whatOfCoupon({ couponId }: { couponId: string }): string {
  return couponId
}

/** What is promised by a monthly entitlement: it, in one month. */
export function whatOfEntitlement({ code, window }: { code: string; window: string }): string {
  return `entitlement-${code}@${window}`
}
