import type { Calendar, Festival } from '../../shared/kit/calendar'
import type { Day } from '../../shared/kit/time'

/**
 * The days of festivals alone. 2026-11: from a table, because every function that settles accounts needs them and the
 * library of the whole Chinese calendar is a sixth of a bundle; Node.js's own calendar has Spring Festival of 2027 a day late.
 * A test holds the table to the library.
 */
export const festivalCalendar: Pick<Calendar, 'festivalDay'> = { festivalDay }

const common: { [F in Festival]?: string } = {
  'new-year': '01-01',
  'labour-day': '05-01',
  'national-day': '10-01',
  'double-eleven': '11-11',
}

/** The order of the lunar festivals in a year of the table. */
const lunar: readonly Festival[] = ['spring-festival', 'lantern-festival', 'dragon-boat', 'qixi', 'mid-autumn']

function festivalDay(festival: Festival, year: number): Day {
  const monthDay = common[festival] ?? days[year]?.split(' ')[lunar.indexOf(festival)]
  if (!monthDay) throw new Error(`no ${festival} of ${year} in the table`)
  return `${year}-${monthDay}`
}

const days: { [year: number]: string } = {}
