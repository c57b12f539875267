import fc from 'fast-check'
import { balanceIn, buy, giveBack, newMember, programmeOf } from '../support/builders'

// Elsewhere one bought, earned, returned and kept the points; or the points were taken back twice.
describe('lesson 4: an order that is wholly returned leaves everything as if it had never been', () => {
  const programme = programmeOf()
  const standing = (book: ReturnType<typeof newMember>) => {
    const { lots, debt, totals, tierId } = book.account
    return { lots, debt, totals, tierId, balance: balanceIn(book) }
  }

  it('in one refund or in several, with points as money off or without', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.nat(120_000), parts, fc.nat(500), (earlier, amounts, burn) => {
        const before = buy(newMember(programme), programme, { id: 'e', fen: earlier })
        const fen = amounts.reduce((sum, amount) => sum + amount, 0)
        const bought = buy(before, programme, { id: 'x', fen, burn: Math.min(burn, balanceIn(before)) })
        const after = amounts.reduce((book, amount) => giveBack(book, programme, { of: 'x', fen: amount }), bought)
        expect(standing(after)).toEqual(standing(before))
      }),
    )
  })

  it('takes 100 points back in two halves, not 150', () => {
    const bought = buy(newMember(programme), programme, { fen: 10_000 })
    const half = giveBack(bought, programme, { fen: 5_000 })
    expect([balanceIn(half), balanceIn(giveBack(half, programme, { fen: 5_000 }))]).toEqual([50, 0])
  })
})
