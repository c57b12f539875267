import { attend, doorsOf, eventsNow, miss } from '../../shared/events/attend'
import { endWithoutSeat, leaveEvent } from '../../shared/events/leave'
import { placeOf, seatsOf, type SeatRow } from '../../shared/events/seats'
import { confirmSeat, mayAsk, signUp } from '../../shared/events/sign-up'
import { returnsUntil, seatTermsOf } from '../../shared/events/terms'
import { fold } from '../../shared/books/evolve'
import { openJournal } from '../../shared/books/journal'
import { allow } from '../../shared/kit/ruling'
import { addMilliseconds } from '../../shared/kit/time'
import { pastEvents } from '../../shared/programme/past-events'
import type { ShopEvent } from '../../shared/programme/parts/events'
import type { Programme } from '../../shared/programme/schema'
import {
  allowed,
  balanceIn,
  buy,
  newMember,
  programmeOf,
  stampAt,
  tierOf,
  spendOf,
  type Book,
} from '../support/builders'
import { asks, before, eventOf, hourMs, startsAt } from './builders'

const event = eventOf({ seats: 2, guestsMax: 1, costPoints: 10, leaveHours: 24, noShowDays: 30 })
const programme = programmeOf({ events: [event] })
const opened = (book: Book, at: string) => openJournal(book.account, stampAt(at))
const rich = (id = 'account-1') => buy(newMember(programme, id), programme, { fen: 10_000 })
const listOf = (one: ShopEvent, ...rows: SeatRow[]): SeatRow[] => [
  { kind: 'terms', terms: seatTermsOf(programme, one), at: before(100) },
  ...rows,
]
const asking = (
  book: Book,
  { guests = 0, at = before(20), rows = listOf(event), about = event, of = programme } = {},
) => mayAsk(opened(book, at), of, { event: about, seats: seatsOf(rows, at) }, { guests, at })
const askOf = (book: Book, more: object = {}) => asks(book.account.accountId, more)
/** Signs up, as the list has it. */
const sits = (book: Book, rows: SeatRow[], at = before(20)) => {
  const place = placeOf(seatsOf(rows, at), book.account.accountId)!
  return allowed(book, signUp(opened(book, at), programme, { event, place }, at))
}

describe('a list that one member fills', () => {
  it('takes twenty askings of theirs and no more, and those of others all the same', () => {
    const { accountId } = rich().account
    const rows = (times: number) =>
      Array.from({ length: times }, (_, nth): SeatRow[] => [
        asks(accountId, { key: `key-${nth}` }),
        { kind: 'leave', of: `key-${nth}`, at: before(20) },
      ]).flat()
    const after = (times: number, who = rich()) => asking(who, { rows: listOf(event, ...rows(times)) })
    expect(after(19)).toMatchObject({ ok: true })
    expect(after(20)).toEqual({ ok: false, refusal: 'event_asked_too_often', details: { max: 20 } })
    expect(after(20, rich('account-2'))).toMatchObject({ ok: true })
  })
})

describe('the price of a party', () => {
  it('is the one that was shown, or nobody is signed up', () => {
    const shown = (points: number) =>
      mayAsk(
        opened(rich(), before(20)),
        programme,
        { event, seats: seatsOf(listOf(event), before(20)) },
        { guests: 1, shown: points, at: before(20) },
      )
    expect([shown(20).ok, shown(10)]).toEqual([
      true,
      { ok: false, refusal: 'event_price_changed', details: { points: 20 } },
    ])
  })
})

describe('the terms of an event', () => {
  it('open for each tier so many hours early as the event or a benefit says, whichever is more', () => {
    const early = { kind: 'early-access' as const, code: 'seats', to: { zh: '活动', en: 'events' }, hours: 72 }
    const tiers = [
      tierOf({ id: 'regular' }),
      tierOf({ id: 'silver', qualification: spendOf(1) }),
      tierOf({ id: 'gold', qualification: spendOf(2), benefits: [early] }),
    ]
    const open = (more: Partial<ShopEvent>) =>
      seatTermsOf(programmeOf({ tiers }), eventOf({ signUpFrom: before(100), ...more })).opens
    const silverFirst = [{ fromTier: 'silver', hoursBefore: 24 }]
    expect(open({ tierFirst: silverFirst })).toEqual([before(100), before(124), before(124)])
    expect(open({ tierFirst: silverFirst, earlyAccess: 'seats' })).toEqual([before(100), before(124), before(172)])
    expect(open({ fromTier: 'silver' })).toEqual([null, before(100), before(100)])
    expect(open({ tiers: ['regular', 'gold'] })).toEqual([before(100), null, before(100)])
  })
})

describe('who moves up', () => {
  it('has the hours that the event gives to take the seat, and a day where it says nothing', () => {
    const hours = [{ confirmHours: 3 }, {}].map((more) => seatTermsOf(programme, eventOf(more)).confirmMs / hourMs)
    expect(hours).toEqual([3, 24])
  })
})

