import fc from 'fast-check'
import { checkIn } from '../../shared/checkins/check-in'
import { openJournal } from '../../shared/books/journal'
import { addDays, dayOf, timeOn, type Instant } from '../../shared/kit/time'
import { withCheckInReminder } from '../../shared/messages/check-in-reminder'
import { noticesAt } from '../../shared/messages/notices'
import { nextNoticeAt, nothingTold, withEntries, type Telling } from '../../shared/messages/telling'
import { chineseCalendar as calendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import type { Programme } from '../../shared/programme/schema'
import { allowed, firstDay, newMember, programmeOf, stampAt, type Book } from '../support/builders'

const programme = programmeOf({ checkIn: { points: 5 } })
const blank = newMember(programme, 'account-1', firstDay)
const consent = { termsVersion: '1', privacyVersion: '1', at: firstDay }
const member: Book = { ...blank, account: { ...blank.account, consent } }
const day = '2026-05-21'
const before = addDays(day, -1)
const after = addDays(day, 1)
const at = (clock: string, on = day) => timeOn(on, clock)

type Life = { book: Book; telling: Telling }
const life: Life = { book: member, telling: nothingTold }
const asks = ({ book, telling }: Life, now: Instant, shop = programme): Life => ({
  book,
  telling: withCheckInReminder(telling, book.account, { programme: shop, now }),
})
function visits({ book, telling }: Life, now: Instant): Life {
  const visited = allowed(book, checkIn(openJournal(book.account, stampAt(now)), programme, now))
  const added = visited.entries.slice(book.entries.length)
  return { book: visited, telling: withEntries(telling, visited.account, added) }
}
const waits = ({ book, telling }: Life) => nextNoticeAt(telling, book.account)
const told = ({ book, telling }: Life, now: Instant, shop: Programme = programme) =>
  noticesAt(telling, book.account, { programme: shop, calendar, now })

describe('a reminder to check in', () => {
  it('comes at eight of a day without a check-in, once, and then waits for the next day', () => {
    const asked = asks(life, at('09:00'))
    expect(waits(asked)).toBe(at('20:00'))
    expect(told(asked, at('19:59')).notices).toEqual([])
    const { notices, telling } = told(asked, at('20:00'))
    expect(notices).toEqual([{ topic: 'check-in', key: `check-in-${day}`, facts: { on: day, streak: 0 } }])
    expect(told({ ...asked, telling }, at('20:01')).notices).toEqual([])
    expect(waits({ ...asked, telling })).toBe(at('20:00', after))
  })

  it('does not come on a day on which the member has checked in, but on the next, with the streak', () => {
    const visited = visits(asks(life, at('09:00')), at('10:00'))
    expect(waits(visited)).toBe(at('20:00', after))
    expect(told(visited, at('20:00')).notices).toEqual([])
    expect(told(visited, at('20:00', after)).notices).toMatchObject([{ facts: { on: after, streak: 1 } }])
  })

  it('is for tomorrow when it is asked for late, or by who has checked in', () => {
    expect(waits(asks(life, at('20:00')))).toBe(at('20:00', after))
    expect(waits(asks(visits(life, at('09:00')), at('09:01')))).toBe(at('20:00', after))
  })

  it('that is asked for again stays as it is', () => {
    const asked = asks(life, at('09:00'))
    expect(asks(asked, at('21:00')).telling).toEqual(asked.telling)
  })

  it('that the clock missed comes late until midnight, and then not for the day that is over', () => {
    const asked = asks(life, at('09:00'))
    expect(told(asked, at('23:59')).notices).toMatchObject([{ key: `check-in-${day}` }])
    const missed = told(asked, at('00:00', after))
    expect(missed.notices).toEqual([])
    expect(waits({ ...asked, telling: missed.telling })).toBe(at('20:00', after))
    expect(told(asked, at('20:30', after)).notices).toMatchObject([{ key: `check-in-${after}` }])
  })

  it('of the day after is not moved by a check-in just before midnight', () => {
    const asked = asks(life, at('20:30', before))
    expect(waits(visits(asked, at('23:59', before)))).toBe(at('20:00'))
    expect(waits(visits(asked, at('00:00')))).toBe(at('20:00', after))
  })

  it('comes at the time that the shop names', () => {
    const early = programmeOf({ checkIn: { points: 5, remindAt: '09:30' } })
    const asked = asks(life, at('09:00'), early)
    expect(waits(asked)).toBe(at('09:30'))
    expect(told(asked, at('09:30'), early).notices).toHaveLength(1)
  })

  it('does not come where nobody can check in, to whoever has not asked, or to whoever wants to hear nothing', () => {
    const asked = asks(life, at('09:00'))
    expect(told(asked, at('20:00'), programmeOf()).notices).toEqual([])
    expect([waits(life), told(life, at('20:00')).notices]).toEqual([null, []])
    const silent = { ...asked, book: { ...member, account: { ...member.account, consent: null } } }
    expect([waits(silent), told(silent, at('20:00')).notices]).toEqual([null, []])
  })

  it('comes at most once a day, and on every day without a check-in on which the clock runs after eight', () => {
    const hours = fc.array(fc.record({ days: fc.nat(2), hour: fc.nat(23), visit: fc.boolean() }), { maxLength: 30 })
    fc.assert(
      fc.property(hours, (steps) => {
        let one = asks(life, at('00:00', before))
        const [keys, expected] = [[] as string[], new Set<string>()]
        const moments = steps.reduce<Moment[]>((all, { days, hour, visit }) => {
          const last = all.at(-1)?.hour ?? 0
          return [...all, { hour: Math.max(last, Math.floor(last / 24 + days) * 24 + hour), visit }]
        }, [])
        for (const { hour, visit } of moments) {
          const now = at(`${String(hour % 24).padStart(2, '0')}:00`, addDays(day, Math.floor(hour / 24)))
          const isDone = one.book.account.checkIns?.some((visited) => visited.day === dayOf(now)) ?? false
          if (visit && !isDone) one = visits(one, now)
          else if (!isDone && hour % 24 >= 20) expected.add(`check-in-${dayOf(now)}`)
          const { notices, telling } = told(one, now)
          keys.push(...notices.map(({ key }) => key))
          one = { ...one, telling }
        }
        expect(keys).toEqual([...expected])
      }),
    )
  })
})

type Moment = { hour: number; visit: boolean }
