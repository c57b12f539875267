import { balanceIn, buy, newMember, programmeOf, tryToBuy, tryToCorrect } from '../support/builders'

// Elsewhere the call that took the points came back without a word and the order kept its discount.
describe('lesson 1: too few points refuse the whole command', () => {
  const programme = programmeOf()
  const book = buy(newMember(programme), programme, { fen: 5_000 })

  it('an order whose points are too few is not taken at a discount that nobody paid', () => {
    expect(balanceIn(book)).toBe(50)
    expect(tryToBuy(book, programme, { id: 'b', fen: 1_000, burn: 51 })).toEqual({
      ok: false,
      refusal: 'points_short',
      details: { short: 1 },
    })
  })

  it('a correction that would take more than there is takes nothing', () => {
    expect(tryToCorrect(book, programme, -51)).toMatchObject({ ok: false, refusal: 'points_short' })
  })
})
