import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { fold } from '../../shared/books/evolve'
import { openJournal } from '../../shared/books/journal'
import { giveBackCoupon } from '../../shared/coupons/give-back'
import { redeemCoupon } from '../../shared/coupons/redeem'
import { settleCoupons } from '../../shared/coupons/settle'
import { allow } from '../../shared/kit/ruling'
import { addMilliseconds } from '../../shared/kit/time'
import {
  allowed,
  balanceIn,
  entriesOf,
  firstDay,
  giveBack,
  stampAt,
  tryToGiveBack,
  type Book,
} from '../support/builders'
import {
  buysWith,
  claims,
  consenting,
  couponShop,
  couponsOf,
  noon,
  templateOf,
  tickAt,
  tiersByAge,
} from '../support/coupons'

const programme = couponShop([
  templateOf('cup', { worth: { kind: 'goods', goods: ['oolong'] }, perMember: { times: 1, per: 'lifetime' } }),
  templateOf('ten', { stacks: true }),
  templateOf('half', { worth: { kind: 'percent', percent: 50 }, stacks: true }),
  templateOf('all', { worth: { kind: 'amount', offFen: 10_000 } }),
])
const anna = claims(consenting(programme), programme, 'cup')
const opened = ({ account }: Book, at = firstDay) => openJournal(account, stampAt(at))
const redeemed = (book: Book, id = 'redeem:1', at = firstDay) =>
  redeemCoupon(opened(book, at), programme, { couponId: couponsOf(anna)[0]!.couponId, storeId: 'S1', at, id })

describe('taking a coupon by itself', () => {
  it('uses it up, and says where', () => {
    const book = allowed(anna, redeemed(anna))
    expect(couponsOf(book)).toEqual([])
    expect(entriesOf(book, 'coupon-redeem')).toMatchObject([
      { _id: 'redeem:1', storeId: 'S1', orderId: null, offFen: 0 },
    ])
    expect(redeemed(book, 'redeem:2')).toMatchObject({ refusal: 'coupon_not_yours' })
  })

  it('refuses what takes money off: that needs a bill', () => {
    const book = claims(anna, programme, 'ten')
    const { couponId } = couponsOf(book)[1]!
    const ruling = redeemCoupon(opened(book), programme, { couponId, storeId: 'S1', at: firstDay, id: 'redeem:1' })
    expect(ruling).toMatchObject({ refusal: 'coupon_needs_bill' })
  })

  it('takes one that is for a tier which the member has by now, also where no entry says so yet', () => {
    const cup = { worth: { kind: 'goods' as const, goods: ['oolong'] }, scope: { fromTier: 'silver' } }
    const aged = couponShop([templateOf('cup', cup)], { tiers: tiersByAge })
    const at = noon('2026-02-11')
    const book = claims(consenting(aged), aged, 'cup', at)
    const { couponId } = couponsOf(book)[0]!
    const ruling = redeemCoupon(opened(book, at), aged, { couponId, storeId: 'S1', at, id: 'redeem:1' })
    expect(ruling).toMatchObject({ ok: true, value: { account: { coupons: [] } } })
  })

  it('leaves one without limit where it is', () => {
    const coupons = [{ ...couponsOf(anna)[0]!, unlimited: true as const }]
    const book = { account: { ...anna.account, coupons }, entries: anna.entries }
    const twice = allowed(allowed(book, redeemed(book)), redeemed(book, 'redeem:2'))
    expect(couponsOf(twice)).toEqual(coupons)
  })

  it('is given back by an undo as it was, but for what has ended; its limit stays as it was', () => {
    const [coupon] = couponsOf(anna)
    const book = allowed(anna, redeemed(anna))
    const back = (at: string) =>
      allowed(book, allow(giveBackCoupon(opened(book, at), coupon!, { why: 'undo', at, id: 'undo:redeem:1' })))
    expect(couponsOf(back(noon('2026-01-11')))).toEqual([coupon])
    expect(back(firstDay).account.taken).toEqual(anna.account.taken)
    expect(couponsOf(back(coupon!.until))).toEqual([])
    expect(entriesOf(back(coupon!.until), 'coupon-return')).toMatchObject([{ ended: true }])
  })
})

