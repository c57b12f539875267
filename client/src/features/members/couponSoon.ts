import type { MemberHome } from '@shared/members/contract'
import { dayWords, endsSoon, lastDay } from '@/kit/coupon-time'
import type { Language } from '@/kit/settings'

/** The day on which the first coupon ends, where that is within three days; null where nothing presses. */
export function couponSoon({ coupons: { soonestUntil }, serverAt }: MemberHome, language: Language): string | null {
  if (soonestUntil === null || !endsSoon({ until: soonestUntil }, serverAt)) return null
  return dayWords(lastDay(soonestUntil), serverAt, language)
}
