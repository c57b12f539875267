import type { CouponView } from '@shared/coupons/contract'
import { dayOf, daysBetween, type Day, type Instant } from '@shared/kit/time'
import { translator } from './i18n'
import type { Language } from './settings'
import { clockOf, dayWords as dayAlone, momentWords as momentAlone } from './time'

/** Whether it ends within three days: only then does time press. */
export function endsSoon({ until }: Pick<CouponView, 'until'>, now: Instant): boolean {
  return daysBetween(dayOf(now), lastDay(until)) <= 3
}

/** The last day on which it is good. */
export function lastDay(until: Instant): Day {
  return dayOf(minuteBefore(until))
}

/** 明天 23:59 到期 when that is close, else 5 月 31 日到期. */
export function untilWords(coupon: Pick<CouponView, 'until'>, now: Instant, language: Language): string {
  const t = translator(language)
  const date = dayWords(lastDay(coupon.until), now, language)
  if (!endsSoon(coupon, now)) return t('coupon.until', { date })
  return t('coupon.until.time', { time: `${date} ${clockOf(minuteBefore(coupon.until))}` })
}

/** 2026.05.18 – 06.18, the year of the end only where it is another one. */
export function spanWords({ from, until }: Pick<CouponView, 'from' | 'until'>): string {
  const [first, last] = [dayOf(from), lastDay(until)].map((day) => day.replace(/-/g, '.')) as [string, string]
  return `${first} – ${first.slice(0, 4) === last.slice(0, 4) ? last.slice(5) : last}`
}

/** The day on which a coupon begins to count, as people say it. */
export function fromDayWords({ from }: Pick<CouponView, 'from'>, now: Instant, language: Language): string {
  return dayWords(dayOf(from), now, language)
}

/** 明天到期, for where the hour does not matter. */
export function dayLeftWords({ until }: Pick<CouponView, 'until'>, now: Instant, language: Language): string {
  return translator(language)('coupon.until', { date: dayWords(lastDay(until), now, language) })
}

/** 5 月 18 日 15:20: a past moment with its clock, however long ago. */
export function pastWords(at: Instant, now: Instant, language: Language): string {
  return `${dayWords(dayOf(at), now, language)} ${clockOf(at)}`
}

function minuteBefore(until: Instant): Instant {
  return new Date(Date.parse(until) - 60_000).toISOString()
}

/** A day within a sentence. */
export function dayWords(day: Day, now: Instant, language: Language): string {
  return within(dayAlone(day, now, language))
}

/** A moment within a sentence. */
export function momentWords(at: Instant, now: Instant, language: Language): string {
  return within(momentAlone(at, now, language))
}

/** English begins `Tomorrow` with a capital only where the sentence begins. */
function within(words: string): string {
  return words.replace(/^(Today|Tomorrow|Yesterday)/, (word) => word.toLowerCase())
}
