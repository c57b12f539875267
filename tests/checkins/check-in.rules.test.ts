import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { fold } from '../../shared/books/evolve'
import { openJournal } from '../../shared/books/journal'
import { calendarOf } from '../../shared/checkins/calendar'
import { checkIn } from '../../shared/checkins/check-in'
import { makeUp } from '../../shared/checkins/make-up'
import { bonusOf } from '../../shared/checkins/streak'
import { addDays, startOfDay } from '../../shared/kit/time'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import {
  allowed,
  balanceIn,
  correct,
  entriesOf,
  newMember,
  programmeOf,
  stampAt,
  tierOf,
  type Book,
} from '../support/builders'

const terms = {
  points: 5,
  streaks: [
    { days: 3, points: 10 },
    { days: 7, points: 30 },
  ],
  makeUpPoints: 20,
}
const programme = programmeOf({ checkIn: terms })
const joinedOn = '2026-01-10'
const noon = (day: string) => startOfDay(day).replace('16:00', '16:30')
const visit = (book: Book, day: string, of = programme) =>
  checkIn(openJournal(book.account, stampAt(noon(day))), of, noon(day))
const pay = (book: Book, day: string, today: string, of = programme) =>
  makeUp(openJournal(book.account, stampAt(noon(today))), of, { day, at: noon(today) })
const dayAt = (n: number) => addDays(joinedOn, n)
const visits = (...days: number[]) =>
  days.reduce((book, n) => allowed(book, visit(book, dayAt(n))), newMember(programme))
const seen = (book: Book) => (book.account.checkIns ?? []).map(({ day, streak }) => [day.slice(5), streak])

describe('a check-in', () => {
  it('brings its points, and once a day', () => {
    const book = visits(0)
    expect(balanceIn(book)).toBe(5)
    expect(visit(book, dayAt(0))).toEqual({ ok: false, refusal: 'checked_in_already' })
    expect(balanceIn(allowed(book, visit(book, dayAt(1))))).toBe(10)
  })

  it('is refused where the programme has none', () => {
    expect(visit(newMember(programmeOf()), joinedOn, programmeOf())).toEqual({
      ok: false,
      refusal: 'check_in_not_offered',
    })
  })

  it('belongs to the day of Asia/Shanghai: two taps around midnight are two days, two taps before it one', () => {
    const tap = (book: Book, at: string) => checkIn(openJournal(book.account, stampAt(at)), programme, at)
    const before = allowed(newMember(programme), tap(newMember(programme), '2026-01-12T15:59:59.999Z'))
    expect(tap(before, '2026-01-12T15:59:59.999Z').ok).toBe(false)
    const after = allowed(before, tap(before, '2026-01-12T16:00:00.000Z'))
    expect(seen(after)).toEqual([
      ['01-12', 1],
      ['01-13', 2],
    ])
    expect(tap(after, '2026-01-13T15:59:59.999Z').ok).toBe(false)
  })

  it('that is written after one of the next day counts for its own day and joins the streak', () => {
    expect(seen(visits(1, 0))).toEqual([
      ['01-10', 1],
      ['01-11', 2],
    ])
  })

  it('brings more on the rewarded days of a streak, and begins anew after the longest', () => {
    expect([1, 2, 3, 6, 7, 8, 10, 14, 17].map((n) => bonusOf(terms, n))).toEqual([0, 0, 10, 0, 30, 0, 10, 30, 10])
    const week = visits(0, 1, 2, 3, 4, 5, 6)
    expect(entriesOf(week, 'check-in').map(({ earned }) => earned)).toEqual([5, 5, 15, 5, 5, 5, 35])
  })

  it('starts at the first day again after a gap', () => {
    expect(seen(visits(0, 1, 3)).at(-1)).toEqual(['01-13', 1])
  })

  it('pays off a debt first', () => {
    const owing = { ...newMember(programme) }
    const book = { ...owing, account: { ...owing.account, debt: 3 } }
    expect(visit(book, joinedOn)).toMatchObject({ value: { account: { debt: 0, lots: [{ points: 2 }] } } })
  })

  it('remembers this month and the one before, and no more', () => {
    const days = Array.from({ length: 90 }, (_, n) => n)
    const { checkIns = [] } = visits(...days).account
    expect([checkIns[0]?.day, checkIns.at(-1)?.streak]).toEqual(['2026-03-01', 90])
  })

  it('counts as earned: towards a tier by points, and at once', () => {
    const byPoints = programmeOf({
      checkIn: terms,
      tiers: [
        tierOf({ id: 'regular' }),
        tierOf({
          id: 'silver',
          qualification: { match: 'any', conditions: [{ kind: 'points-earned', atLeast: 10, within: 'month' }] },
        }),
      ],
    })
    const one = allowed(newMember(byPoints), visit(newMember(byPoints), dayAt(0), byPoints))
    expect(one.account.tierId).toBe('regular')
    const two = allowed(one, visit(one, dayAt(1), byPoints))
    expect(two.account).toMatchObject({ tierId: 'silver', totals: { pointsEarned: 10, orders: 0 } })
  })

  it('adds to the engagement score, which may lead to a tier', () => {
    const engaged = programmeOf({
      checkIn: { engagement: 2 },
      tiers: [
        tierOf({ id: 'regular' }),
        tierOf({ id: 'silver', qualification: { match: 'any', conditions: [{ kind: 'engagement', atLeast: 2 }] } }),
      ],
    })
    const book = allowed(newMember(engaged), visit(newMember(engaged), joinedOn, engaged))
    expect(book.account).toMatchObject({ tierId: 'silver', counters: { engagement: 2 } })
    expect(balanceIn(book)).toBe(0)
  })
})

