import { chineseCalendar as calendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { addDays, dayOf, startOfDay, timeOn, type Instant } from '../../shared/kit/time'
import { withCheckInReminder } from '../../shared/messages/check-in-reminder'
import { comingNotices } from '../../shared/messages/coming'
import type { Message } from '../../shared/programme/parts/messages'
import { buy, programmeOf } from '../support/builders'
import { joinsInWeChat, lived, minuteFrom, wrote, type Life } from '../support/told'

const message = (id: string, on: Message['on'], about: Partial<Message> = {}): Message => ({
  id,
  on,
  purpose: 'service',
  channels: ['inbox'],
  text: { zh: id, en: id },
  ...about,
})
/** What is over on the evening of its day, and what is told late as well. */
const programme = programmeOf({
  expiry: { kind: 'months', months: 1, until: 'month-end' },
  checkIn: { points: 1, streaks: [], remindAt: '20:30' },
  messages: {
    quiet: { from: '21:00', to: '09:00' },
    list: [
      message('weekly', { kind: 'every', when: { kind: 'weekly', weekdays: [1, 4] } }),
      message('points', { kind: 'points-expiring', daysBefore: 3 }),
      message('lantern', { kind: 'festival', festival: 'lantern-festival', daysBefore: 0 }, { at: '18:00' }),
    ],
  },
})

/** Somebody who joined in January, has bought, and is to be reminded to check in, as the clock left them at an instant. */
function memberAt(now: Instant): Life {
  const joinedAt = timeOn('2026-01-15', '12:00')
  const joined = joinsInWeChat(programme, joinedAt)
  const bought = wrote(joined, buy(joined.book, programme, { id: 'a', fen: 30_000, at: joinedAt }))
  const telling = withCheckInReminder(bought.telling, bought.book.account, { programme, now: joinedAt })
  return lived({ ...bought, telling }, programme, { from: joinedAt, until: now })
}

describe('what is known to be told in the days ahead', () => {
  it.each(['08:30', '09:30', '19:00', '23:00'])(
    'at %s is what the clock then tells, each once, at its time',
    (clock) => {
      const now = timeOn('2026-02-25', clock)
      const until = startOfDay(addDays(dayOf(now), 7))
      const life = memberAt(now)
      const { told } = lived(life, programme, { from: now, until })
      const expected = told.slice(life.told.length).map(({ at, notice }) => `${at} ${notice.key}`)
      const coming = comingNotices(life.telling, life.book.account, { programme, calendar, now, until })
      expect(coming.map(({ at, notice }) => `${minuteFrom(at)} ${notice.key}`)).toEqual(expected)
      expect(coming.some(({ notice }) => notice.topic === 'festival')).toBe(true)
      expect(coming.filter(({ notice }) => notice.topic === 'check-in').length).toBeGreaterThan(5)
    },
  )

  it('is nothing that is due now', () => {
    const now = timeOn('2026-02-26', '12:00')
    const life = memberAt(timeOn('2026-02-26', '08:00'))
    const due = lived(life, programme, { from: now, until: timeOn('2026-02-26', '12:01') }).told.slice(life.told.length)
    const coming = comingNotices(life.telling, life.book.account, {
      programme,
      calendar,
      now,
      until: startOfDay('2026-03-05'),
    })
    expect(due.length).toBeGreaterThan(0)
    for (const { notice } of due) expect(coming.map(({ notice: { key } }) => key)).not.toContain(notice.key)
  })
})
