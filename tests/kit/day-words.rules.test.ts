import { dayWords, momentWords } from '../../shared/kit/day-words'

const now = '2026-06-01T04:00:00.000Z'

it('a day is said by month and day, with its year where that is another', () => {
  expect(dayWords('2026-06-02', now)).toEqual({ zh: '6 月 2 日', en: '2 Jun' })
  expect(dayWords('2027-01-31', now)).toEqual({ zh: '2027 年 1 月 31 日', en: '31 Jan 2027' })
  // In Shanghai the new year has begun.
  expect(dayWords('2027-01-31', '2026-12-31T16:00:00.000Z')).toEqual({ zh: '1 月 31 日', en: '31 Jan' })
})

it('a time of today is said alone, of another day with that day', () => {
  expect(momentWords('2026-06-01T01:41:00.000Z', now)).toEqual({ zh: '09:41', en: '09:41' })
  expect(momentWords('2026-05-31T15:59:00.000Z', now)).toEqual({ zh: '5 月 31 日 23:59', en: '31 May, 23:59' })
})
