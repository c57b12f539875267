import fc from 'fast-check'
import { openJournal } from '../../shared/books/journal'
import { addDays } from '../../shared/kit/time'
import type { Programme, Tier } from '../../shared/programme/schema'
import { rankOf } from '../../shared/tiers/qualify'
import { reviewTiers } from '../../shared/tiers/retier'
import { buy, entriesOf, giveBack, newMember, programmeOf, stampAt, tierOf, type Book } from '../support/builders'

type Term = NonNullable<Tier['term']>

/** Reached by so much spent in a calendar month, for three months that may earn the next three. */
function monthly(yuan: number, term: Partial<Term>): Partial<Tier> {
  return {
    qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: yuan * 100, within: 'month' }] },
    term: { lasts: '3 months', requalify: 'term', atEnd: 'lapse', ...term },
  }
}

function shopOf(term: Partial<Term> = {}, gold: Partial<Tier> = monthly(1_000, term)): Programme {
  return programmeOf({
    expiry: { kind: 'never' },
    tiers: [
      tierOf({ id: 'regular' }),
      tierOf({ id: 'silver', ...monthly(500, term) }),
      tierOf({ id: 'gold', ...gold }),
    ],
  })
}

/** A day's noon in Shanghai. */
const on = (day: string) => `${day}T04:00:00.000Z`
type Order = { id: string; yuan: number; day: string }

function live(programme: Programme, orders: readonly Order[]): Book {
  return orders.reduce(
    (book, { id, yuan, day }) => buy(book, programme, { id, fen: yuan * 100, at: on(day) }),
    newMember(programme, 'account-1', on('2026-01-01')),
  )
}

function review(book: Book, programme: Programme, day: string): Book {
  const journal = reviewTiers(openJournal(book.account, stampAt(on(day))), programme, on(day))
  return { account: journal.account, entries: [...book.entries, ...journal.entries] }
}

const byHand: Partial<Tier> = { qualification: { match: 'any', conditions: [{ kind: 'by-hand' }] } }

const returned = (book: Book, programme: Programme, { id, yuan }: Order, day: string, part = yuan) =>
  giveBack(book, programme, { of: id, fen: part * 100, at: on(day) })

/** Silver from 10 January for three months, which an order of March earns anew from 11 April on. */
const reached = { id: 'a', yuan: 500, day: '2026-01-10' }
const again = { id: 'b', yuan: 600, day: '2026-03-05' }