describe('asking for a seat', () => {
  it('is refused for what is over, closed, not open, of another tier, with too many guests or too few points', () => {
    const book = rich()
    const refusal = (ruling: ReturnType<typeof asking>) => (ruling.ok ? null : ruling.refusal)
    expect(refusal(asking(book))).toBeNull()
    expect(refusal(asking(book, { at: event.endsAt }))).toBe('event_over')
    expect(refusal(asking(book, { at: startsAt }))).toBe('event_closed')
    expect(refusal(asking(book, { about: { ...event, signUpFrom: before(10) } }))).toBe('event_not_open')
    expect(refusal(asking(book, { about: { ...event, fromTier: 'gold' } }))).toBe('event_not_your_tier')
    expect(refusal(asking(book, { guests: 1 }))).toBeNull()
    expect(refusal(asking(book, { guests: 2 }))).toBe('event_guests')
    expect(refusal(asking(newMember(programme)))).toBe('points_short')
    expect(refusal(asking(book, { rows: listOf(event, askOf(book)) }))).toBe('event_signed_up')
    const full = { ...event, waitingList: false }
    expect(refusal(asking(book, { about: full, rows: listOf(full, asks('a'), asks('b')) }))).toBe('event_full')
  })

  it('is refused to a party for which there are too few seats in all, however many leave', () => {
    const two = eventOf({ seats: 2, guestsMax: 4 })
    const ruling = asking(rich(), { about: two, guests: 2, rows: listOf(two, asks('a')) })
    expect(ruling).toMatchObject({ refusal: 'event_party_too_large', details: { party: 3, seats: 2 } })
    // Where the list has others' word on the seats than whoever asks, the list's counts.
    const rows = listOf(two, askOf(rich(), { guests: 2 }))
    expect(placeOf(seatsOf(rows, before(20)), 'account-1')?.state).toBe('too-large')
    const place = placeOf(seatsOf(rows, before(20)), 'account-1')!
    expect(signUp(opened(rich(), before(20)), programme, { event: two, place }, before(20))).toMatchObject({
      refusal: 'event_party_too_large',
    })
  })

  it('goes by the tier of that moment: a term that has ended gives no early seat', () => {
    const tiers = [
      tierOf({ id: 'regular' }),
      tierOf({
        id: 'gold',
        qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 1_000, within: '10 days' }] },
        term: { lasts: '30 days', requalify: 'anew', atEnd: 'lapse' },
      }),
    ]
    const early = eventOf({ signUpFrom: before(1), tierFirst: [{ fromTier: 'gold', hoursBefore: 500 }] })
    const ladder = programmeOf({ tiers, events: [early] })
    const gold = buy(newMember(ladder), ladder, { fen: 10_000, at: before(480) })
    const rows = listOf(early)
    expect(asking(gold, { about: early, rows, of: ladder })).toEqual(allow({ rank: 1 }))
    const lapsed = buy(newMember(ladder), ladder, { fen: 10_000, at: before(1_000) })
    expect(asking(lapsed, { about: early, rows, of: ladder })).toMatchObject({ refusal: 'event_not_open' })
  })
})

describe('a seat', () => {
  const book = rich()
  const seated = sits(book, listOf(event, askOf(book, { guests: 1 })))

  it('costs its points for each person at once; the waiting list costs none until the seat is taken', () => {
    expect(balanceIn(seated)).toBe(80)
    const waiting = sits(book, listOf(event, asks('a'), asks('b'), askOf(book)))
    expect([waiting.entries.at(-1), balanceIn(waiting)]).toMatchObject([{ to: 'waiting', burned: 0 }, 100])
    const place = { ...placeOf(seatsOf(listOf(event, askOf(book)), before(20)), book.account.accountId)! }
    const taken = allowed(waiting, confirmSeat(opened(waiting, before(9)), programme, { event, place }, before(9)))
    expect(balanceIn(taken)).toBe(90)
    expect(taken.account.events).toMatchObject([{ eventId: 'tasting', burned: 10 }])
  })

  it('given up in time brings its points back into their lots, late none, and not at all once it has begun', () => {
    const at = returnsUntil(event)
    const soon = allowed(seated, leaveEvent(opened(seated, before(25)), event, before(25)))
    expect([balanceIn(soon), soon.account.events, soon.account.lots]).toEqual([100, [], book.account.lots])
    expect(at).toBe(before(24))
    expect(balanceIn(allowed(seated, leaveEvent(opened(seated, at), event, at)))).toBe(80)
    expect(leaveEvent(opened(seated, startsAt), event, startsAt)).toMatchObject({ refusal: 'event_begun' })
    expect(leaveEvent(opened(book, before(25)), event, before(25))).toMatchObject({ refusal: 'event_not_signed_up' })
  })

  it('pays a debt first with what comes back, and brings back nothing that has expired meanwhile', () => {
    const owing = { ...seated, account: { ...seated.account, lots: [], debt: 15 } }
    const left = allowed(owing, leaveEvent(opened(owing, before(25)), event, before(25)))
    expect([left.account.debt, balanceIn(left)]).toEqual([0, 5])
    const [draw] = seated.account.events![0]!.draws
    const after = addMilliseconds(draw!.expiresAt!, 1)
    const late: ShopEvent = { ...event, startsAt: addMilliseconds(after, 100 * hourMs) }
    const gone = allowed(seated, leaveEvent(opened(seated, after), late, after))
    expect(gone.entries.at(-1)).toMatchObject({ kind: 'event-leave', returned: 0, lapsed: [{ points: 20 }] })
  })

  it('ends with the event: whoever only waited gets everything back and may sign up again at once', () => {
    const ended = endWithoutSeat(opened(seated, event.endsAt), seated.account.events![0]!, event.endsAt)
    expect(ended.account).toMatchObject({ events: [] })
    expect(ended.account.eventsBarredUntil).toBeUndefined()
  })
})

