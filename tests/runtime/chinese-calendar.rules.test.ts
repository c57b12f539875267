import { chineseCalendar as calendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { festivals } from '../../shared/kit/calendar'

describe('the Chinese calendar', () => {
  test('festivals fall where the almanac has them', () => {
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

  test('a public holiday is no working day, and a weekend that makes up for it is one', () => {
    expect(calendar.isWorkingDay('2026-02-14')).toBe(true) // a Saturday, worked for the Spring Festival
    expect(calendar.isWorkingDay('2026-02-17')).toBe(false)
    expect(calendar.isWorkingDay('2026-10-01')).toBe(false)
    expect(calendar.isWorkingDay('2026-10-08')).toBe(true)
    expect(calendar.isWorkingDay('2026-10-10')).toBe(true)
    expect(calendar.isWorkingDay('2026-05-20')).toBe(true)
    expect(calendar.isWorkingDay('2026-05-23')).toBe(false)
  })

  test('a year whose holidays are not announced has those that the law names', () => {
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
