import { auditAccount } from '../../shared/books/audit'
import {
  balanceIn,
  buy,
  correct,
  entriesOf,
  giveBack,
  newMember,
  programmeOf,
  tryToGiveBack,
} from '../support/builders'

/** A member who earned 100 points by an order and has spent 70 of them. */
function spender(programme = programmeOf()) {
  return correct(buy(newMember(programme), programme, { fen: 10_000 }), programme, -70)
}

describe('a refund after the points were spent', () => {
  it('leaves a debt where the programme says debt: the statement shows what really moved', () => {
    const programme = programmeOf({ refundShortfall: 'debt' })
    const book = giveBack(spender(programme), programme, { fen: 10_000 })
    expect(entriesOf(book, 'refund')).toMatchObject([{ reversed: 100, owed: 70, points: -100, balanceAfter: -70 }])
    expect([balanceIn(book), book.account.debt, book.account.lots]).toEqual([-70, 70, []])
    expect(auditAccount(book.account, -70, book.entries)).toEqual([])
  })

  it('ends at zero with an entry that forgives the rest where the programme says write-off', () => {
    const programme = programmeOf({ refundShortfall: 'write-off' })
    const book = giveBack(spender(programme), programme, { fen: 10_000 })
    expect(entriesOf(book, 'writeOff')).toMatchObject([{ forgiven: 70, points: 70, balanceAfter: 0, orderId: 'a' }])
    expect([balanceIn(book), book.account.debt]).toEqual([0, 0])
    expect(auditAccount(book.account, 0, book.entries)).toEqual([])
  })

  it('is refused with refund_points_spent where the programme says block', () => {
    const programme = programmeOf({ refundShortfall: 'block' })
    expect(tryToGiveBack(spender(programme), programme, { fen: 10_000 })).toEqual({
      ok: false,
      refusal: 'refund_points_spent',
      details: { short: 70 },
    })
    expect(tryToGiveBack(spender(programme), programme, { fen: 3_000 }).ok).toBe(true)
  })

  it('writes nothing off and blocks nothing when the points are all there', () => {
    for (const refundShortfall of ['write-off', 'block', 'debt'] as const) {
      const programme = programmeOf({ refundShortfall })
      const book = giveBack(buy(newMember(programme), programme, { fen: 10_000 }), programme, { fen: 10_000 })
      expect([balanceIn(book), entriesOf(book, 'writeOff')]).toEqual([0, []])
    }
  })

  it('takes from the lot of the order before it touches any other', () => {
    const programme = programmeOf()
    const early = buy(newMember(programme), programme, { id: 'a', fen: 10_000, at: '2026-01-10T04:00:00.000Z' })
    const two = buy(early, programme, { id: 'b', fen: 10_000, at: '2026-05-20T04:00:00.000Z' })
    const book = giveBack(two, programme, { of: 'b', fen: 10_000, at: '2026-05-21T04:00:00.000Z' })
    expect(book.account.lots).toEqual([{ expiresAt: '2027-01-31T16:00:00.000Z', points: 100 }])
  })

  it('falls back on other lots, soonest-expiring first, before it leaves a debt', () => {
    const programme = programmeOf()
    const early = buy(newMember(programme), programme, { id: 'a', fen: 10_000, at: '2026-01-10T04:00:00.000Z' })
    const two = buy(early, programme, { id: 'b', fen: 10_000, at: '2026-05-20T04:00:00.000Z' })
    const book = giveBack(correct(two, programme, -150), programme, { of: 'a', fen: 10_000 })
    expect(entriesOf(book, 'refund')).toMatchObject([
      { owed: 50, draws: [{ expiresAt: '2027-05-31T16:00:00.000Z', points: 50 }] },
    ])
  })

  it('cannot be turned into points: buy, earn, spend, return leaves the member owing what was spent', () => {
    const programme = programmeOf()
    const round = (book = newMember(programme), n = 0) => {
      const bought = buy(book, programme, { id: `o${n}`, fen: 10_000 })
      const spent = balanceIn(bought) > 0 ? correct(bought, programme, -balanceIn(bought)) : bought
      return giveBack(spent, programme, { of: `o${n}`, fen: 10_000 })
    }
    const once = round()
    const thrice = round(round(once, 1), 2)
    expect([balanceIn(once), balanceIn(thrice)]).toEqual([-100, -100])
  })
})
