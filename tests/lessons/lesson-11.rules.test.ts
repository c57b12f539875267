import { balanceIn, buy, correct, newMember, programmeOf } from '../support/builders'

// Elsewhere spending points cost a member the tier, and a gift of points raised it.
describe('lesson 11: a tier is decided by what qualifies, never by the balance', () => {
  const programme = programmeOf()

  it('is kept by a member who burns every point', () => {
    const silver = buy(newMember(programme), programme, { fen: 60_000 })
    const empty = buy(silver, programme, { id: 'b', fen: 0, burn: balanceIn(silver) })
    expect([balanceIn(empty), empty.account.tierId]).toEqual([0, 'silver'])
  })

  it('is not reached by points that were given', () => {
    const gifted = buy(correct(newMember(programme), programme, 900_000), programme, { fen: 100 })
    expect(gifted.account.tierId).toBe('regular')
  })
})
