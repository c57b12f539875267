import type { Calendar, Festival } from '../../shared/kit/calendar'
import { weekdayOf } from '../../shared/kit/period'
import { addDays, type Day } from '../../shared/kit/time'

/**
 * The Chinese calendar: lunar festivals, public holidays as the State Council announced them, and the days that make up for
 * them. 2026-11: from tables, because every function that settles accounts needs them and the library of the whole calendar
 * is a sixth of a bundle; Node.js's own calendar has Spring Festival of 2027 a day late. A test holds the tables to the library.
 */
export const chineseCalendar: Calendar = { festivalDay, isWorkingDay }

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

function isWorkingDay(day: Day): boolean {
  const [year, monthDay] = [Number(day.slice(0, 4)), day.slice(5)]
  const isWeekend = weekdayOf(day) > 5
  const announced = holidays[year]
  if (announced) return isWeekend ? announced.worked.includes(monthDay) : !announced.free.includes(monthDay)
  return !isWeekend && !statutoryDays(year).includes(day)
}

/** The 13 days of the Regulation on Public Holidays for National Annual Festivals and Memorial Days, as amended in 2024. */
function statutoryDays(year: number): Day[] {
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((monthDay) => `${year}-${monthDay}`)
  const spring = festivalDay('spring-festival', year)
  const newYears = [-1, 0, 1, 2].map((after) => addDays(spring, after))
  return [...fixed, ...newYears, qingming(year), festivalDay('dragon-boat', year), festivalDay('mid-autumn', year)]
}

/** The fifth solar term by the usual formula, which holds for this century. */
function qingming(year: number): Day {
  const ofCentury = year % 100
  return `${year}-04-0${Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)}`
}

/** By year: weekdays on which offices are closed, and weekends on which they work. A year is added when it is announced, each November. */
const holidays: { [year: number]: { free: string; worked: string } } = {
  2020: {
    free: '01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26 10-01 10-02 10-05 10-06 10-07 10-08',
    worked: '01-19 04-26 05-09 06-28 09-27 10-10',
  },
  2021: {
    free: '01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21 10-01 10-04 10-05 10-06 10-07',
    worked: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  2022: {
    free: '01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12 10-03 10-04 10-05 10-06 10-07',
    worked: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  2023: {
    free: '01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06',
    worked: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  2024: {
    free: '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    free: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    free: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    worked: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
}

const days: { [year: number]: string } = {
  2020: '01-25 02-08 06-25 08-25 10-01',
  2021: '02-12 02-26 06-14 08-14 09-21',
  2022: '02-01 02-15 06-03 08-04 09-10',
  2023: '01-22 02-05 06-22 08-22 09-29',
  2024: '02-10 02-24 06-10 08-10 09-17',
  2025: '01-29 02-12 05-31 08-29 10-06',
  2026: '02-17 03-03 06-19 08-19 09-25',
  2027: '02-06 02-20 06-09 08-08 09-15',
  2028: '01-26 02-09 05-28 08-26 10-03',
  2029: '02-13 02-27 06-16 08-16 09-22',
  2030: '02-03 02-17 06-05 08-05 09-12',
  2031: '01-23 02-06 06-24 08-24 10-01',
  2032: '02-11 02-25 06-12 08-12 09-19',
  2033: '01-31 02-14 06-01 08-01 09-08',
  2034: '02-19 03-05 06-20 08-20 09-27',
  2035: '02-08 02-22 06-10 08-10 09-16',
  2036: '01-28 02-11 05-30 08-28 10-04',
  2037: '02-15 03-01 06-18 08-17 09-24',
  2038: '02-04 02-18 06-07 08-07 09-13',
  2039: '01-24 02-07 05-27 08-26 10-02',
  2040: '02-12 02-26 06-14 08-14 09-20',
  2041: '02-01 02-15 06-03 08-03 09-10',
  2042: '01-22 02-05 06-22 08-22 09-28',
  2043: '02-10 02-24 06-11 08-11 09-17',
  2044: '01-30 02-13 05-31 07-31 10-05',
  2045: '02-17 03-03 06-19 08-19 09-25',
  2046: '02-06 02-20 06-08 08-08 09-15',
  2047: '01-26 02-09 05-29 08-27 10-04',
  2048: '02-14 02-28 06-15 08-16 09-22',
  2049: '02-02 02-16 06-04 08-05 09-11',
  2050: '01-23 02-06 06-23 08-23 09-30',
  2051: '02-11 02-25 06-13 08-12 09-19',
  2052: '02-01 02-15 06-01 08-01 09-07',
  2053: '02-19 03-05 06-20 08-20 09-26',
  2054: '02-08 02-22 06-10 08-10 09-16',
  2055: '01-28 02-11 05-30 08-29 10-05',
  2056: '02-15 02-29 06-17 08-17 09-24',
  2057: '02-04 02-18 06-06 08-06 09-13',
  2058: '01-24 02-07 06-25 08-25 10-02',
  2059: '02-12 02-26 06-14 08-14 09-21',
  2060: '02-02 02-16 06-03 08-02 09-09',
  2061: '01-21 02-04 06-22 08-21 09-28',
  2062: '02-09 02-23 06-11 08-11 09-17',
  2063: '01-29 02-12 06-01 08-01 10-06',
  2064: '02-17 03-02 06-19 08-19 09-25',
  2065: '02-05 02-19 06-08 08-08 09-15',
  2066: '01-26 02-09 05-28 08-27 10-03',
  2067: '02-14 02-28 06-16 08-16 09-23',
  2068: '02-03 02-17 06-04 08-04 09-11',
  2069: '01-23 02-06 06-23 08-23 09-29',
  2070: '02-11 02-25 06-13 08-12 09-19',
  2071: '01-31 02-14 06-02 08-02 09-08',
  2072: '02-19 03-04 06-20 08-20 09-26',
  2073: '02-07 02-21 06-10 08-10 09-16',
  2074: '01-27 02-10 05-30 08-28 10-05',
  2075: '02-15 03-01 06-17 08-18 09-24',
  2076: '02-05 02-19 06-06 08-06 09-12',
  2077: '01-24 02-07 06-24 08-24 10-01',
  2078: '02-12 02-26 06-14 08-14 09-20',
  2079: '02-02 02-16 06-04 08-03 09-10',
  2080: '01-22 02-05 06-22 08-21 09-28',
  2081: '02-09 02-23 06-11 08-11 09-17',
  2082: '01-29 02-12 06-01 07-31 10-06',
  2083: '02-17 03-03 06-19 08-19 09-26',
  2084: '02-06 02-20 06-07 08-08 09-14',
  2085: '01-26 02-09 05-27 08-26 10-03',
  2086: '02-14 02-28 06-15 08-15 09-22',
  2087: '02-03 02-17 06-05 08-05 09-11',
  2088: '01-24 02-07 06-23 08-23 09-29',
  2089: '02-10 02-24 06-13 08-12 09-18',
  2090: '01-30 02-13 06-02 08-02 09-08',
  2091: '02-18 03-04 06-21 08-21 09-27',
  2092: '02-07 02-21 06-09 08-09 09-16',
  2093: '01-27 02-10 05-29 08-28 10-05',
  2094: '02-15 03-01 06-17 08-17 09-24',
  2095: '02-05 02-19 06-06 08-06 09-13',
  2096: '01-25 02-08 06-24 08-24 09-30',
  2097: '02-12 02-26 06-14 08-13 09-20',
  2098: '02-01 02-15 06-04 08-03 09-09',
  2099: '01-21 02-04 06-23 08-22 09-29',
}