describe('a refund of the order by which a term had earned the next one', () => {
  const programme = shopOf()
  const renewed = review(live(programme, [reached, again]), programme, '2026-05-01')

  it('takes the term back that it had earned, and the tier with it', () => {
    expect(renewed.account.held).toMatchObject([{ tierId: 'silver', until: '2026-07-11T16:00:00.000Z' }])
    const back = returned(renewed, programme, again, '2026-05-01')
    expect(back.account).toMatchObject({ tierId: 'regular', held: [], tierSince: on('2026-01-01') })
    expect(entriesOf(back, 'tier').at(-1)).toMatchObject({ from: 'silver', to: 'regular', cause: 'refund' })
  })

  it('leaves it for what the rest of that order, or another order of the term, still earns', () => {
    expect(returned(renewed, programme, again, '2026-05-01', 100).account.held).toEqual(renewed.account.held)
    expect(returned(renewed, programme, again, '2026-05-01', 101).account.held).toEqual([])
    const other = { id: 'c', yuan: 500, day: '2026-02-05' }
    const twice = review(live(programme, [reached, other, again]), programme, '2026-05-01')
    expect(returned(twice, programme, again, '2026-05-01').account.held).toEqual(twice.account.held)
  })

  it('comes before the term has ended: then nothing was earned yet, and the tier lasts to its end', () => {
    const early = returned(live(programme, [reached, again]), programme, again, '2026-04-01')
    expect(early.account.tierId).toBe('silver')
    expect(review(early, programme, '2026-04-11').account.tierId).toBe('regular')
  })

  it('leaves the tier from that order on that would have reached it since', () => {
    const since = { id: 'c', yuan: 500, day: '2026-04-20' }
    const back = returned(live(programme, [reached, again, since]), programme, again, '2026-05-01')
    expect(back.account.held).toMatchObject([{ tierId: 'silver', at: '2026-04-19T16:00:00.000Z' }])
    expect(review(back, programme, '2026-07-20').account.tierId).toBe('silver')
    expect(review(back, programme, '2026-07-21').account.tierId).toBe('regular')
  })

  it('two terms later takes both, as the second stood on the first', () => {
    const [second, late] = [{ id: 'c', yuan: 300, day: '2026-05-05' }, '2026-08-01']
    const third = { id: 'd', yuan: 200, day: '2026-05-06' }
    const twice = review(live(programme, [reached, again, second, third]), programme, late)
    expect(twice.account.held).toMatchObject([{ from: '2026-07-11T16:00:00.000Z' }])
    expect(returned(twice, programme, third, late).account.held).toEqual([])
    const back = returned(twice, programme, again, late)
    expect(back.account.held).toMatchObject([{ tierId: 'silver', at: '2026-05-05T16:00:00.000Z' }])
  })

  it('counts days of grace for the term before them', () => {
    const kind = shopOf({ graceDays: 30 })
    const late = { id: 'b', yuan: 500, day: '2026-05-05' }
    const kept = review(live(kind, [reached, late]), kind, '2026-05-20')
    expect(kept.account.held).toMatchObject([{ from: '2026-04-10T16:00:00.000Z' }])
    expect(returned(kept, kind, late, '2026-05-20').account.held).toEqual([])
  })

  it('moves nobody whose terms were of another length under the rules of then', () => {
    for (const lasts of ['1 month', '4 months']) {
      const back = returned(renewed, shopOf({ lasts }), again, '2026-05-01')
      expect(back.account.held).toEqual(renewed.account.held)
    }
  })

  it('steps down where the programme steps down, and there is no tier below without the one that was stepped from', () => {
    const steps = shopOf({ atEnd: 'one-down' })
    const [first, second] = [
      { id: 'a', yuan: 1_000, day: '2026-01-10' },
      { id: 'b', yuan: 1_000, day: '2026-03-05' },
    ]
    const gold = review(live(steps, [first, second]), steps, '2026-05-01')
    expect(gold.account.tierId).toBe('gold')
    const silver = returned(gold, steps, second, '2026-05-01')
    expect(silver.account.held).toMatchObject([{ tierId: 'silver', cause: 'stepped-down', fell: { tierId: 'gold' } }])
    expect(returned(silver, steps, first, '2026-05-02').account.held).toEqual([])
  })

  it('has a term begin with the order that would have reached the tier without it', () => {
    const next = { id: 'b', yuan: 500, day: '2026-01-25' }
    const oneTier = shopOf({}, byHand)
    const both = live(oneTier, [reached, next])
    expect(both.account.held).toMatchObject([{ at: on('2026-01-10') }])
    const back = returned(both, oneTier, reached, '2026-01-28')
    expect(back.account.held).toMatchObject([{ tierId: 'silver', until: '2026-04-25T16:00:00.000Z' }])
  })
})

it('whichever order comes back and whenever, the tier is as if it had never been, and nobody rises', () => {
  const orders = fc.array(fc.record({ day: fc.nat(320), yuan: fc.constantFrom(200, 300, 500, 700, 1_000) }), {
    minLength: 1,
    maxLength: 9,
    size: 'max',
  })
  const terms = fc.record({
    lasts: fc.constantFrom('2 months', '3 months', 'to quarter-end', '1 month to month-end'),
    atEnd: fc.constantFrom('lapse' as const, 'one-down' as const, 'keep' as const),
    graceDays: fc.constantFrom(0, 10),
  })
  fc.assert(
    fc.property(orders, terms, fc.nat(), fc.nat(40), (drawn, term, which, wait) => {
      const programme = shopOf(term, byHand)
      const year = [...drawn]
        .sort((a, b) => a.day - b.day)
        .map(({ day, yuan }, index) => ({ id: `o${index}`, yuan, day: addDays('2026-01-05', day) }))
      const one = year[which % year.length]!
      const day = addDays('2026-01-05', 320 + wait)
      const all = review(live(programme, year), programme, day)
      const without = live(
        programme,
        year.filter((other) => other !== one),
      )
      const rank = ({ account }: Book) => rankOf(programme, account.tierId)
      const wanted = Math.min(rank(all), rank(review(without, programme, day)))
      expect(rank(returned(all, programme, one, day))).toBe(wanted)
    }),
    { numRuns: 300 },
  )
})
