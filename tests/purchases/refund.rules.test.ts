import fc from 'fast-check'
import { lotsTotal } from '../../shared/books/lots'
import {
  balanceIn,
  buy,
  correct,
  entriesOf,
  giveBack,
  newMember,
  passTo,
  programmeOf,
  tryToGiveBack,
  type Book,
} from '../support/builders'

const programme = programmeOf()
const may = '2026-05-20T04:00:00.000Z'
const june = '2026-06-20T04:00:00.000Z'
const standing = ({ account }: Book) => [account.lots, account.debt, account.totals, account.tierId]

describe('a whole refund', () => {
  it('takes back exactly what the order gave, by reference, though its tier has moved on since', () => {
    const before = buy(newMember(programme), programme, { id: 'a', fen: 49_900 })
    const book = buy(buy(before, programme, { id: 'b', fen: 10_000 }), programme, { id: 'c', fen: 10_000 })
    const after = giveBack(book, programme, { of: 'a', fen: 49_900 })
    expect(entriesOf(after, 'refund')).toMatchObject([
      { reverses: 'order:S1:a', reversed: 499, points: -499, whole: true, owed: 0, tierAfter: 'regular' },
    ])
    expect([balanceIn(after), after.account.totals]).toEqual([250, { spendFen: 20_000, orders: 2, pointsEarned: 250 }])
  })

  it('keeps the rate of later orders, which were earned at the tier held then', () => {
    const book = buy(buy(newMember(programme), programme, { id: 'a', fen: 50_000 }), programme, {
      id: 'b',
      fen: 10_000,
    })
    const after = giveBack(book, programme, { of: 'a', fen: 50_000 })
    expect([balanceIn(after), after.account.tierId]).toEqual([150, 'regular'])
  })

  it('is as if the order had never been, whatever was there before it', () => {
    const order = fc.record({ fen: fc.nat(120_000), burn: fc.nat(800), at: fc.constantFrom(may, june) })
    fc.assert(
      fc.property(fc.array(fc.nat(60_000), { maxLength: 4 }), order, (earlier, { fen, burn, at }) => {
        const before = earlier.reduce(
          (book, amount, index) =>
            buy(book, programme, { id: `e${index}`, fen: amount, at: index % 2 ? may : '2026-04-01T04:00:00.000Z' }),
          newMember(programme),
        )
        const bought = buy(before, programme, { id: 'x', fen, burn: Math.min(burn, balanceIn(before)), at, now: june })
        const after = giveBack(bought, programme, { of: 'x', fen, at: june })
        expect(standing(after)).toEqual(standing(before))
      }),
    )
  })

  it('leaves expired points expired and asks nothing for them', () => {
    const book = passTo(buy(newMember(programme), programme, { fen: 10_000, at: may }), '2027-07-01T00:00:00.000Z')
    const after = giveBack(book, programme, { fen: 10_000, at: '2027-07-01T00:00:00.000Z' })
    expect(entriesOf(after, 'refund')).toMatchObject([{ reversed: 100, lapsed: 100, owed: 0, draws: [], points: 0 }])
    expect([balanceIn(after), after.account.debt]).toEqual([0, 0])
  })
})

