import { LegalHoliday, LunarDay, SolarDay } from 'tyme4ts'
import { chineseCalendar as calendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { festivals, type Festival } from '../../shared/kit/calendar'

const places: [Festival, number, number][] = [
  ['spring-festival', 1, 1],
  ['lantern-festival', 1, 15],
  ['dragon-boat', 5, 5],
  ['qixi', 7, 7],
  ['mid-autumn', 8, 15],
]
const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
const pad = (number: number) => String(number).padStart(2, '0')
const textOf = (day: SolarDay) => `${day.getYear()}-${pad(day.getMonth())}-${pad(day.getDay())}`
const daysOf = (year: number) => {
  const days = [SolarDay.fromYmd(year, 1, 1)]
  for (let day = days[0]!.next(1); day.getYear() === year; day = day.next(1)) days.push(day)
  return days
}
const isWeekend = (day: SolarDay) => [0, 6].includes(day.getWeek().getIndex())

describe('the Chinese calendar', () => {
  it.each(places)('has %s of every year from 2020 to 2099 where the almanac has it', (festival, month, date) => {
    for (const year of years(2020, 2099))
      expect(calendar.festivalDay(festival, year)).toBe(textOf(LunarDay.fromYmd(year, month, date).getSolarDay()))
  })

  it('has working days as they were announced', () => {
    const announced = years(2020, 2099).filter((year) => LegalHoliday.fromYmd(year, 1, 1))
    expect(announced).toContain(2026)
    for (const day of announced.flatMap(daysOf))
      expect([textOf(day), calendar.isWorkingDay(textOf(day))]).toEqual([
        textOf(day),
        day.getLegalHoliday()?.isWork() ?? !isWeekend(day),
      ])
  })

  it('has Qingming of a year that is not announced where the almanac has it', () => {
    for (const day of years(2027, 2099).flatMap((year) => [4, 5, 6].map((date) => SolarDay.fromYmd(year, 4, date)))) {
      const isTerm = day.getTermDay().getSolarTerm().getName() === '清明' && day.getTermDay().getDayIndex() === 0
      expect([textOf(day), calendar.isWorkingDay(textOf(day))]).toEqual([textOf(day), !isTerm && !isWeekend(day)])
    }
  })

  it('festivals fall where the almanac has them', () => {
    expect(festivals.map((festival) => [festival, calendar.festivalDay(festival, 2026)])).toEqual([
      ['new-year', '2026-01-01'],
      ['spring-festival', '2026-02-17'],
      ['lantern-festival', '2026-03-03'],
      ['labour-day', '2026-05-01'],
      ['dragon-boat', '2026-06-19'],
      ['qixi', '2026-08-19'],
      ['mid-autumn', '2026-09-25'],
      ['national-day', '2026-10-01'],
      ['double-eleven', '2026-11-11'],
    ])
    expect(calendar.festivalDay('spring-festival', 2027)).toBe('2027-02-06')
    // 2025 had a leap sixth month.
    expect(calendar.festivalDay('qixi', 2025)).toBe('2025-08-29')
    expect(calendar.festivalDay('mid-autumn', 2025)).toBe('2025-10-06')
  })

  it('a public holiday is no working day, and a weekend that makes up for it is one', () => {
    expect(calendar.isWorkingDay('2026-02-14')).toBe(true) // a Saturday, worked for the Spring Festival
    expect(calendar.isWorkingDay('2026-02-17')).toBe(false)
    expect(calendar.isWorkingDay('2026-10-01')).toBe(false)
    expect(calendar.isWorkingDay('2026-10-08')).toBe(true)
    expect(calendar.isWorkingDay('2026-10-10')).toBe(true)
    expect(calendar.isWorkingDay('2026-05-20')).toBe(true)
    expect(calendar.isWorkingDay('2026-05-23')).toBe(false)
  })

  it('a year whose holidays are not announced has those that the law names', () => {
    const free = (year: number) =>
      Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(year, 0, 1 + n)))
        .filter((day) => day.getUTCDay() % 6 !== 0)
        .map((day) => day.toISOString().slice(0, 10))
        .filter((day) => !calendar.isWorkingDay(day))
    // 13 days; those on a weekend are free anyway.
    expect(free(2030)).toEqual([
      '2030-01-01',
      '2030-02-04',
      '2030-02-05',
      '2030-04-05',
      '2030-05-01',
      '2030-05-02',
      '2030-06-05',
      '2030-09-12',
      '2030-10-01',
      '2030-10-02',
      '2030-10-03',
    ])
  })
})
