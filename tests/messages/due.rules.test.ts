import fc from 'fast-check'
import { addMilliseconds, dayOf, startOfDay, timeOn, type Instant } from '../../shared/kit/time'
import type { Message } from '../../shared/programme/parts/messages'
import { openJournal, record } from '../../shared/books/journal'
import { allowed, buy, programmeOf, stampAt } from '../support/builders'
import { joinsInWeChat, lived, nextLook, ticked, wrote, type Life } from '../support/told'

const message = (id: string, on: Message['on'], about: Partial<Message> = {}): Message => ({
  id,
  on,
  purpose: 'service',
  channels: ['inbox'],
  text: { zh: id, en: id },
  ...about,
})
const gift = { gives: [{ kind: 'gift' as const, name: { zh: '礼', en: 'gift' } }] }

/** A shop that has a message on nearly everything. */
const programme = programmeOf({
  expiry: { kind: 'months', months: 2, until: 'month-end' },
  pointsTopUp: {
    when: { kind: 'monthly', days: [18] },
    per: 'month',
    bands: [{ from: 1, to: 9_999, becomes: 10_000 }],
  },
  messages: {
    quiet: { from: '21:00', to: '09:00' },
    list: [
      message('welcome', { kind: 'enrolled' }),
      message('birthday', { kind: 'birthday', daysBefore: 0 }, gift),
      message('lantern', { kind: 'festival', festival: 'lantern-festival', daysBefore: 1 }),
      message('points', { kind: 'points-expiring', daysBefore: 10 }),
      message('coupons', { kind: 'coupon-expiring', daysBefore: 10 }),
      message('top-up', { kind: 'points-short', points: 10_000 }),
      message('away', { kind: 'inactive', days: 20 }, gift),
      message('weekly', { kind: 'every', when: { kind: 'weekly', weekdays: [3] } }, { at: '08:00' }),
      message('sale', { kind: 'every', when: { kind: 'dates', from: '2026-02-01', to: '2026-02-20' } }, gift),
    ],
  },
})

const begins = timeOn('2026-01-10', '12:00')
const ends = startOfDay('2026-06-01')
/** What is too late a day on: the rest is told as long as it is true. */
const ofTheDay = /^message-(weekly|top-up|welcome)/

/** Somebody with a birthday in March who buys in January and again in April. */
function history(tick: (life: Life, from: Instant, until: Instant) => Life): Life {
  const joined = joinsInWeChat(programme, begins)
  const fact = { kind: 'profile' as const, birthday: '03-10' }
  const born = allowed(joined.book, {
    ok: true,
    value: record(openJournal(joined.book.account, stampAt(begins)), fact, { at: begins }),
  })
  const first = wrote(joined, buy(born, programme, { id: 'a', fen: 30_000, at: begins }))
  const again = timeOn('2026-04-11', '15:00')
  const before = tick(first, begins, again)
  const bought = wrote(before, buy(before.book, programme, { id: 'b', fen: 20_000, at: again }))
  return tick(bought, again, ends)
}
/** A tier's key is the number of its entry, which stands higher where gifts came before it. */
const keys = (life: Life) => life.told.map(({ notice }) => notice.key.replace(/^tier-\d+$/, 'tier')).toSorted()
const coupons = (life: Life) => life.book.entries.filter(({ kind }) => kind === 'coupon-issue').length

const everyMinute = history((life, from, until) => lived(life, programme, { from, until }))

/** Ticks at these instants alone. */
function atInstants(times: readonly Instant[]) {
  return history((life, from, until) =>
    times.filter((at) => at >= from && at < until).reduce((current, at) => ticked(current, programme, at), life),
  )
}

const day = fc.integer({ min: 0, max: 141 })
const clock = fc.integer({ min: 0, max: 24 * 60 - 1 })
const instants = fc
  .array(fc.tuple(day, clock), { maxLength: 60 })
  .map((all) => all.map(([days, minutes]) => addMilliseconds(begins, (days * 1_440 + minutes) * 60_000)).toSorted())

describe('what members are told', () => {
  it('is told at its time when the clock comes each minute, and never in quiet hours', () => {
    expect(keys(everyMinute).length).toBeGreaterThan(25)
    for (const { at } of everyMinute.told) {
      const time = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)
      expect(time >= '09:00' && time < '21:00').toBe(true)
    }
  })

  it('is told once, whenever the clock comes and however often', () => {
    fc.assert(
      fc.property(instants, (times) => {
        const life = atInstants([...times, ...times].toSorted())
        const all = keys(life)
        expect(new Set(all).size).toBe(all.length)
        // A gift that comes late is good until later, and so is told of on another day.
        const others = all.filter((key) => !key.startsWith('message-coupons'))
        for (const key of others) expect(keys(everyMinute)).toContain(key)
      }),
      { numRuns: 20 },
    )
  })

  it('is all told where the clock comes once in each day at some hour at which messages go', () => {
    const daily = fc
      .array(fc.integer({ min: 12 * 60 + 1, max: 21 * 60 - 1 }), { minLength: 142, maxLength: 142 })
      .map((minutes) =>
        minutes.map((minute, days) => addMilliseconds(startOfDay('2026-01-10'), (days * 1_440 + minute) * 60_000)),
      )
    fc.assert(
      fc.property(daily, (times) => {
        const life = atInstants(times)
        expect(keys(life)).toEqual(keys(everyMinute))
        expect(coupons(life)).toBe(coupons(everyMinute))
      }),
      { numRuns: 6 },
    )
  })

  it('is told late after the clock stood still for three days, but for what is only true on its day; nothing given is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 135 }), clock, (from, minutes) => {
        const stops = addMilliseconds(startOfDay('2026-01-10'), (from * 1_440 + minutes) * 60_000)
        const goesOn = addMilliseconds(stops, 3 * 86_400_000)
        const life = history((one, begin, end) => {
          const before = lived(one, programme, {
            from: begin,
            until: end < stops ? end : begin > stops ? begin : stops,
          })
          const after = begin > goesOn ? begin : goesOn
          return after < end ? lived(before, programme, { from: after, until: end }) : before
        })
        const missed = keys(everyMinute).filter((key) => !keys(life).includes(key))
        const overMeanwhile = (key: string) =>
          ofTheDay.test(key) || /birthday|lantern/.test(key) || /expiry|points|coupons/.test(key)
        expect(missed.filter((key) => !overMeanwhile(key))).toEqual([])
        expect(coupons(life)).toBe(coupons(everyMinute))
      }),
      { numRuns: 20 },
    )
  })

  it('lets the clock rest until the next time: after it has looked, that lies ahead', () => {
    fc.assert(
      fc.property(instants, (times) => {
        history((life, from, until) =>
          times
            .filter((at) => at >= from && at < until)
            .reduce((current, at) => {
              const after = ticked(ticked(current, programme, at), programme, at)
              const next = nextLook(after, programme, at)
              expect(next === null || next > at).toBe(true)
              return after
            }, life),
        )
      }),
      { numRuns: 15 },
    )
  })

  it('is told in the days it belongs to', () => {
    const weekly = everyMinute.told.filter(({ notice }) => notice.sending?.messageId === 'weekly')
    expect(new Set(weekly.map(({ at }) => new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay()))).toEqual(new Set([3]))
  })
})