describe('partial refunds', () => {
  it('leave what the rest of the order would have given', () => {
    const book = buy(newMember(programme), programme, { fen: 10_099 })
    const once = giveBack(book, programme, { fen: 50 })
    expect([balanceIn(once), entriesOf(once, 'refund')[0]?.whole]).toEqual([100, false])
    const twice = giveBack(once, programme, { fen: 50 })
    expect(balanceIn(twice)).toBe(99)
    expect(twice.account.totals).toEqual({ spendFen: 9_999, orders: 1, pointsEarned: 99 })
  })

  it('are reckoned at the rate of the order itself, not of the tier held now', () => {
    const silver = buy(newMember(programme), programme, { id: 'a', fen: 50_000 })
    const book = buy(buy(silver, programme, { id: 'b', fen: 20_000 }), programme, { id: 'c', fen: 100_000 })
    const after = giveBack(book, programme, { of: 'b', fen: 10_000 })
    expect(entriesOf(after, 'refund')).toMatchObject([{ reversed: 150, points: -150 }])
  })

  it('leave what the rest would have earned as the order’s points were rounded, however they are rounded now', () => {
    const roundings = fc.constantFrom('down' as const, 'nearest' as const, 'up' as const)
    fc.assert(
      fc.property(roundings, fc.integer({ min: 2, max: 90_000 }), fc.nat(90_000), (rounding, fen, part) => {
        const rounded = programmeOf({ earning: { rounding } })
        const [back, rest] = [1 + (part % (fen - 1)), fen - 1 - (part % (fen - 1))]
        const book = giveBack(buy(newMember(rounded), rounded, { fen }), programme, { fen: back })
        expect(balanceIn(book)).toBe(balanceIn(buy(newMember(rounded), rounded, { fen: rest })))
        expect(balanceIn(giveBack(book, programme, { fen: rest, id: 'last' }))).toBe(0)
      }),
    )
  })

  it('add up to the whole refund, to the point and to each lot, in however many parts', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(parts, fc.nat(300), (amounts, burn) => {
        const fen = amounts.reduce((sum, amount) => sum + amount, 0)
        const rich = buy(
          buy(newMember(programme), programme, { id: 'e', fen: 20_000, at: '2026-04-01T04:00:00.000Z' }),
          programme,
          { id: 'f', fen: 20_000, at: may },
        )
        const bought = buy(rich, programme, { id: 'x', fen, burn, at: may, now: june })
        const after = amounts.reduce(
          (book, amount) => giveBack(book, programme, { of: 'x', fen: amount, at: june }),
          bought,
        )
        expect(standing(after)).toEqual(standing(rich))
        expect(entriesOf(after, 'refund').map((entry) => entry.whole)).toEqual(
          amounts.map((_, index) => index === amounts.length - 1),
        )
      }),
    )
  })

  it('never take more than the order gave, nor return more than it took', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.array(fc.nat(20_000), { maxLength: 5 }), (fen, amounts) => {
        const bought = buy(buy(newMember(programme), programme, { id: 'e', fen: 30_000 }), programme, {
          id: 'x',
          fen,
          burn: 77,
        })
        const after = amounts.reduce((book, amount) => {
          const ruling = tryToGiveBack(book, programme, { of: 'x', fen: amount })
          return ruling.ok ? giveBack(book, programme, { of: 'x', fen: amount }) : book
        }, bought)
        const refunds = entriesOf(after, 'refund')
        const sum = (of: (entry: (typeof refunds)[number]) => number) => refunds.reduce((all, one) => all + of(one), 0)
        expect(sum((one) => one.reversed)).toBeLessThanOrEqual(entriesOf(bought, 'purchase')[1]!.earned)
        expect(sum((one) => one.returned)).toBeLessThanOrEqual(77)
        expect(sum((one) => one.amountFen)).toBeLessThanOrEqual(fen)
      }),
    )
  })

  it.each([
    ['more than the order', [10_001]],
    ['more than what is left', [6_000, 4_001]],
    ['anything once all is returned', [10_000, 0]],
  ])('refuse %s with refund_above_rest', (_, amounts) => {
    const book = buy(newMember(programme), programme, { fen: 10_000 })
    const before = amounts.slice(0, -1).reduce((now, fen) => giveBack(now, programme, { fen }), book)
    expect(tryToGiveBack(before, programme, { fen: amounts.at(-1)! })).toMatchObject({ refusal: 'refund_above_rest' })
  })
})

describe('points taken as money off', () => {
  const rich = buy(
    buy(newMember(programme), programme, { id: 'e', fen: 10_000, at: '2026-01-10T04:00:00.000Z' }),
    programme,
    { id: 'f', fen: 10_000, at: may },
  )
  const bought = buy(rich, programme, { id: 'x', fen: 10_000, burn: 150, at: may })

  it('come back into the lots they came from, the one spent last before the others', () => {
    const half = giveBack(bought, programme, { of: 'x', fen: 5_000, at: may })
    expect(entriesOf(half, 'refund')[0]).toMatchObject({
      returned: 75,
      returnedLots: [
        { expiresAt: '2027-01-31T16:00:00.000Z', points: 25 },
        { expiresAt: '2027-05-31T16:00:00.000Z', points: 50 },
      ],
    })
  })

  it('stay expired when their time has passed meanwhile', () => {
    const late = giveBack(bought, programme, { of: 'x', fen: 10_000, at: may, now: '2027-02-01T00:00:00.000Z' })
    expect(entriesOf(late, 'refund')[0]).toMatchObject({ returned: 50, reversed: 100 })
    expect(lotsTotal(late.account.lots)).toBe(100)
  })

  it('first pay what is owed', () => {
    const poor = correct(bought, programme, -balanceIn(bought))
    const after = giveBack(poor, programme, { of: 'x', fen: 10_000, at: may })
    expect(entriesOf(after, 'refund')[0]).toMatchObject({ reversed: 100, owed: 100, returned: 150, repaid: 100 })
    expect([balanceIn(after), after.account.debt]).toEqual([50, 0])
  })
})
