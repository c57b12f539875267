import fc from 'fast-check'
import { doAct, isOpen, orderActId } from '../../shared/acts/act'
import { auditAccount } from '../../shared/books/audit'
import { fold } from '../../shared/books/evolve'
import { openJournal } from '../../shared/books/journal'
import { allow } from '../../shared/kit/ruling'
import { orderEntryId } from '../../shared/purchases/purchase'
import { refund } from '../../shared/purchases/refund'
import {
  allowed,
  balanceIn,
  buy,
  correct,
  entriesOf,
  firstDay,
  newMember,
  orderOf,
  programmeOf,
  stampAt,
  tierOf,
  type Book,
} from '../support/builders'

const programme = programmeOf({
  earning: {
    acts: {
      order: { engagement: 10 },
      review: { points: 20, engagement: 5, limit: { times: 2, per: 'month' } },
      profile: { points: 50 },
    },
  },
})
const entry = (id: string) => orderEntryId('S1', id)
const review = (book: Book, of: string, at = firstDay, by = programme) =>
  allowed(
    book,
    allow(
      doAct(openJournal(book.account, stampAt(at)), by, {
        act: 'review',
        orderEntryId: entry(of),
        at,
        id: orderActId('review', entry(of)),
      }),
    ),
  )
const complete = (book: Book, at = firstDay) =>
  allowed(book, allow(doAct(openJournal(book.account, stampAt(at)), programme, { act: 'profile', at })))
const giveBack = (book: Book, of: string, fen: number, by = programme) => {
  const acts = entriesOf(book, 'act').filter(({ orderEntryId }) => orderEntryId === entry(of))
  const asked = { storeId: 'S1', refundId: `r${book.entries.length}`, amountFen: fen, at: firstDay, nonce: null }
  return refund(openJournal(book.account, stampAt(firstDay)), { ...orderOf(book, of), acts }, asked, by)
}

describe('an act that the programme rewards', () => {
  it('brings points and engagement, which count as earned', () => {
    const book = review(buy(newMember(programme), programme, { fen: 10_000 }), 'a')
    expect(balanceIn(book)).toBe(120)
    expect(book.account).toMatchObject({ totals: { pointsEarned: 120, orders: 1 }, counters: { engagement: 15 } })
  })

  it('brings no more than its limit in a window, is written down all the same, and more in the next', () => {
    const bought = ['a', 'b', 'c', 'd'].reduce((book, id) => buy(book, programme, { id, fen: 0 }), newMember(programme))
    const three = ['a', 'b', 'c'].reduce((book, id) => review(book, id), bought)
    expect(
      entriesOf(three, 'act')
        .filter(({ act }) => act === 'review')
        .map(({ earned }) => earned),
    ).toEqual([20, 20, 0])
    expect(isOpen(three.account, programme, 'review', firstDay)).toBe(false)
    expect(balanceIn(review(three, 'd', '2026-02-01T04:00:00.000Z'))).toBe(60)
  })

  it('of completing the profile brings its points once for ever', () => {
    const once = complete(newMember(programme))
    expect([balanceIn(once), balanceIn(complete(once, '2027-05-01T04:00:00.000Z'))]).toEqual([50, 50])
  })

  it('leaves the limits on what orders may earn alone', () => {
    const capped = programmeOf({ earning: { acts: { review: { points: 20 } }, caps: { day: 100 } } })
    const book = review(buy(newMember(capped), capped, { fen: 6_000 }), 'a', firstDay, capped)
    expect(balanceIn(buy(book, capped, { id: 'b', fen: 6_000 }))).toBe(120)
  })

  it('leads to a tier by engagement at once', () => {
    const engaged = programmeOf({
      earning: programme.earning,
      tiers: [
        tierOf({ id: 'regular' }),
        tierOf({ id: 'silver', qualification: { match: 'any', conditions: [{ kind: 'engagement', atLeast: 15 }] } }),
      ],
    })
    const bought = buy(newMember(engaged), engaged, { fen: 100 })
    expect(bought.account.tierId).toBe('regular')
    const reviewed = review(bought, 'a', firstDay, engaged)
    expect(reviewed.account.tierId).toBe('silver')
    expect(allowed(reviewed, giveBack(reviewed, 'a', 100, engaged)).account.tierId).toBe('regular')
  })
})

