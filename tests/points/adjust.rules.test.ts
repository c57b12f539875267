import fc from 'fast-check'
import {
  balanceIn,
  buy,
  correct,
  entriesOf,
  firstDay,
  giveBack,
  newMember,
  programmeOf,
  tryToCorrect,
} from '../support/builders'

const programme = programmeOf()
const rich = buy(newMember(programme), programme, { fen: 10_000 })

describe('a correction by staff', () => {
  it('adds points that expire like others, and names who did it and why', () => {
    const book = correct(newMember(programme), programme, 30)
    expect(entriesOf(book, 'adjust')).toMatchObject([
      {
        change: 30,
        reason: 'a reason',
        actor: 'staff-1',
        points: 30,
        expiresAt: '2027-01-31T16:00:00.000Z',
        draws: [],
      },
    ])
    expect(book.account.lots).toEqual([{ expiresAt: '2027-01-31T16:00:00.000Z', points: 30 }])
  })

  it('takes points from the lots that expire first, down to nothing', () => {
    const book = correct(rich, programme, -100)
    expect([balanceIn(book), book.account.lots]).toEqual([0, []])
    expect(entriesOf(book, 'adjust')).toMatchObject([{ points: -100, spent: 100, gained: 0, balanceAfter: 0 }])
  })

  it('is refused with points_short beyond what there is, and tells how many are short', () => {
    expect(tryToCorrect(rich, programme, -101)).toEqual({ ok: false, refusal: 'points_short', details: { short: 1 } })
  })

  it('takes nothing from somebody who owes, and what it adds pays the debt first', () => {
    const owing = giveBack(correct(rich, programme, -100), programme, { fen: 10_000 })
    expect(tryToCorrect(owing, programme, -1)).toMatchObject({ refusal: 'points_short', details: { short: 101 } })
    const paid = correct(owing, programme, 130)
    expect([paid.account.debt, balanceIn(paid)]).toEqual([0, 30])
    expect(entriesOf(paid, 'adjust').at(-1)).toMatchObject({ repaid: 100, points: 130 })
  })

  it('takes no points whose time is over', () => {
    expect(tryToCorrect(rich, programme, -1, '2027-01-31T16:00:00.000Z')).toMatchObject({ refusal: 'points_short' })
    expect(tryToCorrect(rich, programme, -1, '2027-01-31T15:59:59.999Z').ok).toBe(true)
  })

  it('moves neither what counts towards a tier nor the tier', () => {
    expect(correct(rich, programme, 500_000).account).toMatchObject({
      totals: rich.account.totals,
      tierId: rich.account.tierId,
    })
  })

  it('never leads below zero, in any sequence of corrections', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -60, max: 60 }).filter(Boolean), { maxLength: 30 }), (changes) => {
        let book = newMember(programme)
        for (const change of changes) {
          const possible = balanceIn(book) + change >= 0
          expect(tryToCorrect(book, programme, change, firstDay).ok).toBe(possible)
          if (possible) book = correct(book, programme, change)
        }
        expect(balanceIn(book)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
