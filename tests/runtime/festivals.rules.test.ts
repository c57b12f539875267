import { chineseCalendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { festivalCalendar } from '../../cloudfunctions/_runtime/festivals'
import { festivals } from '../../shared/kit/calendar'

describe('the days of festivals', () => {
  it.each(festivals.map((festival) => [festival]))(
    '%s is the day of the whole calendar, from 2020 to 2099',
    (festival) => {
      for (let year = 2020; year <= 2099; year += 1)
        expect([year, festivalCalendar.festivalDay(festival, year)]).toEqual([
          year,
          chineseCalendar.festivalDay(festival, year),
        ])
    },
  )

  it('are those that everybody knows', () =>
    expect([
      festivalCalendar.festivalDay('spring-festival', 2027),
      festivalCalendar.festivalDay('mid-autumn', 2026),
      festivalCalendar.festivalDay('dragon-boat', 2028),
    ]).toEqual(['2027-02-06', '2026-09-25', '2028-05-28']))
})
