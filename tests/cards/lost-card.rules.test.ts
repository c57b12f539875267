import { cardAccepted } from '../../shared/cards/accepted'
import { allowed, buy, newMember, programmeOf, tryToFreeze, tryToReissue } from '../support/builders'

const programme = programmeOf()
const book = buy(newMember(programme), programme, { fen: 60_000 })
const frozen = allowed(book, tryToFreeze(book))
const reissued = allowed(frozen, tryToReissue(frozen, '2000000002'))

describe('P2.6 a lost card', () => {
  it('is frozen once, and nothing else of the member changes', () => {
    const { cardFrozenAt, seq, ...rest } = frozen.account
    expect(cardFrozenAt).toBe(frozen.entries.at(-1)!.at)
    expect({ ...rest, cardFrozenAt: null, seq: book.account.seq }).toEqual(book.account)
    expect(allowed(frozen, tryToFreeze(frozen)).entries).toHaveLength(seq)
  })

  it('is replaced by a new number with points, tier and amounts as they were, and frozen no more', () => {
    const { cardNo, seq, ...rest } = reissued.account
    expect([cardNo, seq]).toEqual(['2000000002', frozen.account.seq + 1])
    expect({ ...rest, cardNo: book.account.cardNo, seq: book.account.seq }).toEqual(book.account)
    expect(reissued.entries.at(-1)).toMatchObject({ from: '1000000001', to: '2000000002', check: 'known', points: 0 })
  })

  it('is replaced only after it was frozen, and only once', () => {
    expect(tryToReissue(book, '2000000002')).toEqual({ ok: false, refusal: 'card_not_frozen' })
    expect(tryToReissue(reissued, '2000000003')).toEqual({ ok: false, refusal: 'card_not_frozen' })
  })

  it('is taken by no till, neither while it is frozen nor once there is a new one', () => {
    const codes = [book, frozen, reissued].map(({ account }) =>
      cardAccepted({ holder: account, main: null }, '1000000001'),
    )
    expect(codes.map((one) => (one.ok ? 'ok' : one.refusal))).toEqual(['ok', 'card_frozen', 'card_reissued'])
    expect(cardAccepted({ holder: reissued.account, main: null }, '2000000002').ok).toBe(true)
  })
})
