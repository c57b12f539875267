import type { Bilingual } from './fields'
import { clockText, dayOf, type Day, type Instant } from './time'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as a Chinese sentence says it, `6 月 2 日`. */
export function monthAndDate(day: Day): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

/** A day as an English sentence says it, `2 Jun`. */
export function englishDate(day: Day): string {
  const [, month = 1, date] = day.split('-').map(Number)
  return `${date} ${months[month - 1]}`
}

/** A day in both languages, with its year where that is not the year of `now`. */
export function dayWords(day: Day, now: Instant): Bilingual {
  const [zh, en, year] = [monthAndDate(day), englishDate(day), day.slice(0, 4)]
  return dayOf(now).startsWith(year) ? { zh, en } : { zh: `${year} 年 ${zh}`, en: `${en} ${year}` }
}

/** A time of today, `14:05`, and of another day with that day, in both languages. */
export function momentWords(at: Instant, now: Instant): Bilingual {
  const time = clockText(at)
  if (dayOf(at) === dayOf(now)) return { zh: time, en: time }
  const { zh, en } = dayWords(dayOf(at), now)
  return { zh: `${zh} ${time}`, en: `${en}, ${time}` }
}
