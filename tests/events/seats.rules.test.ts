import fc from 'fast-check'
import { aheadOf, isStanding, nextPassing, partyOf, placeOf, seatsOf, type SeatRow } from '../../shared/events/seats'
import { asks, before, confirms, leaves, listUnder, startsAt, termsOf } from './builders'

const states = (rows: SeatRow[], now = before(1)) =>
  Object.fromEntries(seatsOf(rows, now).places.map(({ accountId, state }) => [accountId, state]))
const two = termsOf({ seats: 2 })

describe('seats', () => {
  it('go by the order of asking, and who finds none free waits in that order', () => {
    const seats = seatsOf(listUnder(two, asks('a'), asks('b'), asks('c'), asks('d')), before(19))
    expect(seats.places.map(({ accountId, state }) => [accountId, state])).toEqual([
      ['a', 'seat'],
      ['b', 'seat'],
      ['c', 'waiting'],
      ['d', 'waiting'],
    ])
    expect(seats).toMatchObject({ taken: 2, free: 0 })
    expect(seats.places.map((place) => aheadOf(seats, place))).toEqual([null, null, 0, 1])
  })

  it('are refused where there is no waiting list', () => {
    expect(states(listUnder({ ...two, waitingList: false }, asks('a', { guests: 1 }), asks('b')))).toEqual({
      a: 'seat',
      b: 'full',
    })
  })

  it('are taken by guests too: a party has all of its seats or waits, and a smaller one behind it may fit', () => {
    const rows = listUnder(termsOf({ seats: 3 }), asks('a', { guests: 1 }), asks('b', { guests: 1 }), asks('c'))
    expect(states(rows)).toEqual({ a: 'seat', b: 'waiting', c: 'seat' })
  })

  it('are open to a tier from its own time on, to the millisecond', () => {
    const early = (rank: number, hours: number, ms: number) =>
      seatsOf(
        listUnder(termsOf(), asks('a', { rank, at: new Date(Date.parse(before(hours)) + ms).toISOString() })),
        startsAt,
      ).places[0]?.state
    expect([early(2, 72, -1), early(2, 72, 0)]).toEqual(['not-open', 'seat'])
    expect([early(1, 48, -1), early(1, 48, 0)]).toEqual(['not-open', 'seat'])
    expect([early(0, 24, -1), early(0, 24, 0)]).toEqual(['not-open', 'seat'])
  })

  it('are for no tier that the rule leaves out, and for nobody once sign-up has closed', () => {
    const rows = listUnder(termsOf({ opens: [null, before(48), before(48)], closesAt: before(5) }), asks('a'))
    expect(states([...rows, asks('b', { rank: 1, at: before(5) })])).toEqual({ a: 'not-your-tier', b: 'closed' })
  })

  it('are had once: a second sign-up of the same member stands for nothing, also from another request', () => {
    const rows = listUnder(two, asks('a'), asks('a', { key: 'another' }), asks('b'))
    const { places } = seatsOf(rows, before(1))
    expect(places.map(({ accountId, state }) => `${accountId} ${state}`)).toEqual(['a seat', 'a twice', 'b seat'])
    expect(placeOf({ places, terms: two, taken: 2, free: 0 }, 'a')).toMatchObject({ key: 'key-a', state: 'seat' })
  })

  it('count the same command once, however often its row came in', () => {
    expect(seatsOf(listUnder(two, asks('a'), asks('a'), asks('a')), before(1)).places).toHaveLength(1)
  })

  it('stay with whoever has one when fewer are offered later, and more let the first who waits move up', () => {
    const rows = listUnder(two, asks('a'), asks('b'), asks('c'))
    const fewer: SeatRow = { kind: 'terms', terms: termsOf({ seats: 1 }), at: before(15) }
    const more: SeatRow = { kind: 'terms', terms: termsOf({ seats: 3 }), at: before(15) }
    expect(states([...rows, fewer])).toEqual({ a: 'seat', b: 'seat', c: 'waiting' })
    expect(states([...rows, more], before(14))).toEqual({ a: 'seat', b: 'seat', c: 'offered' })
  })
})

