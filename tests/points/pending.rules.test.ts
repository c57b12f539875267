import fc from 'fast-check'
import { pendingOf } from '../../shared/books/account'
import { auditAccount } from '../../shared/books/audit'
import { openJournal } from '../../shared/books/journal'
import { Simulation } from '../../shared/insights/simulation'
import { accountAt } from '../../shared/points/expiring'
import { expirePoints } from '../../shared/points/expire'
import {
  balanceIn,
  buy,
  correct,
  giveBack,
  newMember,
  programmeOf,
  stampAt,
  tryToBuy,
  type Book,
} from '../support/builders'

const programme = programmeOf({ earning: { pendingDays: 7 } })
const on = (day: number, hour = 4) =>
  `2026-05-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`
const start = () => newMember(programme, 'account-1', on(1))
const seen = (book: Book) => [balanceIn(book), pendingOf(book.account)]

function passes(book: Book, now: string): Book {
  const { account, entries } = expirePoints(openJournal(book.account, stampAt(now)), now)
  return { account, entries: [...book.entries, ...entries] }
}
const faults = ({ account, entries }: Book) => auditAccount(account, balanceIn({ account, entries }), entries)

describe('points that wait some days', () => {
  const bought = buy(start(), programme, { id: 'a', fen: 10_000, at: on(1) })

  it('are earned and count, but are no part of the balance and cannot be burned', () => {
    expect(seen(bought)).toEqual([0, 100])
    expect(bought.account.totals.pointsEarned).toBe(100)
    expect(tryToBuy(bought, programme, { id: 'b', fen: 100, burn: 1, at: on(7) })).toMatchObject({
      refusal: 'points_short',
    })
  })

  it('may be burned from the first instant of their day on, whether somebody wrote it down or not', () => {
    const [before, from] = ['2026-05-07T15:59:59.999Z', '2026-05-07T16:00:00.000Z']
    expect(seen(passes(bought, before))).toEqual([0, 100])
    expect(seen(passes(bought, from))).toEqual([100, 0])
    expect(accountAt(bought.account, before)).toBe(bought.account)
    expect(accountAt(bought.account, from).lots).toEqual(passes(bought, from).account.lots)
    expect(tryToBuy(bought, programme, { id: 'b', fen: 100, burn: 100, at: from })).toMatchObject({ ok: true })
    expect(passes(bought, on(20)).entries.at(-1)).toMatchObject({ kind: 'activate', at: from, points: 100 })
    expect(faults(passes(bought, on(20)))).toEqual([])
  })

  it('go back first when their order is refunded, and leave what may be burned alone', () => {
    const both = buy(buy(start(), programme, { id: 'old', fen: 5_000, at: on(1) }), programme, {
      id: 'a',
      fen: 10_000,
      at: on(10),
    })
    expect(seen(both)).toEqual([50, 100])
    const part = giveBack(both, programme, { of: 'a', fen: 4_000, at: on(11) })
    expect(seen(part)).toEqual([50, 60])
    const whole = giveBack(part, programme, { of: 'a', fen: 6_000, at: on(12) })
    expect(seen(whole)).toEqual([50, 0])
    expect(seen(giveBack(passes(both, on(17)), programme, { of: 'a', fen: 10_000, at: on(17) }))).toEqual([50, 0])
    expect(faults(whole)).toEqual([])
  })

  it('of another order stand in before anything is owed', () => {
    const old = passes(buy(start(), programme, { id: 'old', fen: 10_000, at: on(1) }), on(9))
    const spent = correct(old, programme, -100, on(9))
    const waiting = buy(spent, programme, { id: 'b', fen: 3_000, at: on(9) })
    const back = giveBack(waiting, programme, { of: 'old', fen: 10_000, at: on(10) })
    expect([...seen(back), back.account.debt]).toEqual([-70, 0, 70])
    expect(faults(back)).toEqual([])
  })

  it('pay a debt that arose meanwhile when their day comes', () => {
    const debt = { ...bought, account: { ...bought.account, debt: 30 } }
    const { account } = passes(debt, on(20))
    expect([account.debt, account.lots.map(({ points }) => points)]).toEqual([0, [70]])
  })

  it('are outstanding in a simulation, and of one member alone', () => {
    const simulation = new Simulation({ programme })
    const order = (customerId: string, day: number) =>
      simulation.order(
        { orderId: `${customerId}-${day}`, customerId, storeId: 'S1', amountFen: 10_000, at: on(day) },
        on(day).slice(0, 10),
      )
    for (const [who, day] of [
      ['c1', 1],
      ['c2', 5],
      ['c1', 10],
    ] as const)
      order(who, day)
    expect(simulation.finish('2026-05-11').points).toMatchObject({ earned: 300, outstanding: 300 })
    const left = ['c1', 'c2'].map((id) => simulation.accountOf(id)!)
    expect(left.map((account) => [account.lots[0]?.points ?? 0, pendingOf(account)])).toEqual([
      [100, 100],
      [0, 100],
    ])
    simulation.finish('2026-05-12')
    expect(simulation.accountOf('c2')!.lots[0]?.points).toBe(100)
  })

  it('keep the books in order whatever is bought and given back', () => {
    const act = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      fen: fc.integer({ min: 0, max: 9_999 }),
      back: fc.boolean(),
    })
    const climbing = [6373, 7376, 4820, 6159, 8738, 7983, 8551].map((fen) => ({ day: 1, fen, back: false }))
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let book = start()
        for (const [n, { day, fen, back }] of [...acts].sort((a, b) => a.day - b.day).entries()) {
          const [had = 0, waited = 0] = seen(book)
          book = buy(book, programme, { id: `o${n}`, fen, at: on(day) })
          if (!back || fen === 0) continue
          const bought = book
          book = giveBack(book, programme, { of: `o${n}`, fen, at: on(day) })
          // What an order earns goes by the tier of its day, so it is told by what there was before it.
          expect(seen(book)[0]! + seen(book)[1]!).toBe(had + waited)
          expect(seen(book)[0]).toBe(seen(bought)[0])
        }
        expect(faults(passes(book, on(28)))).toEqual([])
      }),
      { examples: [[[...climbing, { day: 2, fen: 67, back: true }]]] },
    )
  })
})
