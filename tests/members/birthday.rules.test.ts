import { hasBirthday } from '../../shared/benefits/birthday'
import { openJournal } from '../../shared/books/journal'
import { startOfDay } from '../../shared/kit/time'
import { allow } from '../../shared/kit/ruling'
import { tellBirthday } from '../../shared/members/profile'
import { allowed, newMember, programmeOf, stampAt, type Book } from '../support/builders'

const tell = (book: Book, birthday: string, on: string) =>
  allowed(book, allow(tellBirthday(openJournal(book.account, stampAt(startOfDay(on))), birthday, startOfDay(on))))
const nobody = () => newMember(programmeOf())

describe('a birthday', () => {
  it('brings its benefits from the day on which it is told', () => {
    expect(hasBirthday(tell(nobody(), '05-21', '2026-05-21').account, '2026-05-21')).toBe(true)
    expect(hasBirthday(nobody().account, '2026-05-21')).toBe(false)
  })

  it('that is told again as it was changes nothing', () => {
    const told = tell(nobody(), '05-21', '2026-05-01')
    expect(tell(told, '05-21', '2026-05-02').entries).toHaveLength(told.entries.length)
  })

  it('corrected before it has come brings them on the right day', () => {
    const book = tell(tell(nobody(), '08-12', '2026-05-01'), '05-21', '2026-05-02')
    expect(hasBirthday(book.account, '2026-05-21')).toBe(true)
  })

  it('moved after it has come brings them next year: nobody has two birthdays a year', () => {
    const book = tell(tell(nobody(), '05-20', '2026-05-20'), '05-21', '2026-05-21')
    expect(hasBirthday(book.account, '2026-05-21')).toBe(false)
    expect(hasBirthday(book.account, '2027-05-21')).toBe(true)
  })

  it('moved a second time still waits', () => {
    const moved = tell(tell(nobody(), '05-20', '2026-05-20'), '12-31', '2026-05-21')
    expect(hasBirthday(tell(moved, '05-22', '2026-05-22').account, '2026-05-22')).toBe(false)
  })

  it('of 29 February has come on the 28th in other years', () => {
    const moved = tell(tell(nobody(), '02-29', '2026-01-01'), '03-01', '2026-02-28')
    expect(hasBirthday(moved.account, '2026-03-01')).toBe(false)
  })
})
