import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { giveBackCoupon } from '../../shared/coupons/give-back'
import { redeemCoupon } from '../../shared/coupons/redeem'
import { openJournal } from '../../shared/books/journal'
import type { Programme } from '../../shared/programme/schema'
import { allowed, balanceIn, buy, entriesOf, giveBack, stampAt, type Book } from '../support/builders'
import { buysWith, couponsOf, templateOf } from '../support/coupons'
import { takes, wheel } from '../support/draws'
import { clock, counts, countsNoMore, day, friend, friendsShop, referrer, then } from './model-friends'

const ten = { kind: 'coupon' as const, couponId: 'ten', count: 1 }
const cup = { kind: 'gift' as const, name: { zh: '杯', en: 'cup' } }
const coupons = [templateOf('ten', { worth: { kind: 'amount', offFen: 500, fromFen: 1_000 } })]
const shop = friendsShop({ friend: [ten], referrer: [ten] }, { coupons })
const faults = (book: Book) => auditAccount(book.account, balanceIn(book), book.entries)
const names = (book: Book) => couponsOf(book).map(({ name }) => name.en)
const uses = (book: Book, programme: Programme, id: string, after: number) =>
  buysWith(book, programme, { id, fen: 1_500, coupons: couponsOf(book).slice(0, 1), at: day(after) })
const rewarded = (book: Book, id: string, after: number, programme = shop) =>
  clock(buy(book, programme, { id, fen: 3_000, at: day(after) }), programme, day(after))
const returned = (book: Book, of: string, after: number, fen = 3_000) =>
  giveBack(book, shop, { of, fen, at: day(after), id: `r-${of}` })

describe('a friend who uses what they got and returns the order', () => {
  const used = returned(uses(rewarded(friend(shop), 'a', 1), shop, 'with', 2), 'a', 3)
  const again = rewarded(used, 'b', 4)

  it('has it once, though another order makes them count again', () => {
    expect([used.account.owes, again.account.referral?.state, names(again)]).toEqual([['coupon:ten'], 'rewarded', []])
    expect([again.account.owes, faults(again)]).toEqual([[], []])
  })

  it('has it once however often they do', () => {
    const often = ['c', 'd', 'e'].reduce(
      (book, id) => rewarded(returned(book, id === 'c' ? 'b' : id === 'd' ? 'c' : 'd', 5), id, 5),
      again,
    )
    expect([names(often), entriesOf(often, 'coupon-redeem').length, faults(often)]).toEqual([[], 1, []])
  })

  it('has it again where it was not used', () => {
    const unused = rewarded(returned(rewarded(friend(shop), 'a', 1), 'a', 2), 'b', 3)
    expect([names(unused), unused.account.owes]).toEqual([['ten'], undefined])
  })

  it('has nothing left when the order that it was used for goes back as well', () => {
    const both = returned(used, 'with', 4, 1_000)
    expect([names(both), both.account.owes, faults(both)]).toEqual([[], [], []])
    expect(names(rewarded(both, 'b', 5))).toEqual(['ten'])
  })

  it('has it back with that order where it is paid for already', () => {
    expect(names(returned(again, 'with', 5, 1_000))).toEqual(['ten'])
  })
})

