import { balanceIn, buy, entriesOf, giveBack, newMember, programmeOf } from '../support/builders'

const capped = programmeOf({ earning: { caps: { order: 50, day: 80, month: 120 } } })
const at = (day: string) => `${day}T04:00:00.000Z`
const order = (id: string, yuan: number, day: string) => ({ id, fen: yuan * 100, at: at(day) })
const play = (...orders: ReturnType<typeof order>[]) =>
  orders.reduce((book, one) => buy(book, capped, one), newMember(capped))

describe('what orders earn at most', () => {
  it('is held for each order, for a day and for a calendar month', () => {
    const book = play(
      order('a', 49, '2026-01-10'),
      order('b', 60, '2026-01-10'),
      order('c', 10, '2026-01-11'),
      order('d', 60, '2026-01-31'),
      order('e', 60, '2026-02-01'),
    )
    expect(entriesOf(book, 'purchase').map(({ earned }) => earned)).toEqual([49, 31, 10, 30, 50])
    expect(balanceIn(book)).toBe(170)
  })

  it('goes back with the order: for a part as if the rest alone had been bought, and wholly at the end', () => {
    const book = play(order('a', 100, '2026-01-10'))
    const part = giveBack(book, capped, { of: 'a', fen: 3_000 })
    expect(balanceIn(part)).toBe(50)
    const more = giveBack(part, capped, { of: 'a', fen: 4_000 })
    expect(balanceIn(more)).toBe(30)
    expect(balanceIn(giveBack(more, capped, { of: 'a', fen: 3_000 }))).toBe(0)
  })

  it('makes room again when an order is taken back', () => {
    const book = giveBack(play(order('a', 50, '2026-01-10'), order('b', 30, '2026-01-10')), capped, {
      of: 'a',
      fen: 5_000,
      at: at('2026-01-10'),
    })
    expect(balanceIn(buy(book, capped, order('c', 50, '2026-01-10')))).toBe(80)
  })
})
