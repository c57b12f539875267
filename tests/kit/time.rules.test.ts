import fc from 'fast-check'
import {
  addDays,
  addMilliseconds,
  addMonths,
  canonicalInstant,
  dayOf,
  endOfMonth,
  isDay,
  monthOf,
  startOfDay,
} from '../../shared/kit/time'

const instants = fc
  .integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) })
  .map((milliseconds) => new Date(milliseconds).toISOString())
const days = instants.map(dayOf)

describe('a day in Shanghai', () => {
  it.each([
    ['2026-05-19T15:59:59.999Z', '2026-05-19'],
    ['2026-05-19T16:00:00.000Z', '2026-05-20'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('of %s is %s', (instant, day) => {
    expect(dayOf(instant)).toBe(day)
  })

  it('begins at its first instant and not a millisecond before', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayOf(startOfDay(day))).toBe(day)
        expect(dayOf(addMilliseconds(startOfDay(day), -1))).toBe(addDays(day, -1))
      }),
    )
  })

  it('agrees with the time zone table of the platform', () => {
    const table = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    fc.assert(fc.property(instants, (instant) => expect(dayOf(instant)).toBe(table.format(new Date(instant)))))
  })
})

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', 3, '2026-06-30'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-05-20', 0, '2026-05-20'],
    ['2026-05-20', 120, '2036-05-20'],
  ])('%s and %d months is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later)
  })

  it.each([
    ['2026-02-01', '2026-02-28'],
    ['2028-02-10', '2028-02-29'],
    ['2100-02-10', '2100-02-28'],
    ['2026-04-30', '2026-04-30'],
    ['2026-12-01', '2026-12-31'],
  ])('the month of %s ends on %s', (day, last) => {
    expect(endOfMonth(day)).toBe(last)
  })

  it('never skips a month, and a day lies before the end of its month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 240 }), (day, months) => {
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(index(addMonths(day, months))).toBe(index(day) + months)
        expect(endOfMonth(day) >= day).toBe(true)
        expect(monthOf(addDays(endOfMonth(day), 1))).not.toBe(monthOf(day))
      }),
    )
  })
})

describe('texts of time', () => {
  it('counts days forth and back to where it began', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) =>
        expect(addDays(addDays(day, n), -n)).toBe(day),
      ),
    )
  })

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', '2027-02-29'])('knows that %s is no day', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('knows a day, leap days included', () => {
    expect([isDay('2028-02-29'), isDay('2026-12-31')]).toEqual([true, true])
  })

  it('writes an instant in one form only, whose text order is its time order', () => {
    expect(canonicalInstant('2026-05-20T04:00:00Z')).toBe('2026-05-20T04:00:00.000Z')
    expect(canonicalInstant('2026-05-20T12:00:00+08:00')).toBe('2026-05-20T04:00:00.000Z')
    expect(canonicalInstant('soon')).toBeNull()
    fc.assert(fc.property(instants, instants, (a, b) => expect(a < b).toBe(Date.parse(a) < Date.parse(b))))
  })
})
