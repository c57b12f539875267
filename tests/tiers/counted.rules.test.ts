import fc from 'fast-check'
import { countedBefore } from '../../shared/tiers/counted'
import { fold } from '../../shared/books/evolve'
import { buy, correct, entriesOf, newMember, programmeOf, tryToGiveBack, allowed, type Book } from '../support/builders'

const programme = programmeOf()

/** Orders of these amounts, each given back in part where a part is named. */
function lifeOf(orders: readonly { fen: number; part: number | null }[]): Book {
  return orders.reduce(
    (book, { fen, part }, index) => {
      const bought = buy(book, programme, { id: `o${index}`, fen })
      const ruling =
        part === null ? null : tryToGiveBack(bought, programme, { of: `o${index}`, fen: Math.ceil(fen * part) })
      return ruling?.ok ? allowed(bought, ruling) : bought
    },
    correct(newMember(programme), programme, 50),
  )
}

describe('what counted before an entry', () => {
  it('is what the entries before it add up to, for every entry of a life', () => {
    const order = fc.record({ fen: fc.nat(90_000), part: fc.constantFrom(null, 0, 0.4, 1) })
    fc.assert(
      fc.property(fc.array(order, { maxLength: 12 }), (orders) => {
        const { account, entries } = lifeOf(orders)
        entries.reduceRight((counted, entry, index) => {
          const before = countedBefore(counted, entry)
          if (index > 0) expect(before).toEqual(fold(entries.slice(0, index))!.totals)
          return before
        }, account.totals)
      }),
    )
  })

  it('has an order again that was wholly given back', () => {
    const book = lifeOf([{ fen: 10_000, part: 1 }])
    const refund = entriesOf(book, 'refund')[0]!
    expect(countedBefore(book.account.totals, refund)).toEqual({ spendFen: 10_000, orders: 1, pointsEarned: 100 })
  })
})
