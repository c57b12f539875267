import type { OutputOf } from '@shared/kit/contract'
import type { couponsSend } from '@shared/coupons/contract'
import { recall, remember } from '@/kit/storage'

/** A coupon that is on its way: the link's secret and until when a friend may take it. */
export type Gift = OutputOf<typeof couponsSend>

/** Kept on the phone, so that the same link can be sent once more while nobody has taken it. */
export function keepGift(couponId: string, gift: Gift): void {
  const now = new Date().toISOString()
  const fresh = Object.entries(recall<{ [id: string]: Gift }>('gifts') ?? {}).filter(([, { until }]) => until > now)
  remember('gifts', { ...Object.fromEntries(fresh), [couponId]: gift })
}

export function giftKept(couponId: string): Gift | null {
  return recall<{ [id: string]: Gift }>('gifts')?.[couponId] ?? null
}

/** The page that a gift's link opens. */
export function giftPath(gift: string): string {
  return `/pages/gift/index?gift=${encodeURIComponent(gift)}`
}

/** The whole address of it, for a browser. */
export function giftLink(gift: string): string {
  return process.env.TARO_ENV === 'h5' ? `${location.origin}/#${giftPath(gift)}` : giftPath(gift)
}
