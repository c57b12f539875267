import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { thousandsText } from '../../kit/money'
import { thingNameMax } from '../../programme/message-texts'
import { englishDate, monthAndDate } from '../topics/kind'

/** A day as texts say it: 9 月 30 日. */
export function dayWords(day: Day): Bilingual {
  return { zh: monthAndDate(day), en: englishDate(day) }
}

/** A number with its thousands parted: 1,500. */
export function numberWords(number: number): Bilingual {
  const text = thousandsText(number)
  return { zh: text, en: text }
}

/** What something is called, cut where a text has no room for more. */
export function nameWords({ zh, en }: Bilingual, max = thingNameMax): Bilingual {
  return { zh: cut(zh, max), en }
}

function cut(text: string, max: number): string {
  const all = [...text]
  return all.length > max ? `${all.slice(0, max - 1).join('')}…` : text
}
