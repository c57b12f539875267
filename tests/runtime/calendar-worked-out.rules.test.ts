import { chineseCalendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { workedOut, yearsWorkedOut } from '../../scripts/functions/calendar'
import { festivals, type Calendar } from '../../shared/kit/calendar'
import { addDays } from '../../shared/kit/time'

const source = workedOut().replace('export const chineseCalendar =', 'return')
// eslint-disable-next-line no-new-func -- it is the module that a bundle holds, as text
const inBundle = new Function(source)() as Calendar

describe('the calendar in a bundle', () => {
  it('answers as the library does, of every festival and every day that is worked out', () => {
    const { from, to } = yearsWorkedOut.festivals
    for (let year = from; year <= to; year += 1)
      for (const name of festivals)
        expect([name, inBundle.festivalDay(name, year)]).toEqual([name, chineseCalendar.festivalDay(name, year)])
    const wrong: string[] = []
    const last = `${yearsWorkedOut.days.to}-12-31`
    for (let day = `${yearsWorkedOut.days.from}-01-01`; day <= last; day = addDays(day, 1))
      if (inBundle.isWorkingDay(day) !== chineseCalendar.isWorkingDay(day)) wrong.push(day)
    expect(wrong).toEqual([])
  })

  it('says of a year that is not worked out that it is not', () => {
    expect(() => inBundle.festivalDay('qixi', 2100)).toThrow('2100 is not worked out')
    expect([inBundle.isWorkingDay('2100-05-03'), inBundle.isWorkingDay('2100-05-08')]).toEqual([true, false])
  })
})
