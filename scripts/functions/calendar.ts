import type { Plugin } from 'esbuild'
import { chineseCalendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { festivals } from '../../shared/kit/calendar'
import { weekdayOf } from '../../shared/kit/period'
import { addDays } from '../../shared/kit/time'

/** The years that a deployed function knows the calendar of; each build goes by what is announced when it is made. */
export const yearsWorkedOut = { festivals: { from: 2000, to: 2060 }, days: { from: 2025, to: 2033 } }

/**
 * Puts the Chinese calendar into a bundle as the days that it comes to, worked out by the same code as everywhere else: the
 * library that works them out would be a sixth of a function.
 */
export const calendarWorkedOut: Plugin = {
  name: 'calendar-worked-out',
  setup(build) {
    build.onLoad({ filter: /[\\/]_runtime[\\/]chinese-calendar\.ts$/ }, () => ({ contents: workedOut(), loader: 'js' }))
  },
}

let known: string | undefined

/** A module with the same exports. */
export function workedOut(): string {
  known ??= `const years = ${JSON.stringify(yearsWorkedOut)}\nconst table = ${JSON.stringify(tableOf())}\n${reader}`
  return known
}

type Table = { festivals: { [name: string]: string[] }; others: string[] }

/** Of each year the day of each festival, and the days that are free on a weekday or worked on a weekend, as `MMDD`. */
function tableOf(): Table {
  const years = (of: keyof typeof yearsWorkedOut) => {
    const { from, to } = yearsWorkedOut[of]
    return Array.from({ length: to - from + 1 }, (_, n) => from + n)
  }
  const short = (day: string) => `${day.slice(5, 7)}${day.slice(8)}`
  return {
    festivals: Object.fromEntries(
      festivals.map((name) => [name, years('festivals').map((year) => short(chineseCalendar.festivalDay(name, year)))]),
    ),
    others: years('days').map((year) => daysOf(year).filter(isOtherwise).map(short).join(' ')),
  }
}

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day)
  return days
}

function isOtherwise(day: string): boolean {
  return chineseCalendar.isWorkingDay(day) !== weekdayOf(day) < 6
}

const reader = `
const others = table.others.map((days) => new Set(days.split(' ')))
const of = (list, year) => {
  const found = list[year - years.festivals.from]
  if (found === undefined) throw new Error('the calendar of ' + year + ' is not worked out; build the functions anew')
  return found
}
export const chineseCalendar = {
  festivalDay: (name, year) => {
    const day = of(table.festivals[name], year)
    return year + '-' + day.slice(0, 2) + '-' + day.slice(2)
  },
  isWorkingDay: (day) => {
    const weekday = new Date(day + 'T00:00:00.000Z').getUTCDay()
    const isWeekday = weekday !== 0 && weekday !== 6
    const year = others[Number(day.slice(0, 4)) - years.days.from]
    // Farther off nobody knows the holidays; weekends are free.
    return year && year.has(day.slice(5, 7) + day.slice(8)) ? !isWeekday : isWeekday
  },
}
`
