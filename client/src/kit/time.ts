import { addDays, dayOf, type Day, type Instant } from '@shared/kit/time'
import type { Language } from './settings'
import { translator } from './i18n'

/** A day as people say it: today, tomorrow and yesterday as words, the year only when it is another one. */
export function dayWords(day: Day, now: Instant, language: Language): string {
  const today = dayOf(now)
  const t = translator(language)
  if (day === today) return t('day.today')
  if (day === addDays(today, 1)) return t('day.tomorrow')
  if (day === addDays(today, -1)) return t('day.yesterday')
  return dateWords(day, today.slice(0, 4), language)
}

/** Whether a day is close enough for a member to act now: within a month. Farther off, a warning would be false urgency. */
export function isSoon(day: Day, now: Instant): boolean {
  return day <= addDays(dayOf(now), 31)
}

/** `今天 12:06`, `5 月 18 日`: the clock only on days near enough for it to matter. */
export function momentWords(at: Instant, now: Instant, language: Language): string {
  const day = dayOf(at)
  const near = day >= addDays(dayOf(now), -1)
  return near ? `${dayWords(day, now, language)} ${clockOf(at)}` : dayWords(day, now, language)
}

/** Hours and minutes in the shop's time zone. */
export function clockOf(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)
}

/** `14:31:02` in the shop's time zone. */
export function secondsOf(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 19)
}

/** What is left of a span as `4:52`; a span that is over is `0:00`. */
export function leftWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function monthWords(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-')
  return language === 'en' ? `${longMonths[Number(number) - 1]} ${year}` : `${year} 年 ${Number(number)} 月`
}

/** `5 月` without a year. */
export function monthName(day: Day, language: Language): string {
  const number = Number(day.slice(5, 7))
  return language === 'en' ? (longMonths[number - 1] ?? '') : `${number} 月`
}

/** `5 月 18 日` without a year. */
export function shortDay(day: Day, language: Language): string {
  return dateWords(day, day.slice(0, 4), language)
}

function dateWords(day: Day, thisYear: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (language === 'en') {
    const words = `${Number(date)} ${(longMonths[Number(month) - 1] ?? '').slice(0, 3)}`
    return year === thisYear ? words : `${words} ${year}`
  }
  const words = `${Number(month)} 月 ${Number(date)} 日`
  return year === thisYear ? words : `${year} 年 ${words}`
}

const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
