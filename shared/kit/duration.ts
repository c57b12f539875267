import { addDays, addMonths, endOfMonth, startOfDay, type Day, type Instant } from './time'

/**
 * How long something lasts, as a merchant writes it: `30 days`, `12 months`, `1 year`, each with an optional end it is
 * rounded up to (`12 months to month-end`), or an end alone (`to year-end`: the rest of this year).
 */
export type Duration = { amount: number; unit: Unit; to: End | null }
type Unit = 'day' | 'month' | 'year'
type End = 'month-end' | 'quarter-end' | 'year-end'

const form = /^(?:(\d{1,4}) (day|month|year)s?)?(?:(?:^| )to (month|quarter|year)-end)?$/

/** The duration of a text, or null when it is none. Zero amounts are none. */
export function readDuration(text: string): Duration | null {
  const match = form.exec(text)
  if (!match || text === '') return null
  const [, amount, unit, end] = match
  if (amount !== undefined && Number(amount) === 0) return null
  return { amount: Number(amount ?? 0), unit: (unit ?? 'day') as Unit, to: end ? (`${end}-end` as End) : null }
}

/** The last day of a duration that begins on a day: 12 months from 10 May end on 10 May of the next year. */
export function lastDayOf(text: string, from: Day): Day {
  const duration = readDuration(text)
  if (!duration) throw new Error(`no duration: ${text}`)
  const after = dayAfter(duration, from)
  if (duration.to === null) return after
  return duration.to === 'month-end' ? endOfMonth(after) : endOfPeriod(after, duration.to === 'year-end' ? 12 : 3)
}

/** The first instant at which it is over. */
export function endOfDuration(text: string, from: Day): Instant {
  return startOfDay(addDays(lastDayOf(text, from), 1))
}

/** A duration in words: 12 个月，到月底. */
export function durationWords(text: string): { zh: string; en: string } {
  const duration = readDuration(text)
  if (!duration) return { zh: text, en: text }
  const { amount, unit, to } = duration
  const length = { zh: `${amount} ${units[unit]}`, en: `${amount} ${unit}${amount === 1 ? '' : 's'}` }
  if (!to) return length
  if (amount === 0) return { zh: `到${ends[to]}`, en: `until the ${to.replace('-end', '')} ends` }
  return { zh: `${length.zh}，到${ends[to]}`, en: `${length.en}, to the end of that ${to.replace('-end', '')}` }
}

const units = { day: '天', month: '个月', year: '年' }
const ends = { 'month-end': '月底', 'quarter-end': '季度末', 'year-end': '年底' }

function dayAfter({ amount, unit }: Duration, from: Day): Day {
  if (unit === 'day') return addDays(from, amount)
  return addMonths(from, unit === 'year' ? amount * 12 : amount)
}

function endOfPeriod(day: Day, months: number): Day {
  const month = Number(day.slice(5, 7))
  const last = Math.ceil(month / months) * months
  return endOfMonth(`${day.slice(0, 5)}${String(last).padStart(2, '0')}-01`)
}
