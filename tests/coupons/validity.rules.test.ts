import fc from 'fast-check'
import { addDays, dayOf } from '../../shared/kit/time'
import { weekdayOf } from '../../shared/kit/period'
import { birthdaySpan, spanOf } from '../../shared/coupons/validity'
import { noon } from '../support/coupons'

const lastDay = (valid: Parameters<typeof spanOf>[0], at: string, birthday: string | null = null) => {
  const span = spanOf(valid, { at: noon(at), birthday })
  return span && [dayOf(span.from), addDays(dayOf(span.until), -1)]
}

describe('a coupon is good', () => {
  it.each([
    ['30 days', '2026-05-10', '2026-06-09'],
    ['to month-end', '2026-02-01', '2026-02-28'],
    ['to month-end', '2028-02-29', '2028-02-29'],
    ['1 month', '2026-01-31', '2026-02-28'],
    ['1 year', '2028-02-29', '2029-02-28'],
    ['to year-end', '2026-12-31', '2026-12-31'],
  ])('for %s from %s on until the end of %s', (lasts, from, last) => {
    expect(lastDay({ kind: 'from-issue', lasts }, from)).toEqual([from, last])
  })

  it('on fixed days, and is not issued once they are over', () => {
    const valid = { kind: 'dates' as const, from: '2026-05-01', to: '2026-05-05' }
    expect(lastDay(valid, '2026-04-20')).toEqual(['2026-05-01', '2026-05-05'])
    expect(lastDay(valid, '2026-05-05')).toEqual(['2026-05-01', '2026-05-05'])
    expect(lastDay(valid, '2026-05-06')).toBeNull()
  })

  it.each([
    ['day', '05-21', '2026-05-21', ['2026-05-21', '2026-05-21']],
    ['day', '02-29', '2026-02-10', ['2026-02-28', '2026-02-28']],
    ['day', '02-29', '2028-02-10', ['2028-02-29', '2028-02-29']],
    ['month', '02-29', '2028-02-01', ['2028-02-01', '2028-02-29']],
    ['month', '05-21', '2026-06-01', null],
    ['week', '05-21', '2026-05-24', ['2026-05-18', '2026-05-24']],
    ['week', '05-21', '2026-05-25', null],
    // The week of a birthday on New Year's Day begins in the old year.
    ['week', '01-01', '2025-12-28', null],
    ['week', '01-01', '2025-12-29', ['2025-12-29', '2026-01-04']],
    ['week', '01-01', '2026-01-04', ['2025-12-29', '2026-01-04']],
    ['week', '12-31', '2026-01-02', ['2025-12-29', '2026-01-04']],
  ] as const)('in the %s of a birthday on %s, seen on %s', (span, birthday, at, days) => {
    expect(lastDay({ kind: 'birthday', span }, at, birthday)).toEqual(days)
  })

  it('around no birthday where none is known', () => {
    expect(lastDay({ kind: 'birthday', span: 'month' }, '2026-05-01')).toBeNull()
  })

  it('in a week from Monday to Sunday with the birthday in it, whatever the year', () => {
    const birthdays = fc.integer({ min: 0, max: 365 }).map((n) => addDays('2024-01-01', n).slice(5))
    fc.assert(
      fc.property(birthdays, fc.integer({ min: 2024, max: 2060 }), (birthday, year) => {
        const week = birthdaySpan(birthday, 'week', year)!
        const day = birthdaySpan(birthday, 'day', year)!
        expect(weekdayOf(dayOf(week.from))).toBe(1)
        expect(addDays(dayOf(week.from), 7)).toBe(dayOf(week.until))
        expect(week.from <= day.from && day.until <= week.until).toBe(true)
      }),
    )
  })
})