it('what is over by a check-in is written down before it', () => {
  const { account, entries } = visits(0)
  const ending = { entries, account: { ...account, lots: [{ expiresAt: startOfDay(dayAt(1)), points: 5 }] } }
  const checked = visit(ending, dayAt(1))
  if (!checked.ok) throw new Error(checked.refusal)
  expect(checked.value.entries.map(({ kind }) => kind)).toEqual(['expire', 'check-in'])
})

describe('a missed day', () => {
  const rich = (book: Book) => correct(book, programme, 100, noon(dayAt(0)))

  it('is made up for with points, and the streak goes on as if it had not been missed', () => {
    const book = rich(visits(0, 1, 3, 4))
    const made = allowed(book, pay(book, dayAt(2), dayAt(5)))
    expect(seen(made).at(-1)).toEqual(['01-14', 5])
    expect(balanceIn(made) - balanceIn(book)).toBe(-20)
    expect(entriesOf(made, 'make-up')).toMatchObject([{ day: dayAt(2), burned: 20, points: -20 }])
  })

  it.each([
    ['a day that was not missed', dayAt(0), dayAt(5)],
    ['today', dayAt(5), dayAt(5)],
    ['a day to come', dayAt(6), dayAt(5)],
    ['a day before the member joined', '2026-01-09', dayAt(5)],
    ['a day of last month', dayAt(1), '2026-02-01'],
  ])('%s cannot be made up for', (_, day, today) => {
    expect(pay(rich(visits(0)), day, today)).toEqual({ ok: false, refusal: 'make_up_not_that_day' })
  })

  it('costs what the member must have, and is not offered where the programme says nothing', () => {
    expect(pay(visits(0), dayAt(1), dayAt(2))).toEqual({ ok: false, refusal: 'points_short', details: { short: 15 } })
    expect(pay(visits(0), dayAt(1), dayAt(2), programmeOf({ checkIn: { points: 5 } }))).toMatchObject({
      refusal: 'make_up_not_offered',
    })
  })

  it('costs what the member was shown, or nothing is taken', () => {
    const book = rich(visits(0))
    const pays = (shown: number) =>
      makeUp(openJournal(book.account, stampAt(noon(dayAt(2)))), programme, {
        day: dayAt(1),
        shown,
        at: noon(dayAt(2)),
      })
    expect([pays(20).ok, pays(19)]).toEqual([
      true,
      { ok: false, refusal: 'make_up_price_changed', details: { points: 20 } },
    ])
  })

  it('is not paid for with points that are over, whether the clock has come or not', () => {
    const { account, entries } = visits(0)
    const ending = { entries, account: { ...account, lots: [{ expiresAt: startOfDay(dayAt(3)), points: 100 }] } }
    expect(pay(ending, dayAt(1), dayAt(2)).ok).toBe(true)
    expect(pay(ending, dayAt(1), dayAt(3))).toMatchObject({ refusal: 'points_short' })
  })

  it('is not paid for under a debt, though lots would suffice again', () => {
    const { account, entries } = rich(visits(0))
    const owing = { entries, account: { ...account, debt: 10 } }
    expect(pay(owing, dayAt(1), dayAt(3))).toMatchObject({ refusal: 'points_short' })
  })

  it('once made up for is taken', () => {
    const book = rich(visits(0))
    const made = allowed(book, pay(book, dayAt(1), dayAt(3)))
    expect(pay(made, dayAt(1), dayAt(3))).toMatchObject({ refusal: 'make_up_not_that_day' })
    expect(visit(made, dayAt(1)).ok).toBe(false)
  })
})