describe('a refund', () => {
  const reviewed = () => review(buy(newMember(programme), programme, { fen: 10_000 }), 'a')

  it('of the whole order takes back what its acts brought; of a part of it, nothing of them', () => {
    const part = allowed(reviewed(), giveBack(reviewed(), 'a', 5_000))
    expect([balanceIn(part), part.account.counters.engagement]).toEqual([70, 15])
    const whole = allowed(part, giveBack(part, 'a', 5_000))
    const none = newMember(programme).account
    expect(whole.account).toMatchObject({ totals: none.totals, counters: none.counters, lots: [], days: [], debt: 0 })
    expect(entriesOf(whole, 'act-undone').map(({ reverses }) => reverses)).toEqual([orderActId('review', entry('a'))])
  })

  it('gives the use of the limit back', () => {
    const whole = allowed(reviewed(), giveBack(reviewed(), 'a', 10_000))
    expect(whole.account.taken?.['act:review']?.times).toBe(0)
  })

  it('takes another order’s review from nobody', () => {
    const two = buy(reviewed(), programme, { id: 'b', fen: 10_000 })
    expect(balanceIn(allowed(two, giveBack(two, 'b', 10_000)))).toBe(120)
  })

  it.each([
    ['debt', -20],
    ['write-off', 0],
  ] as const)('of points spent meanwhile follows the programme: %s', (refundShortfall, left) => {
    const by = { ...programme, refundShortfall }
    const spent = correct(reviewed(), by, -120)
    const part = allowed(spent, giveBack(spent, 'a', 10_000, by))
    expect(balanceIn(part)).toBe(refundShortfall === 'debt' ? -120 : left)
  })

  it('is refused where the programme says so, and nothing is taken', () => {
    const by = { ...programme, refundShortfall: 'block' as const }
    const spent = correct(reviewed(), by, -110)
    expect(giveBack(spent, 'a', 10_000, by)).toMatchObject({ refusal: 'refund_points_spent' })
    const free = correct(review(buy(newMember(by), by, { fen: 0 }), 'a', firstDay, by), by, -1)
    expect(giveBack(free, 'a', 0, by)).toEqual({ ok: false, refusal: 'refund_points_spent', details: { short: 1 } })
  })
})

it('however orders, reviews and refunds follow each other: the books add up, and all refunded leaves nothing', () => {
  const step = fc.record({ what: fc.constantFrom('buy', 'review', 'refund'), which: fc.nat(5), spend: fc.nat(30) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let book = newMember(programme)
      const open = new Set<string>()
      const said = new Set<string>()
      const back = (id: string) => {
        open.delete(id)
        book = allowed(book, giveBack(book, id, 10_000))
      }
      steps.forEach(({ what, which }, index) => {
        const id = [...open][which % Math.max(1, open.size)]
        if (what === 'buy') {
          book = buy(book, programme, { id: `o${index}`, fen: 10_000 })
          open.add(`o${index}`)
        } else if (id && what === 'refund') back(id)
        else if (id && !said.has(id)) {
          said.add(id)
          book = review(book, id)
        }
        expect(fold(book.entries)).toEqual(book.account)
        expect(auditAccount(book.account, balanceIn(book), book.entries)).toEqual([])
      })
      for (const id of [...open]) back(id)
      expect(balanceIn(book)).toBe(0)
      expect(book.account).toMatchObject({
        counters: { engagement: 0 },
        totals: { pointsEarned: 0, orders: 0 },
        days: [],
      })
    }),
  )
})