describe('moving up', () => {
  const rows = listUnder(two, asks('a'), asks('b'), asks('c'), asks('d'), leaves('a'))

  it('lets the first who waits have the seat that somebody left, for a time', () => {
    const seats = seatsOf(rows, before(9))
    expect(states(rows, before(9))).toEqual({ a: 'left', b: 'seat', c: 'offered', d: 'waiting' })
    expect(placeOf(seats, 'c')?.until).toBe(before(8))
    expect(nextPassing(seats)).toBe(before(8))
    expect(seats).toMatchObject({ taken: 2, free: 0 })
  })

  it('gives the seat to whoever takes it in time', () => {
    expect(states([...rows, confirms('c')])).toEqual({ a: 'left', b: 'seat', c: 'seat', d: 'waiting' })
  })

  it('passes on when the time is over, each with a time of their own', () => {
    expect(states(rows, before(8))).toEqual({ a: 'left', b: 'seat', c: 'passed', d: 'offered' })
    expect(placeOf(seatsOf(rows, before(8)), 'd')?.until).toBe(before(6))
    expect(states(rows, before(6))).toEqual({ a: 'left', b: 'seat', c: 'passed', d: 'passed' })
  })

  it('is over for a confirmation that came into the list after the time was', () => {
    expect(states([...rows, confirms('c', before(8))], before(7))).toMatchObject({ c: 'passed', d: 'offered' })
    const late: SeatRow[] = [...rows, { kind: 'time', at: before(8) }, confirms('c', before(9))]
    expect(states(late, before(7))).toMatchObject({ c: 'passed', d: 'offered' })
  })

  it('lets nobody move up once it has begun, and no time to take a seat reaches beyond that', () => {
    expect(states(listUnder(two, asks('a'), asks('b'), asks('c'), leaves('a', startsAt)), startsAt)).toMatchObject({
      c: 'waiting',
    })
    const late = listUnder(two, asks('a'), asks('b'), asks('c'), leaves('a', before(1)))
    expect(placeOf(seatsOf(late, before(1)), 'c')?.until).toBe(startsAt)
  })

  it('passes a party by that does not fit, and it keeps its place before the others', () => {
    const parties = listUnder(two, asks('a'), asks('b'), asks('c', { guests: 1 }), asks('d'), leaves('a'))
    expect(states(parties, before(9))).toEqual({ a: 'left', b: 'seat', c: 'waiting', d: 'offered' })
    expect(states([...parties, leaves('d', before(9)), leaves('b', before(9))], before(9))).toMatchObject({
      c: 'offered',
    })
  })
})

describe('a row whose command never came to its end', () => {
  const undone = (of: string, at = before(9)): SeatRow => ({ kind: 'undo', of, at })

  it('is undone by another: its seat goes to who waits, and the same command may come again behind them', () => {
    const rows = listUnder(two, asks('a'), asks('b'), asks('c'), undone('key-a'))
    expect(states(rows, before(8.5))).toEqual({ a: 'left', b: 'seat', c: 'offered' })
    const { places } = seatsOf([...rows, asks('a', { at: before(8.5) })], before(8.5))
    expect(places.map(({ accountId, state }) => `${accountId} ${state}`)).toEqual([
      'a left',
      'b seat',
      'c offered',
      'a waiting',
    ])
  })

  it('of a confirmation leaves the seat to be taken until its time is over', () => {
    const rows = listUnder(two, asks('a'), asks('b'), asks('c'), leaves('a'), confirms('c'), undone('confirm-c'))
    expect(states(rows, before(8.5))).toMatchObject({ c: 'offered' })
    expect(states(rows, before(8))).toMatchObject({ c: 'passed' })
    expect(states([...rows, { ...confirms('c', before(8.5)), key: 'again' } as SeatRow])).toMatchObject({ c: 'seat' })
  })
})

