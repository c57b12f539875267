import fc from 'fast-check'
import { historyKinds, TryOut, type HistoryEntry } from '../../shared/insights/try-out'
import type { Programme } from '../../shared/programme/schema'
import {
  allowed,
  balanceIn,
  buy,
  newMember,
  programmeOf,
  tryToBuy,
  tryToGiveBack,
  type Book,
} from '../support/builders'

const programme = programmeOf({ expiry: { kind: 'never' } })
const lastDay = '2026-03-31'

type Act = { fen: number; burn: number; back: number | null }

/** Members who buy, take points as money off where they have them, and give back. */
function livesOf(lives: readonly (readonly Act[])[]): Book[] {
  return lives.map((acts, member) =>
    acts.reduce(
      (book, { fen, burn, back }, index) => {
        const order = { id: `m${member}-${index}`, fen }
        const paid = tryToBuy(book, programme, { ...order, burn: Math.min(burn, Math.max(balanceIn(book), 0)) })
        const bought = paid.ok ? allowed(book, paid) : buy(book, programme, order)
        const refund =
          back === null ? null : tryToGiveBack(bought, programme, { of: order.id, fen: Math.ceil(fen * back) })
        return refund?.ok ? allowed(bought, refund) : bought
      },
      newMember(programme, `account-${member}`),
    ),
  )
}

function tried(books: readonly Book[], draft: Programme) {
  const trial = new TryOut(programme, draft)
  for (const { entries } of books)
    for (const entry of entries) if (historyKinds.some((kind) => kind === entry.kind)) trial.take(entry as HistoryEntry)
  return trial.finish(lastDay)
}

const act = fc.record({
  fen: fc.nat(60_000),
  burn: fc.nat(300),
  back: fc.constantFrom(null, null, 0.3, 1),
})
const lives = fc.array(fc.array(act, { maxLength: 8 }), { maxLength: 4 })

describe('a history tried', () => {
  it('under the programme that wrote it comes to what the books hold, and moves nobody', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const books = livesOf(all)
        const { live, comparison } = tried(books, programme)
        const held = books.map(balanceIn)
        expect(live.points.outstanding - live.points.debt).toBe(held.reduce((sum, one) => sum + one, 0))
        expect(live.totals.spendFen).toBe(books.reduce((sum, { account }) => sum + account.totals.spendFen, 0))
        expect([comparison.same, comparison.better, comparison.worse]).toEqual([books.length, 0, 0])
      }),
    )
  })

  it('under a draft without redemption has who took points as money off pay with money', () => {
    const [book] = livesOf([
      [
        { fen: 10_000, burn: 0, back: null },
        { fen: 5_000, burn: 100, back: null },
      ],
    ])
    const { live, draft } = tried([book!], programmeOf({ expiry: { kind: 'never' }, redemption: null }))
    expect([live.points.burned, live.totals.spendFen, live.points.outstanding]).toEqual([100, 15_000, 50])
    expect([draft.points.burned, draft.totals.spendFen, draft.points.outstanding]).toEqual([0, 15_100, 151])
  })

  it('counts who joined and never bought', () => {
    expect(tried(livesOf([[], []]), programme).live.totals).toMatchObject({ members: 2, orders: 0 })
  })
})
