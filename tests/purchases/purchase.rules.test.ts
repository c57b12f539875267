import fc from 'fast-check'
import { balanceOf } from '../../shared/books/account'
import {
  balanceIn,
  buy,
  correct,
  entriesOf,
  giveBack,
  newMember,
  passTo,
  programmeOf,
  tryToBuy,
} from '../support/builders'

const programme = programmeOf()
const may = '2026-05-20T04:00:00.000Z'

describe('an order', () => {
  it.each([
    [10_000, 100],
    [10_001, 100],
    [10_099, 100],
    [99, 0],
    [0, 0],
  ])('of %d fen gives a regular member %d points', (fen, points) => {
    const book = buy(newMember(programme), programme, { fen })
    expect([balanceIn(book), book.account.totals]).toEqual([points, { spendFen: fen, orders: 1, pointsEarned: points }])
  })

  it('says in its entry what was paid, at which rate and tier, until when its points are good', () => {
    const book = buy(newMember(programme), programme, { id: 'a', fen: 2_933, at: may })
    expect(entriesOf(book, 'purchase')).toMatchObject([
      {
        _id: 'order:S1:a',
        seq: 2,
        at: may,
        month: '2026-05',
        amountFen: 2_933,
        rate: 100,
        rateTierId: 'regular',
        earned: 29,
        points: 29,
        gained: 29,
        spent: 0,
        balanceAfter: 29,
        expiresAt: '2027-05-31T16:00:00.000Z',
        tierAfter: 'regular',
        programmeVersion: 1,
      },
    ])
  })

  it('takes points as money off before it gives any, soonest-expiring first', () => {
    const early = buy(newMember(programme), programme, { id: 'a', fen: 10_000, at: '2026-01-10T04:00:00.000Z' })
    const late = buy(early, programme, { id: 'b', fen: 10_000, at: may })
    const book = buy(late, programme, { id: 'c', fen: 5_000, burn: 150, at: may })
    expect(entriesOf(book, 'burn')).toMatchObject([
      {
        burned: 150,
        points: -150,
        balanceAfter: 50,
        draws: [
          { expiresAt: '2027-01-31T16:00:00.000Z', points: 100 },
          { expiresAt: '2027-05-31T16:00:00.000Z', points: 50 },
        ],
      },
    ])
    expect(entriesOf(book, 'purchase').at(-1)).toMatchObject({ burned: 150, burnedWorthFen: 150, earned: 50 })
    expect(balanceIn(book)).toBe(100)
  })

  it('is refused whole with points_short when the points are too few, and leaves nothing behind', () => {
    const book = buy(newMember(programme), programme, { fen: 10_000 })
    const ruling = tryToBuy(book, programme, { id: 'b', fen: 5_000, burn: 101 })
    expect(ruling).toEqual({ ok: false, refusal: 'points_short', details: { short: 1 } })
  })

  it('cannot pay with the points that it would give itself', () => {
    expect(tryToBuy(newMember(programme), programme, { fen: 100_000, burn: 1 })).toMatchObject({
      refusal: 'points_short',
    })
  })

  it('is refused with points_not_redeemable where the programme takes no points as money', () => {
    const none = programmeOf({ redemption: null })
    const book = buy(newMember(none), none, { fen: 10_000 })
    expect(tryToBuy(book, none, { id: 'b', fen: 1, burn: 1 })).toEqual({ ok: false, refusal: 'points_not_redeemable' })
  })

  it('cannot be paid with points whose time is over', () => {
    const book = buy(newMember(programme), programme, { fen: 10_000, at: may })
    const [last, over] = ['2027-05-31T15:59:59.999Z', '2027-05-31T16:00:00.000Z']
    expect(tryToBuy(book, programme, { id: 'b', fen: 1, burn: 100, at: last }).ok).toBe(true)
    expect(tryToBuy(book, programme, { id: 'b', fen: 1, burn: 100, at: over })).toMatchObject({
      refusal: 'points_short',
      details: { short: 100 },
    })
  })

  it('first pays what is owed, and counts in full towards the tier', () => {
    const owing = giveBack(correct(buy(newMember(programme), programme, { fen: 10_000 }), programme, -100), programme, {
      fen: 10_000,
    })
    expect([balanceIn(owing), owing.account.debt]).toEqual([-100, 100])
    expect(tryToBuy(owing, programme, { id: 'x', fen: 1, burn: 1 })).toMatchObject({ details: { short: 101 } })
    const half = buy(owing, programme, { id: 'b', fen: 6_000 })
    expect([balanceIn(half), half.account.debt, half.account.lots]).toEqual([-40, 40, []])
    const paid = buy(half, programme, { id: 'c', fen: 6_000 })
    expect([balanceIn(paid), paid.account.debt]).toEqual([20, 0])
    expect(paid.account.totals.pointsEarned).toBe(120)
  })
})

describe('two members', () => {
  const step = fc.record({ who: fc.boolean(), fen: fc.nat(80_000), burn: fc.nat(60) })
  it('never change each other, whatever each does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const run = (only: boolean | null) =>
          steps.reduce(
            (books, { who, fen, burn }, index) => {
              if (only !== null && who !== only) return books
              const at = who ? 0 : 1
              const usable = Math.min(burn, Math.max(balanceOf(books[at]!.account), 0))
              const next = buy(books[at]!, programme, { id: `o${index}`, fen, burn: usable })
              return at === 0 ? [next, books[1]!] : [books[0]!, next]
            },
            [newMember(programme, 'account-1'), newMember(programme, 'account-2')],
          )
        const together = run(null)
        expect(together[0]).toEqual(run(true)[0])
        expect(together[1]).toEqual(run(false)[1])
      }),
    )
  })
})

describe('points whose time is over', () => {
  it('leave in an entry of their own for each expiry, dated when they ended', () => {
    const two = buy(
      buy(newMember(programme), programme, { id: 'a', fen: 10_000, at: '2026-01-10T04:00:00.000Z' }),
      programme,
      { id: 'b', fen: 20_000, at: may },
    )
    const after = passTo(two, '2027-06-15T04:00:00.000Z')
    expect(entriesOf(after, 'expire').map((entry) => [entry.at, entry.points, entry.balanceAfter])).toEqual([
      ['2027-01-31T16:00:00.000Z', -100, 200],
      ['2027-05-31T16:00:00.000Z', -200, 0],
    ])
    expect(passTo(after, '2028-01-01T00:00:00.000Z')).toEqual(after)
  })

  it('take nothing from what counts towards the tier', () => {
    const book = passTo(buy(newMember(programme), programme, { fen: 60_000 }), '2030-01-01T00:00:00.000Z')
    expect(book.account).toMatchObject({ tierId: 'silver', totals: { spendFen: 60_000, pointsEarned: 600 } })
  })
})
