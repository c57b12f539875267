import fc from 'fast-check'
import type { Entry } from '../../shared/books/entry'
import { evolve, evolveOwn, fold } from '../../shared/books/evolve'
import type { Account } from '../../shared/books/account'
import { Replay } from '../../shared/insights/replay'
import { addDays, startOfDay } from '../../shared/kit/time'
import { presets } from '../../shared/programme/presets/presets'
import type { Programme } from '../../shared/programme/schema'

/** Orders of two members on days that may go back, and parts of them given back. */
const history = fc.array(
  fc.record({
    who: fc.constantFrom('anna', 'ben'),
    fen: fc.nat(400_000),
    days: fc.integer({ min: -3, max: 90 }),
    backFen: fc.option(fc.integer({ min: 1, max: 400_000 })),
  }),
  { maxLength: 25 },
)
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

function live(replay: Replay, happenings: History): Entry[] {
  const entries: Entry[] = []
  let day = '2024-11-05'
  happenings.forEach(({ who: customerId, fen, days, backFen }, index) => {
    day = addDays(day, days)
    const [orderId, storeId, at] = [`o${index}`, 'S1', startOfDay(day)]
    const bought = replay.order({ orderId, customerId, storeId, amountFen: fen, at })
    const back = backFen && replay.refund({ refundId: `r${index}`, orderId, storeId, amountFen: backFen, at })
    for (const ruling of [bought, back]) if (ruling && ruling.ok) entries.push(...ruling.value.entries)
  })
  for (const { entries: due } of replay.settle(addDays(day, 400))) entries.push(...due)
  return entries
}

/** An account that throws when anything of it is changed. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

function entriesOf(programme: Programme, happenings: History): Map<string, Entry[]> {
  const all = live(new Replay(programme, { keepOrders: true }), happenings)
  return new Map(['anna', 'ben'].map((who) => [who, all.filter(({ accountId }) => accountId === who)]))
}

describe.each(Object.values(presets).map((programme) => [programme.id, programme] as const))(
  'in %s',
  (_, programme) => {
    it('a replay that owns its accounts writes the same entries, and comes to the same accounts, as one that copies', () => {
      fc.assert(
        fc.property(history, (happenings) => {
          const copying = new Replay(programme, { keepOrders: true })
          const owning = new Replay(programme, { keepOrders: true, own: true })
          expect(live(owning, happenings)).toEqual(live(copying, happenings))
          expect(owning.accounts).toEqual(copying.accounts)
        }),
        { numRuns: 15 },
      )
    })

    it('an entry leaves the account before it, and itself, as they were, unless the account is owned', () => {
      fc.assert(
        fc.property(history, (happenings) => {
          for (const [first, ...rest] of entriesOf(programme, happenings).values()) {
            if (!first) continue
            const begun = frozen(fold([first]) as Account)
            const copied = rest.reduce((account, entry) => frozen(evolve(account, frozen(entry))), begun)
            const owned = rest.reduce((account, entry) => evolveOwn(account, entry), structuredClone(begun))
            expect(owned).toEqual(copied)
          }
        }),
        { numRuns: 15 },
      )
    })
  },
)
