import { balanceOf } from '../../books/account'
import { isOn, type Period } from '../../kit/period'
import { addDays, dayOf, isDay, startOfDay, type Day } from '../../kit/time'
import type { Occasion } from './kind'
import { dayWords, numberWords } from './words'

/** News of each such day of the week or month, or as a period of the year begins; not after the day, or the period. */
export const every: Occasion<'every'> = {
  ofMany: true,
  atOnce: false,
  occurrences: ({ when }, { account, now, on, text }) =>
    beginnings(when, dayOf(now)).map((day) => ({
      mark: day,
      at: on(day),
      until: startOfDay(addDays(lastDayOf(when, day), 1)),
      told: () => ({
        topic: 'news',
        facts: { text: text({ points: numberWords(balanceOf(account)), day: dayWords(day) }), on: day },
      }),
    })),
}

/** Every day of a week or a month comes again within two months. */
const daysMax = 400

/** Days on which something is on: that day, if it is one of those, and the next ones, two at most. */
export function daysAhead(when: Period, from: Day): Day[] {
  const found: Day[] = []
  let day = when.kind === 'dates' && when.from > from ? when.from : from
  for (let count = 0; count < daysMax && found.length < 2; count += 1) {
    if (when.kind === 'dates' && day > when.to) break
    if (isOn(when, day)) found.push(day)
    day = addDays(day, 1)
  }
  return found
}

/** The years after which 29 February has surely come again. */
const yearsMax = 8

/** The days on which it is told, from the one of a period that still runs on; periods of a year are told of as they begin. */
function beginnings(when: Period, today: Day): Day[] {
  if (when.kind === 'dates') return today <= when.to ? [when.from] : []
  if (when.kind !== 'yearly') return daysAhead(when, today)
  const year = Number(today.slice(0, 4))
  const days = Array.from({ length: yearsMax + 2 }, (_, index) => `${year - 1 + index}-${when.from}`)
  return days.filter((day) => isDay(day) && lastDayOf(when, day) >= today).slice(0, 2)
}

function lastDayOf(when: Period, day: Day): Day {
  if (when.kind === 'dates') return when.to
  if (when.kind !== 'yearly') return day
  const year = when.from <= when.to ? day.slice(0, 4) : String(Number(day.slice(0, 4)) + 1)
  return `${year}-${when.to}`
}
