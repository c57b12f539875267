import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { fold } from '../../shared/books/evolve'
import { addMilliseconds } from '../../shared/kit/time'
import {
  allowed,
  balanceIn,
  buy,
  correct,
  entriesOf,
  firstDay,
  newMember,
  passTo,
  programmeOf,
  tierFor,
  tryToBuy,
  tryToCorrect,
  tryToFreeze,
  tryToGiveBack,
  tryToReissue,
  type Book,
} from '../support/builders'

const command = fc.oneof(
  fc.record({ kind: fc.constant('buy' as const), fen: fc.nat(60_000), burn: fc.oneof(fc.constant(0), fc.nat(400)) }),
  fc.record({ kind: fc.constant('giveBack' as const), which: fc.nat(30), part: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ kind: fc.constant('correct' as const), change: fc.integer({ min: -300, max: 300 }).filter(Boolean) }),
  // Without it hardly anybody ever owes points: an order has to be given back when those that it brought are spent.
  fc.record({ kind: fc.constant('spendAll' as const) }),
  fc.record({ kind: fc.constant('freeze' as const) }),
  fc.record({ kind: fc.constant('reissue' as const) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 250 }) }),
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

/** Tries every command in turn; what is refused changes nothing. */
function live(
  programme: ReturnType<typeof programmeOf>,
  commands: readonly Command[],
  each: (book: Book) => void,
): Book {
  let [book, now] = [newMember(programme), firstDay]
  commands.forEach((one, index) => {
    now = addMilliseconds(now, one.kind === 'wait' ? one.days * 86_400_000 : 60_000)
    if (one.kind === 'wait') book = passTo(book, now)
    else {
      const ruling = rule(book, programme, one, { index, now })
      if (ruling?.ok) book = allowed(book, ruling)
    }
    each(book)
  })
  return book
}

function rule(
  book: Book,
  programme: ReturnType<typeof programmeOf>,
  one: Exclude<Command, { kind: 'wait' }>,
  { index, now }: { index: number; now: string },
) {
  if (one.kind === 'buy') return tryToBuy(book, programme, { id: `o${index}`, fen: one.fen, burn: one.burn, at: now })
  if (one.kind === 'freeze') return tryToFreeze(book, now)
  if (one.kind === 'reissue') return tryToReissue(book, `20000${String(index).padStart(5, '0')}`, now)
  if (one.kind === 'correct') return tryToCorrect(book, programme, one.change, now)
  if (one.kind === 'spendAll') return balanceIn(book) > 0 ? tryToCorrect(book, programme, -balanceIn(book), now) : null
  const orders = entriesOf(book, 'purchase')
  const order = orders[one.which % Math.max(orders.length, 1)]
  const fen = Math.ceil(((order?.amountFen ?? 0) * one.part) / 100)
  return order ? tryToGiveBack(book, programme, { of: order.orderId, fen, id: `r${index}`, at: now }) : null
}

describe.each(['debt', 'write-off', 'block'] as const)('a life of commands under the policy %s', (refundShortfall) => {
  const programme = programmeOf({ refundShortfall })

  it('is what its entries add up to, at every step, with books that an audit finds whole', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25, size: 'max' }), (commands) => {
        live(programme, commands, (book) => {
          expect(fold(book.entries)).toEqual(book.account)
          expect(auditAccount(book.account, balanceIn(book), book.entries)).toEqual([])
        })
      }),
    )
  })

  it('never has a balance below zero but as a debt, and a debt only where the programme leaves one', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25, size: 'max' }), (commands) => {
        live(programme, commands, ({ account }) => {
          expect(account.lots.every((lot) => lot.points > 0)).toBe(true)
          expect(account.debt).toBeGreaterThanOrEqual(0)
          if (refundShortfall !== 'debt') expect(account.debt).toBe(0)
        })
      }),
    )
  })

  it('stands at the tier of its amounts, which are the orders less the refunds', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25, size: 'max' }), (commands) => {
        const book = live(programme, commands, () => undefined)
        const sum = (amounts: { amountFen: number }[]) => amounts.reduce((all, one) => all + one.amountFen, 0)
        const spendFen = sum(entriesOf(book, 'purchase')) - sum(entriesOf(book, 'refund'))
        expect(book.account.totals.spendFen).toBe(spendFen)
        expect(book.account.totals.pointsEarned).toBeGreaterThanOrEqual(0)
        expect(book.account.tierId).toBe(tierFor(programme, book.account.totals).id)
      }),
    )
  })
})

describe('an audit', () => {
  const programme = programmeOf()
  const book = correct(buy(newMember(programme), programme, { fen: 60_000 }), programme, -100)
  const { account, entries } = book
  const audit = (change: { account?: object; balance?: number; entries?: typeof entries }) =>
    auditAccount({ ...account, ...change.account }, change.balance ?? balanceIn(book), change.entries ?? entries)

  it('finds nothing in whole books', () => expect(audit({})).toEqual([]))

  const lots = 'a lot is empty, negative or broken'
  const missing = 'entries are missing or doubled'
  const folded = 'the entries do not add up to the account'
  it.each([
    ['a stored balance that is not the lots', { balance: 501 }, 'the stored balance is not the sum of the lots'],
    ['a lot of nothing', { account: { lots: [...account.lots, { expiresAt: null, points: 0 }] } }, lots],
    ['a lot below zero', { account: { lots: [...account.lots, { expiresAt: null, points: -1 }] } }, lots],
    ['a debt beside open lots', { account: { debt: 5 }, balance: 495 }, 'points are owed while lots are open'],
    ['an entry that is missing', { entries: entries.slice(0, -1) }, missing],
    ['an entry that stands twice', { entries: [...entries, entries.at(-1)!] }, missing],
    ['an order of entries that has a gap', { entries: entries.map((e) => ({ ...e, seq: e.seq * 2 })) }, missing],
    [
      'an entry that was edited',
      { entries: entries.map((e) => (e.kind === 'purchase' ? { ...e, earned: 601 } : e)) },
      folded,
    ],
    [
      'a balance that does not follow',
      { entries: entries.map((e) => (e.seq === 2 ? { ...e, balanceAfter: 1 } : e)) },
      'a balance does not follow from the one before',
    ],
    ['a card that no entry gave', { account: { cardNo: '2000000000' } }, folded],
    ['a freeze that no entry tells of', { account: { cardFrozenAt: account.enrolledAt } }, folded],
    ['a tier that no entry gave', { account: { tierId: 'gold' } }, folded],
    ['amounts that no entry gave', { account: { totals: { ...account.totals, spendFen: 1 } } }, folded],
  ])('finds %s', (_, change, fault) => {
    expect(audit(change)).toContain(fault)
  })
})