/** Any list: people of three tiers ask, leave, confirm and are undone, in any order, at times that may run back. */
const person = fc.integer({ min: 0, max: 11 }).map((n) => `p${n}`)
const hours = fc.integer({ min: 0, max: 80 }).map(before)
const row: fc.Arbitrary<SeatRow> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ who: person, n: fc.nat(3), guests: fc.nat(2), at: hours }).map(({ who, n, guests, at }) => ({
      kind: 'ask' as const,
      key: `key-${who}-${n}`,
      accountId: who,
      rank: Number(who.slice(1)) % 3,
      guests,
      at,
    })),
  },
  fc
    .record({ who: person, n: fc.nat(3), at: hours })
    .map(({ who, n, at }) => ({ kind: 'leave' as const, of: `key-${who}-${n}`, at })),
  fc
    .record({ who: person, n: fc.nat(3), at: hours })
    .map(({ who, n, at }) => ({ kind: 'confirm' as const, key: `confirm-${who}-${n}`, of: `key-${who}-${n}`, at })),
  fc
    .record({ who: person, n: fc.nat(3), at: hours, how: fc.constantFrom('key', 'confirm') })
    .map(({ who, n, at, how }) => ({ kind: 'undo' as const, of: `${how}-${who}-${n}`, at })),
  hours.map((at) => ({ kind: 'time' as const, at })),
)
const lists = fc.record({
  seats: fc.integer({ min: 1, max: 6 }),
  waitingList: fc.boolean(),
  rows: fc.array(row, { maxLength: 40 }),
})
const listOf = ({ seats, waitingList, rows }: { seats: number; waitingList: boolean; rows: SeatRow[] }) =>
  listUnder(termsOf({ seats, waitingList }), ...rows)

describe('any list', () => {
  it('never has more persons on seats than there are seats, after any of its rows and at any time', () =>
    fc.assert(
      fc.property(lists, hours, (list, now) => {
        const rows = listOf(list)
        for (let length = 1; length <= rows.length; length += 1) {
          const { places, taken } = seatsOf(rows.slice(0, length), now)
          const sitting = places.filter(({ state }) => state === 'seat' || state === 'offered')
          expect(sitting.reduce((sum, place) => sum + partyOf(place), 0)).toBe(taken)
          expect(taken).toBeLessThanOrEqual(list.seats)
        }
      }),
    ))

  it('has each member in it once at most, and nobody before the time of their tier', () =>
    fc.assert(
      fc.property(lists, hours, (list, now) => {
        const standing = seatsOf(listOf(list), now).places.filter(isStanding)
        expect(new Set(standing.map(({ accountId }) => accountId)).size).toBe(standing.length)
        for (const { rank, at } of standing) expect(at >= (termsOf().opens[rank] ?? '')).toBe(true)
      }),
    ))

  it('lets nobody wait whose party fits while it has not begun', () =>
    fc.assert(
      fc.property(lists, hours, (list, now) => {
        fc.pre(now < startsAt)
        const { places, free } = seatsOf(listOf(list), now)
        const fit = places.filter((place) => place.state === 'waiting' && partyOf(place) <= (free ?? 0))
        expect(fit).toEqual([])
      }),
    ))

  it('takes no seat from anybody by a row of somebody else', () =>
    fc.assert(
      fc.property(lists, row, (list, last) => {
        fc.pre(last.kind === 'ask')
        const rows = listOf(list)
        const at = before(0.5)
        const sat = seatsOf(rows, at).places.filter(({ state }) => state === 'seat')
        const after = seatsOf([...rows, last as SeatRow], at).places
        for (const { key, no } of sat) expect(after.find((one) => one.no === no)).toMatchObject({ key, state: 'seat' })
      }),
    ))

  it('is the same whoever works it out, in one go or from a copy that went over the wire', () =>
    fc.assert(
      fc.property(lists, hours, (list, now) => {
        const rows = listOf(list)
        expect(seatsOf(JSON.parse(JSON.stringify(rows)) as SeatRow[], now)).toEqual(seatsOf(rows, now))
      }),
    ))
})