describe('the month that a member sees', () => {
  /** The days of the design's picture, the twenty-first of May. */
  const pictured = () => {
    const may = (day: number) => `2026-05-${String(day).padStart(2, '0')}`
    const done = [3, 4, 5, 8, 9, 11, 12, 13, 15, 16, 17, 18, 19, 20]
    return done.reduce((book, n) => allowed(book, visit(book, may(n), demoTea)), newMember(demoTea))
  }
  const calendar = calendarOf(pictured().account, demoTea.checkIn!, noon('2026-05-21'))

  it('is the one of the design', () => {
    expect(calendar).toMatchObject({ checkedIn: false, streak: 6, points: 30, done: { days: 14, points: 106 } })
    expect(calendar.steps.map(({ streak, points, state }) => `${streak} ${points} ${state}`)).toEqual([
      '5 5 done',
      '6 5 done',
      '7 30 today',
      '8 5 ahead',
      '9 5 ahead',
      '10 50 ahead',
    ])
    expect(calendar.days.filter(({ bonus, state }) => bonus && state === 'ahead').map(({ day }) => day)).toEqual([
      '2026-05-24',
      '2026-05-28',
      '2026-05-31',
    ])
    expect(calendar.next).toEqual({ streak: 10, inDays: 3, points: 50 })
  })

  it('says what today has brought once it is done', () => {
    const book = pictured()
    const done = allowed(book, visit(book, '2026-05-21', demoTea))
    const after = calendarOf(done.account, demoTea.checkIn!, noon('2026-05-21'))
    expect(after).toMatchObject({ checkedIn: true, streak: 7, points: 30, done: { days: 15, points: 136 } })
    expect(after.steps[2]).toEqual({ streak: 7, points: 30, state: 'done' })
  })

  it('starts with nothing', () => {
    expect(calendarOf(newMember(programme).account, { points: 5 }, noon('2026-01-20'))).toMatchObject({
      streak: 0,
      points: 5,
      next: null,
      makeUp: null,
    })
  })
})

it('whatever days are visited and made up for, in any order: a day counts once, streaks are runs, the books add up', () => {
  const act = fc.record({
    pays: fc.boolean(),
    day: fc.integer({ min: 0, max: 40 }),
    back: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let book = correct(newMember(programme), programme, 200)
      let today = 0
      for (const { pays, day, back } of acts) {
        today = Math.max(today, day)
        const ruling = pays ? pay(book, dayAt(today - back), dayAt(today)) : visit(book, dayAt(day))
        if (ruling.ok) book = allowed(book, ruling)
      }
      const days = book.account.checkIns ?? []
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
      days.forEach(({ day, streak }, index) => {
        const before = days[index - 1]
        if (before && addDays(before.day, 1) === day) expect(streak).toBe(before.streak + 1)
        else if (before) expect(streak).toBe(1)
      })
      const visited = entriesOf(book, 'check-in').map(({ day }) => day)
      expect(new Set(visited).size).toBe(visited.length)
      expect(fold(book.entries)).toEqual(book.account)
      expect(auditAccount(book.account, balanceIn(book), book.entries)).toEqual([])
    }),
  )
})
