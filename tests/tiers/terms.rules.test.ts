import fc from 'fast-check'
import { addDays } from '../../shared/kit/time'
import { pharmacy } from '../../shared/programme/presets/pharmacy'
import { openJournal } from '../../shared/books/journal'
import type { Programme, Tier } from '../../shared/programme/schema'
import { reviewTiers } from '../../shared/tiers/retier'
import { buy, entriesOf, giveBack, newMember, programmeOf, stampAt, tierOf, type Book } from '../support/builders'

type Term = NonNullable<Tier['term']>

const quarterly = (atLeast: number, term: Partial<Term> = {}): Partial<Tier> => ({
  qualification: { match: 'any', conditions: [{ kind: 'points-earned', atLeast, within: 'quarter' }] },
  term: { lasts: 'to year-end', requalify: 'anew', atEnd: 'lapse', ...term },
})

function shopOf(silver: Partial<Tier>, gold: Partial<Tier> = quarterly(1_000)): Programme {
  return programmeOf({
    expiry: { kind: 'never' },
    tiers: [tierOf({ id: 'regular' }), tierOf({ id: 'silver', ...silver }), tierOf({ id: 'gold', ...gold })],
  })
}

/** A day's noon in Shanghai. */
const on = (day: string) => `${day}T04:00:00.000Z`
const member = (programme: Programme) => newMember(programme, 'account-1', on('2026-01-02'))
const order = (book: Book, programme: Programme, day: string, yuan: number) =>
  buy(book, programme, { id: `o${day}-${yuan}`, fen: yuan * 100, at: on(day) })

function review(book: Book, programme: Programme, day: string): Book {
  const journal = reviewTiers(openJournal(book.account, stampAt(on(day))), programme, on(day))
  return { account: journal.account, entries: [...book.entries, ...journal.entries] }
}

const tierOn = (book: Book, programme: Programme, day: string) => review(book, programme, day).account.tierId

describe('an amount within a calendar quarter', () => {
  const programme = shopOf(quarterly(500))

  it('counts what lies in it and nothing before', () => {
    const two = order(order(member(programme), programme, '2026-03-31', 300), programme, '2026-04-01', 300)
    expect(two.account.tierId).toBe('regular')
    expect(order(two, programme, '2026-06-30', 200).account.tierId).toBe('silver')
  })

  it('once reached is kept when the quarter is over, to the last day of the year and not a day longer', () => {
    const book = order(member(programme), programme, '2026-02-01', 500)
    expect(order(book, programme, '2026-08-01', 1).account.tierId).toBe('silver')
    expect(tierOn(book, programme, '2026-12-31')).toBe('silver')
    expect(tierOn(book, programme, '2027-01-01')).toBe('regular')
  })

  it('writes the end of a term as of its own instant, however late it is written', () => {
    const book = review(order(member(programme), programme, '2026-02-01', 500), programme, '2027-05-05')
    expect(entriesOf(book, 'tier').at(-1)).toMatchObject({
      from: 'silver',
      to: 'regular',
      cause: 'review',
      at: '2026-12-31T16:00:00.000Z',
    })
    expect(book.account.tierSince).toBe(on('2026-01-02'))
  })

  it('lapses wholly when two tiers were climbed one after the other: the lower does not carry the higher', () => {
    const jumped = shopOf(quarterly(500), {
      qualification: {
        match: 'all',
        conditions: [
          { kind: 'points-earned', atLeast: 1_000 },
          { kind: 'holds-tier', tierId: 'silver' },
        ],
      },
      term: { lasts: 'to year-end', requalify: 'anew', atEnd: 'lapse' },
    })
    const climbed = order(order(member(jumped), jumped, '2026-02-01', 500), jumped, '2026-02-02', 500)
    expect(climbed.account.held.map(({ tierId }) => tierId)).toEqual(['silver', 'gold'])
    expect(tierOn(climbed, jumped, '2027-01-01')).toBe('regular')
    const atOnce = order(member(jumped), jumped, '2026-02-01', 1_000)
    expect(entriesOf(atOnce, 'tier').map(({ from, to }) => [from, to])).toEqual([['regular', 'gold']])
  })
})

describe('at the end of a term', () => {
  const yearly = (term: Partial<Term>): Partial<Tier> => ({
    qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 50_000, within: 'year' }] },
    term: { lasts: '1 year to year-end', requalify: 'term', atEnd: 'lapse', ...term },
  })

  it('a tier that its last year earned again is kept for another term', () => {
    const programme = shopOf(yearly({}))
    const kept = order(order(member(programme), programme, '2026-02-01', 500), programme, '2027-11-01', 500)
    expect(review(kept, programme, '2028-01-01').account.held).toMatchObject([
      { tierId: 'silver', until: '2029-12-31T16:00:00.000Z' },
    ])
    const idle = order(member(programme), programme, '2026-02-01', 500)
    expect(tierOn(idle, programme, '2028-01-01')).toBe('regular')
  })

  it('falls by one tier and no further where the programme says so, and by one more at the next end', () => {
    const programme = shopOf(yearly({ atEnd: 'one-down' }), {
      qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 100_000, within: 'year' }] },
      term: { lasts: '1 year to year-end', requalify: 'term', atEnd: 'one-down' },
    })
    const gold = order(member(programme), programme, '2026-02-01', 1_000)
    expect(['2027-12-31', '2028-01-01', '2029-12-31', '2030-01-01'].map((day) => tierOn(gold, programme, day))).toEqual(
      ['gold', 'silver', 'silver', 'regular'],
    )
  })

  it('nothing falls where tiers are kept', () => {
    const programme = shopOf(yearly({ atEnd: 'keep' }))
    expect(tierOn(order(member(programme), programme, '2026-02-01', 500), programme, '2035-01-01')).toBe('silver')
  })

  it('days of grace still count towards the term', () => {
    const rolling = (graceDays: number) =>
      shopOf({
        qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 50_000, within: '365 days' }] },
        term: { lasts: '12 months', requalify: 'term', atEnd: 'lapse', graceDays },
      })
    const live = (programme: Programme) =>
      order(order(member(programme), programme, '2026-02-01', 500), programme, '2027-02-10', 500).account.held.length
    expect([live(rolling(30)), live(rolling(0))]).toEqual([1, 1])
    const late = order(member(rolling(30)), rolling(30), '2026-02-01', 500)
    expect([tierOn(late, rolling(30), '2027-02-20'), tierOn(late, rolling(30), '2027-03-20')]).toEqual([
      'silver',
      'regular',
    ])
  })
})

