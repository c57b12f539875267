import { LegalHoliday, LunarDay, SolarDay } from 'tyme4ts'
import type { Calendar, Festival } from '../../shared/kit/calendar'
import type { Day } from '../../shared/kit/time'

/** The Chinese calendar: lunar festivals, public holidays as the State Council announced them, and the days that make up for them. */
export const chineseCalendar: Calendar = { festivalDay, isWorkingDay }

/** Where a festival stands in its own calendar, as month and day. */
const places: { [F in Festival]: { calendar: 'common' | 'lunar'; month: number; date: number } } = {
  'new-year': { calendar: 'common', month: 1, date: 1 },
  'spring-festival': { calendar: 'lunar', month: 1, date: 1 },
  'lantern-festival': { calendar: 'lunar', month: 1, date: 15 },
  'labour-day': { calendar: 'common', month: 5, date: 1 },
  'dragon-boat': { calendar: 'lunar', month: 5, date: 5 },
  qixi: { calendar: 'lunar', month: 7, date: 7 },
  'mid-autumn': { calendar: 'lunar', month: 8, date: 15 },
  'national-day': { calendar: 'common', month: 10, date: 1 },
  'double-eleven': { calendar: 'common', month: 11, date: 11 },
}

function festivalDay(festival: Festival, year: number): Day {
  const { calendar, month, date } = places[festival]
  // No lunar festival named here comes after the common year in which its lunar year begins.
  const day =
    calendar === 'common' ? SolarDay.fromYmd(year, month, date) : LunarDay.fromYmd(year, month, date).getSolarDay()
  return textOf(day)
}

/** Lists of dates ask for the same days again and again, and the library takes its time. */
const known = new Map<Day, boolean>()
const knownMax = 2_000

function isWorkingDay(day: Day): boolean {
  const answer = known.get(day) ?? isWorking(day)
  if (known.size >= knownMax) known.clear()
  known.set(day, answer)
  return answer
}

function isWorking(day: Day): boolean {
  const solar = solarOf(day)
  const announced = solar.getLegalHoliday()
  if (announced) return announced.isWork()
  if (isWeekend(solar)) return false
  return isAnnounced(solar.getYear()) || !isStatutory(solar)
}

/** A year's holidays are announced in the autumn before it; every announcement names New Year's Day. */
function isAnnounced(year: number): boolean {
  return LegalHoliday.fromYmd(year, 1, 1) !== null
}

/** The 13 days of the Regulation on Public Holidays for National Annual Festivals and Memorial Days, as amended in 2024. */
function isStatutory(day: SolarDay): boolean {
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
  if (fixed.includes(textOf(day).slice(5))) return true
  if (day.getTermDay().getSolarTerm().getName() === '清明' && day.getTermDay().getDayIndex() === 0) return true
  const lunar = [day, day.next(1)].map((one) => one.getLunarDay())
  const [today, tomorrow] = lunar.map((one) => `${one.getLunarMonth().getMonthWithLeap()}-${one.getDay()}`)
  return ['1-1', '1-2', '1-3', '5-5', '8-15'].includes(today ?? '') || tomorrow === '1-1'
}

function isWeekend(day: SolarDay): boolean {
  return [0, 6].includes(day.getWeek().getIndex())
}

function solarOf(day: Day): SolarDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return SolarDay.fromYmd(year, month, date)
}

function textOf(day: SolarDay): Day {
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${day.getYear()}-${pad(day.getMonth())}-${pad(day.getDay())}`
}