describe('coming', () => {
  const book = rich()
  const seated = sits(book, listOf(event, askOf(book)))
  const doors = doorsOf(event)
  const comes = (at: string, of = seated, paidFen = 0, about = event) =>
    attend(opened(of, at), programme, about, { storeId: 'S1', paidFen, at })

  it('is ticked off from two hours before it begins until it ends, and marks the member', () => {
    expect(doors.from).toBe(before(2))
    expect(comes(addMilliseconds(doors.from, -1))).toMatchObject({ refusal: 'event_not_now' })
    expect(comes(doors.until)).toMatchObject({ refusal: 'event_not_now' })
    const came = allowed(seated, comes(doors.from))
    expect(came.account).toMatchObject({ marks: ['tasting'], events: [] })
    expect(came.entries.map(({ kind }) => kind).slice(-2)).toEqual(['event-attend', 'act'])
    expect(comes(doors.from, came)).toMatchObject({ refusal: 'event_not_signed_up' })
    expect(comes(doors.from, book)).toMatchObject({ refusal: 'event_not_signed_up' })
  })

  it('is shown at the till while the doors are open', () => {
    expect(eventsNow(seated.account, programme, before(3))).toEqual([])
    expect(eventsNow(seated.account, programme, before(1))).toEqual([
      { id: 'tasting', name: event.name, party: 1, dueFen: 0 },
    ])
  })

  it('takes what is due at the door for the whole party, and no other sum', () => {
    const paid = { ...event, priceFen: 9_800 }
    expect(comes(doors.from, seated, 9_799, paid)).toMatchObject({ refusal: 'event_money_due', details: { due: '98' } })
    expect(allowed(seated, comes(doors.from, seated, 9_800, paid)).entries.at(-2)).toMatchObject({ paidFen: 9_800 })
  })

  it('not at all keeps the member from signing up for the days that the rule says, and no longer', () => {
    const missed = allowed(seated, allow(miss(opened(seated, event.endsAt), event, event.endsAt)))
    expect(missed.account).toMatchObject({ events: [], eventsBarredUntil: '2026-07-20T16:00:00.000Z' })
    const next = eventOf({ id: 'next', startsAt: '2026-08-01T06:00:00.000Z', endsAt: '2026-08-01T09:00:00.000Z' })
    const again = (at: string) => asking(missed, { at, about: next, rows: listOf(next) })
    expect(again('2026-07-20T15:59:59.999Z')).toMatchObject({
      refusal: 'event_barred',
      details: { date: '2026-07-21' },
    })
    expect(again('2026-07-20T16:00:00.000Z')).toMatchObject({ ok: true })
    const { noShowDays: _, ...lenient } = event
    expect(miss(opened(seated, event.endsAt), lenient, event.endsAt).account.eventsBarredUntil).toBeUndefined()
  })

  it('leaves books that add up', () => {
    for (const book of [
      seated,
      allowed(seated, comes(doors.from)),
      allowed(seated, leaveEvent(opened(seated, before(30)), event, before(30))),
    ])
      expect(fold(book.entries)).toEqual(book.account)
  })
})

describe('a draft', () => {
  const of = (...events: ShopEvent[]): Programme => programmeOf({ events })
  const gone = eventOf({ endsAt: '2026-06-20T09:00:00.000Z' })

  it('brings no event that is over and moves none into the past, but keeps one that has been there', () => {
    const faults = (was: Programme, draft: Programme, now: string) =>
      pastEvents(was, draft, now).map(({ path }) => path)
    expect(faults(of(), of(gone), gone.endsAt)).toEqual(['events[0].endsAt'])
    expect(faults(of(), of(gone), startsAt)).toEqual([])
    expect(faults(of(gone), of(gone), '2026-07-01T00:00:00.000Z')).toEqual([])
    expect(faults(of(eventOf({ endsAt: '2026-09-01T00:00:00.000Z' })), of(gone), '2026-07-01T00:00:00.000Z')).toEqual([
      'events[0].endsAt',
    ])
  })
})