describe('a refund', () => {
  const programme = shopOf(quarterly(500))

  it('takes the tier that the order gave, and leaves the member as if it had never been', () => {
    const before = order(member(programme), programme, '2026-02-01', 100)
    const bought = order(before, programme, '2026-03-01', 900)
    expect(bought.account.tierId).toBe('gold')
    const back = giveBack(bought, programme, { of: 'o2026-03-01-900', fen: 90_000, at: on('2026-08-01') })
    const { tierId, tierSince, held, totals, days } = back.account
    expect({ tierId, tierSince, held, totals, days }).toEqual({
      tierId: before.account.tierId,
      tierSince: before.account.tierSince,
      held: before.account.held,
      totals: before.account.totals,
      days: before.account.days,
    })
  })

  it('of a part leaves the tier that the rest would have reached then', () => {
    const bought = order(member(programme), programme, '2026-03-01', 1_000)
    const back = giveBack(bought, programme, { of: 'o2026-03-01-1000', fen: 40_000, at: on('2026-08-01') })
    expect(back.account.held).toMatchObject([{ tierId: 'silver', at: on('2026-03-01') }])
  })

  it('of a later order leaves a tier alone that was reached before', () => {
    const bought = order(order(member(programme), programme, '2026-02-01', 600), programme, '2026-05-01', 300)
    const back = giveBack(bought, programme, { of: 'o2026-05-01-300', fen: 30_000, at: on('2026-08-01') })
    expect(back.account.tierId).toBe('silver')
  })
})

describe('a refund of an order on which others have followed', () => {
  const [first, second, later] = ['2026-01-10', '2026-02-10', '2026-05-01'] as const

  it('leaves a tier that a later order alone would have reached, from that order on', () => {
    const programme = shopOf(quarterly(500))
    const both = order(order(member(programme), programme, first, 600), programme, second, 700)
    const back = giveBack(both, programme, { of: `o${first}-600`, fen: 60_000, at: on(later) })
    expect(back.account.held).toMatchObject([{ tierId: 'silver', until: '2026-12-31T16:00:00.000Z' }])
    expect(entriesOf(back, 'tier').at(-1)).toMatchObject({ from: 'gold', to: 'silver', cause: 'refund' })
    expect(tierOn(back, programme, '2027-01-01')).toBe('regular')
  })

  it('leaves none whose time would be over by now', () => {
    const programme = shopOf(quarterly(500, { lasts: '1 month' }))
    const both = order(order(member(programme), programme, first, 1_000), programme, second, 700)
    expect(both.account.held.map(({ tierId }) => tierId)).toEqual(['gold'])
    const back = giveBack(both, programme, { of: `o${first}-1000`, fen: 100_000, at: on(later) })
    expect(back.account.held).toEqual([])
  })

  it('is in its year as if the order had never been, whichever it is and whenever it comes back', () => {
    const orders = fc.array(fc.record({ day: fc.nat(320), fen: fc.constantFrom(40_000, 80_000, 130_000, 260_000) }), {
      minLength: 1,
      maxLength: 8,
      size: 'max',
    })
    fc.assert(
      fc.property(orders, fc.nat(), fc.nat(40), (drawn, which, wait) => {
        const year = drawn.map((one, index) => ({ ...one, id: `o${index}` })).sort((a, b) => a.day - b.day)
        const returned = year[which % year.length]!
        const at = (day: number) => on(addDays('2026-01-05', day))
        const live = (through: typeof year) =>
          through.reduce(
            (book, { id, fen, day }) => buy(book, pharmacy, { id, fen, at: at(day) }),
            newMember(pharmacy, 'account-1', on('2026-01-02')),
          )
        const back = giveBack(live(year), pharmacy, { of: returned.id, fen: returned.fen, at: at(320 + wait) })
        const without = live(year.filter((one) => one !== returned))
        const standing = ({ account }: Book) => [account.tierId, account.held.at(-1)?.until, account.totals]
        expect(standing(back)).toEqual(standing(without))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a change of the rules', () => {
  it('moves nobody until their next order, and then to what the rules of that day give', () => {
    const before = programmeOf()
    const stricter = programmeOf({
      tiers: before.tiers.map((tier) =>
        tier.id === 'silver'
          ? { ...tier, qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 80_000 }] } }
          : tier,
      ),
    })
    const silver = order(member(before), before, '2026-02-01', 600)
    expect(tierOn(silver, stricter, '2026-05-01')).toBe('silver')
    const next = order(silver, stricter, '2026-05-01', 1)
    expect(entriesOf(next, 'tier').at(-1)).toMatchObject({ from: 'silver', to: 'regular', cause: 'programme' })
  })
})