describe('the member who brought them', () => {
  const one = uses(counts(referrer(shop), shop, 'f1', day(1)), shop, 'with', 2)

  it('has no second coupon for the same friend, and none for the next where the first counts no more', () => {
    const owing = countsNoMore(one, shop, 'f1', day(3))
    expect(owing.account.owes).toEqual(['coupon:ten'])
    for (const next of [counts(owing, shop, 'f1', day(4), 2), counts(owing, shop, 'f2', day(4))]) {
      expect([names(next), next.account.owes, faults(next)]).toEqual([[], [], []])
      expect(names(counts(next, shop, 'f3', day(5)))).toEqual(['ten'])
    }
  })

  it('pays for it at once with the coupon of a friend who counts', () => {
    const two = counts(one, shop, 'f2', day(2))
    const left = countsNoMore(two, shop, 'f1', day(3))
    expect([names(two), names(left), left.account.owes, faults(left)]).toEqual([['ten'], [], [], []])
  })

  it('owes as many as were used, and each of the next pays for one', () => {
    const two = uses(counts(one, shop, 'f2', day(2)), shop, 'more', 2)
    const owing = countsNoMore(countsNoMore(two, shop, 'f1', day(3)), shop, 'f2', day(3))
    const ends = ['f3', 'f4', 'f5'].reduce<Book[]>(
      (all, id) => [...all, counts(all.at(-1)!, shop, id, day(4))],
      [owing],
    )
    expect(ends.map((book) => [book.account.owes?.length, names(book)])).toEqual([
      [2, []],
      [1, []],
      [0, []],
      [0, ['ten']],
    ])
  })

  it('pays with coupons of friends alone', () => {
    const claimed = then(one, day(2), (journal) =>
      giveBackCoupon(
        journal,
        { ...entriesOf(one, 'coupon-redeem')[0]!.coupon, couponId: 'own', source: { by: 'claim' } },
        { why: 'undo', at: day(2) },
      ),
    )
    expect(names(countsNoMore(claimed, shop, 'f1', day(3)))).toEqual(['ten'])
  })

  it('has the gift of a step once, though friends come and go around it', () => {
    const stepped = friendsShop({ steps: [{ friends: 1, gives: [cup] }] })
    const given = counts(referrer(stepped), stepped, 'f1', day(1))
    const [held] = couponsOf(given)
    const about = { couponId: held!.couponId, storeId: 'S1', at: day(2), id: 'handed-out' }
    const handed = allowed(given, redeemCoupon(openJournal(given.account, stampAt(day(2))), stepped, about))
    const owing = countsNoMore(handed, stepped, 'f1', day(3))
    const next = counts(owing, stepped, 'f2', day(4))
    expect([names(given), owing.account.owes, names(next), faults(next)]).toEqual([['cup'], ['gift:杯'], [], []])
    const fewer = countsNoMore(next, stepped, 'f2', day(5))
    expect([fewer.account.owes, names(counts(fewer, stepped, 'f3', day(6)))]).toEqual([['gift:杯'], []])
  })

  it('draws once with the chance of a friend who comes and goes', () => {
    const source = { kind: 'referral' as const, chances: 1 }
    const drawing = friendsShop({}, { draws: [{ ...wheel, chances: [source] }] })
    const given = counts(referrer(drawing), drawing, 'f1', day(1))
    const drawn = takes(given, drawing, day(1))
    const next = counts(countsNoMore(drawn, drawing, 'f1', day(2)), drawing, 'f1', day(3), 2)
    expect(next.account.chances?.granted.map(({ left }) => left)).toEqual([0])
    expect(faults(next)).toEqual([])
  })
})

describe('whatever a friend uses and returns', () => {
  const step = fc.constantFrom('buy', 'use', 'return', 'clock')

  it('they have the coupon once while an order stands, and owe what they have beyond it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(8)), { maxLength: 24 }), (steps) => {
        let book = friend(shop)
        const left = new Map<string, number>()
        steps.forEach(([what, nth], n) => {
          if (what === 'buy') book = buy(book, shop, { id: `o${n}`, fen: 3_000, at: day(1) })
          if (what === 'use') book = uses(book, shop, `o${n}`, 1)
          const made = entriesOf(book, 'purchase').find(({ orderId }) => orderId === `o${n}`)
          if (made) left.set(made.orderId, made.amountFen)
          const [of, fen] = [...left][nth] ?? []
          if (what === 'return' && of && fen) {
            book = returned(book, of, 1, fen)
            left.delete(of)
          }
          if (what === 'clock') book = clock(book, shop, day(1))
          const { owes = [], referral } = book.account
          const away = entriesOf(book, 'coupon-redeem').length - entriesOf(book, 'coupon-return').length
          expect(away + couponsOf(book).length - owes.length).toBe(referral?.state === 'rewarded' ? 1 : 0)
          expect(owes.length > 0 && couponsOf(book).length > 0).toBe(false)
        })
        expect(faults(book)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
