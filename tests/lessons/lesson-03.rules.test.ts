import { auditAccount } from '../../shared/books/audit'
import { balanceIn, buy, correct, giveBack, newMember, programmeOf, tryToGiveBack } from '../support/builders'

// Elsewhere the shortfall was forgiven in silence while the statement showed the full amount: the ledger was not the balance.
describe('lesson 3: a refund after spending follows the policy of the programme, and the ledger is the balance', () => {
  const spent = (policy: 'debt' | 'write-off' | 'block') => {
    const programme = programmeOf({ refundShortfall: policy })
    const book = correct(buy(newMember(programme), programme, { fen: 10_000 }), programme, -80)
    return { programme, book }
  }

  it.each([
    ['debt', -80, -80],
    ['write-off', 0, 0],
  ] as const)('under %s the balance is %d and the entries add up to it', (policy, balance, sum) => {
    const { programme, book } = spent(policy)
    const after = giveBack(book, programme, { fen: 10_000 })
    expect(balanceIn(after)).toBe(balance)
    expect(after.entries.reduce((total, entry) => total + entry.points, 0)).toBe(sum)
    expect(auditAccount(after.account, balance, after.entries)).toEqual([])
  })

  it('under block nothing is refunded', () => {
    const { programme, book } = spent('block')
    expect(tryToGiveBack(book, programme, { fen: 10_000 })).toMatchObject({ ok: false, refusal: 'refund_points_spent' })
  })
})
