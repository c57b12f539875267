import fc from 'fast-check'
import { addDays } from '../../shared/kit/time'
import { pharmacy } from '../../shared/programme/presets/pharmacy'
import { openJournal } from '../../shared/books/journal'
import type { Programme, Tier } from '../../shared/programme/schema'
import { reviewTiers } from '../../shared/tiers/retier'
import { qualifiedRank, rankOf } from '../../shared/tiers/qualify'
import {
  buy,
  entriesOf,
  giveBack,
  newMember,
  programmeOf,
  spendOf,
  stampAt,
  tierOf,
  type Book,
} from '../support/builders'

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

  it('is kept by what was fulfilled in any window of the term, and by nothing that came before or brought it', () => {
    const programme = shopOf({
      qualification: { match: 'any', conditions: [{ kind: 'orders', atLeast: 3, within: 'month' }] },
      term: { lasts: '11 months', requalify: 'term', atEnd: 'lapse', graceDays: 30 },
    })
    const threeOn = (book: Book, day: string) =>
      [1, 2, 3].reduce((before, yuan) => order(before, programme, day, yuan), book)
    const reached = threeOn(member(programme), '2026-02-10')
    const bought = fc.array(fc.integer({ min: -5, max: 364 }), { maxLength: 9 })
    fc.assert(
      fc.property(bought, (after) => {
        const days = after.map((count) => addDays('2026-02-10', count)).sort()
        const book = days.reduce((before, day, index) => order(before, programme, day, 10 + index), reached)
        const inTerm = days.filter((day) => day > '2026-02-10')
        const inOneMonth = inTerm.some((day) => inTerm.filter((one) => one.slice(0, 7) === day.slice(0, 7)).length >= 3)
        expect(tierOn(book, programme, '2027-02-09')).toBe('silver')
        expect(tierOn(book, programme, '2027-02-10')).toBe(inOneMonth ? 'silver' : 'regular')
      }),
    )
  })

  it('is kept no longer by a window of the term before, nor by one that is older than what is remembered', () => {
    const lasting = (lasts: string) =>
      shopOf(
        {
          qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 50_000, within: '30 days' }] },
          term: { lasts, requalify: 'term', atEnd: 'lapse' },
        },
        { qualification: { match: 'any', conditions: [{ kind: 'by-hand' }] } },
      )
    const [half, long] = [lasting('6 months'), lasting('18 months')]
    const twice = (programme: Programme, day: string) =>
      order(order(member(programme), programme, '2026-01-10', 500), programme, day, 500)
    expect(['2026-07-11', '2027-01-12'].map((day) => tierOn(twice(half, '2026-03-01'), half, day))).toEqual([
      'silver',
      'regular',
    ])
    const ends = '2027-07-11'
    expect(['2026-06-04', '2026-06-05'].map((day) => tierOn(twice(long, day), long, ends))).toEqual([
      'regular',
      'silver',
    ])
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

  const asking = (silverFen: number, goldFen: number) =>
    programmeOf({
      tiers: [
        tierOf({ id: 'regular' }),
        tierOf({ id: 'silver', qualification: spendOf(silverFen) }),
        tierOf({ id: 'gold', qualification: spendOf(goldFen) }),
      ],
    })
  const tierAfterRefund = (book: Book, programme: Programme, yuan: number) =>
    giveBack(book, programme, { of: 'o2026-02-01-600', fen: yuan * 100, at: on('2026-05-01') }).account.tierId

  it('P10.2 leaves a tier to the next order also when a refund comes before it', () => {
    const silver = order(member(programmeOf()), programmeOf(), '2026-02-01', 600)
    expect(tierAfterRefund(silver, asking(80_000, 100_000), 1)).toBe('silver')
    expect(tierAfterRefund(silver, asking(10_000, 20_000), 1)).toBe('silver')
    const back = giveBack(silver, asking(80_000, 100_000), { of: 'o2026-02-01-600', fen: 100, at: on('2026-05-01') })
    expect(order(back, asking(80_000, 100_000), '2026-05-02', 1).account.tierId).toBe('regular')
  })

  it('lets a refund take what both the order and the rules of today had given', () => {
    const silver = order(member(programmeOf()), programmeOf(), '2026-02-01', 600)
    expect([100, 101].map((yuan) => tierAfterRefund(silver, asking(50_000, 90_000), yuan))).toEqual([
      'silver',
      'regular',
    ])
  })

  it('does not raise by a refund who would be higher at their next order', () => {
    const twoOrders = (goldFen: number) =>
      shopOf(
        { qualification: { match: 'any', conditions: [{ kind: 'orders', atLeast: 2 }] } },
        { qualification: spendOf(goldFen) },
      )
    const bought = order(member(twoOrders(90_000)), twoOrders(90_000), '2026-02-01', 600)
    const silver = order(bought, twoOrders(90_000), '2026-02-02', 200)
    const back = giveBack(silver, twoOrders(10_000), { of: 'o2026-02-02-200', fen: 20_000, at: on('2026-05-01') })
    expect([silver, back].map(({ account }) => account.tierId)).toEqual(['silver', 'regular'])
    expect(order(back, twoOrders(10_000), '2026-05-02', 1).account.tierId).toBe('gold')
  })

  it('never makes a refund raise anybody, nor lower anybody whom it left where the rules of today had them', () => {
    const thresholds = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 80 }))
    const amounts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(thresholds, thresholds, amounts, fc.nat(), fc.nat(), (old, now, orders, which, part) => {
        const [before, after] = [asking(...old), asking(...now)]
        const bought = orders.reduce(
          (book, fen, index) => buy(book, before, { id: `o${index}`, fen, at: on('2026-02-01') }),
          member(before),
        )
        const index = which % orders.length
        const fen = 1 + (part % orders[index]!)
        const back = giveBack(bought, after, { of: `o${index}`, fen, at: on('2026-05-01') })
        const rank = ({ account }: Book) => rankOf(after, account.tierId)
        const today = ({ account }: Book) => qualifiedRank(after, account, '2026-05-01')
        expect(rank(back)).toBeLessThanOrEqual(rank(bought))
        expect(rank(back) < rank(bought) && today(back) === today(bought)).toBe(false)
      }),
    )
  })
})