describe('an order with coupons', () => {
  const shopper = claims(claims(anna, programme, 'ten'), programme, 'half')
  const [, ten, half] = couponsOf(shopper)
  const bought = buysWith(shopper, programme, { fen: 12_000, coupons: [ten!, half!] })

  it('uses them up and keeps what each took off', () => {
    expect(couponsOf(bought).map(({ templateId }) => templateId)).toEqual(['cup'])
    const [order] = entriesOf(bought, 'purchase')
    expect(order).toMatchObject({ amountFen: 5_500, listFen: 12_000, earned: 55 })
    expect(order!.coupons!.map(({ coupon, offFen }) => [coupon.templateId, offFen])).toEqual([
      ['ten', 1_000],
      ['half', 5_500],
    ])
  })

  it('gives them back with the whole of it and not with a part', () => {
    const part = giveBack(bought, programme, { fen: 5_499 })
    expect(couponsOf(part)).toHaveLength(1)
    const whole = giveBack(part, programme, { fen: 1 })
    expect(couponsOf(whole)).toHaveLength(3)
    expect(tryToGiveBack(whole, programme, { fen: 0 })).toMatchObject({ refusal: 'refund_above_rest' })
  })

  it('leaves those ended that have ended meanwhile', () => {
    const back = giveBack(bought, programme, { fen: 5_500, at: noon('2026-03-01') })
    expect(entriesOf(back, 'coupon-return').map(({ ended }) => ended)).toEqual([true, true])
    expect(couponsOf(back).map(({ templateId }) => templateId)).toEqual(['cup'])
  })

  it('gives a coupon back that paid for all of it', () => {
    const free = claims(anna, programme, 'all')
    const order = buysWith(free, programme, { fen: 8_000, coupons: [couponsOf(free)[1]!] })
    expect(entriesOf(order, 'purchase')).toMatchObject([{ amountFen: 0 }])
    expect(couponsOf(giveBack(order, programme, { fen: 0 }))).toHaveLength(2)
  })

  it('keeps nothing of a sending that nobody answered', () => {
    const sent = { token: 't', at: firstDay, until: firstDay }
    const book = { ...shopper, account: { ...shopper.account, coupons: [{ ...ten!, sent }] } }
    const order = buysWith(book, programme, { fen: 12_000, coupons: couponsOf(book) })
    expect(couponsOf(giveBack(order, programme, { fen: 11_000 }))).toEqual([ten])
  })

  it('and its whole refund are as if there had been none, however it is split', () => {
    const terms = fc.record({
      fen: fc.integer({ min: 6_000, max: 90_000 }),
      parts: fc.array(fc.nat(100), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(terms, ({ fen, parts }) => {
        let book = buysWith(shopper, programme, { fen, coupons: [ten!, half!] })
        let left = entriesOf(book, 'purchase')[0]!.amountFen
        for (const part of parts) {
          const part1 = Math.floor((left * part) / 100)
          if (part1 === left) continue
          book = giveBack(book, programme, { fen: part1 })
          left -= part1
        }
        book = giveBack(book, programme, { fen: left })
        const known = (one: Book) => [...couponsOf(one)].sort((a, b) => a.no - b.no)
        expect(known(book)).toEqual(known(shopper))
        expect(balanceIn(book)).toBe(balanceIn(shopper))
        expect(auditAccount(book.account, balanceIn(book), book.entries)).toEqual([])
      }),
    )
  })
})

describe('an account with coupons', () => {
  it('is what its entries add up to, and each coupon was used once at the most', () => {
    const act = fc.record({
      kind: fc.constantFrom('claim', 'buy', 'refund', 'redeem', 'undo', 'tick'),
      which: fc.nat(9),
      days: fc.nat(12),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let [book, now] = [anna, firstDay]
        acts.forEach(({ kind, which, days }, index) => {
          now = addMilliseconds(now, days * 86_400_000)
          book = play(book, { kind, which, index, now })
        })
        expect(fold(book.entries)).toEqual(book.account)
        expect(auditAccount(book.account, balanceIn(book), book.entries)).toEqual([])
        const standing = new Map<string, number>()
        for (const entry of book.entries) {
          if (entry.kind === 'coupon-redeem') standing.set(entry.couponId, (standing.get(entry.couponId) ?? 0) + 1)
          if (entry.kind === 'coupon-return') standing.set(entry.couponId, (standing.get(entry.couponId) ?? 0) - 1)
        }
        expect([...standing.values()].every((uses) => uses === 0 || uses === 1)).toBe(true)
      }),
    )
  })

  it('is told apart from one with another coupon by the audit', () => {
    const [coupon] = couponsOf(anna)
    const faults = (coupons: typeof anna.account.coupons) =>
      auditAccount({ ...anna.account, ...(coupons ? { coupons } : {}) }, balanceIn(anna), anna.entries)
    expect(faults([coupon!])).toEqual([])
    expect(faults([])).not.toEqual([])
    expect(faults([{ ...coupon!, until: noon('2027-01-01') }])).not.toEqual([])
  })
})

type Play = { kind: string; which: number; index: number; now: string }

function play(book: Book, { kind, which, index, now }: Play): Book {
  const open = couponsOf(book).filter(({ from, until }) => from <= now && now < until)
  const coupon = open[which % Math.max(open.length, 1)]
  const journal = openJournal(book.account, stampAt(now))
  if (kind === 'claim') return claims(book, programme, which % 2 ? 'ten' : 'half', now)
  if (kind === 'tick') return tickAt(book, programme, now)
  if (kind === 'buy') {
    const coupons = coupon && coupon.worth.kind !== 'goods' ? [coupon] : []
    return buysWith(book, programme, { id: `o${index}`, fen: 6_000 + which, coupons, at: now })
  }
  if (kind === 'refund') {
    const orders = entriesOf(book, 'purchase').filter(
      ({ _id }) => !book.entries.some(({ reverses }) => reverses === _id),
    )
    const order = orders[which % Math.max(orders.length, 1)]
    return order ? giveBack(book, programme, { of: order.orderId, fen: order.amountFen, at: now }) : book
  }
  if (kind === 'redeem' && coupon) {
    const use = { couponId: coupon.couponId, storeId: 'S1', at: now, id: `redeem:${index}` }
    const ruling = redeemCoupon(journal, programme, use)
    return ruling.ok ? allowed(book, ruling) : book
  }
  if (kind === 'undo') {
    const uses = entriesOf(book, 'coupon-redeem').filter(({ orderId }) => orderId === null)
    const use = uses.find(({ _id }) => !book.entries.some(({ reverses }) => reverses === _id))
    if (!use) return book
    const about = { why: 'undo' as const, at: now, id: `undo:${use._id}`, reverses: use._id }
    return allowed(book, allow(giveBackCoupon(settleCoupons(journal, now), use.coupon, about)))
  }
  return book
}
