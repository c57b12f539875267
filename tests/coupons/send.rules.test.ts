import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { openJournal } from '../../shared/books/journal'
import { redeemCoupon } from '../../shared/coupons/redeem'
import { giftMs, recallCoupon, sendCoupon, takeGift } from '../../shared/coupons/send'
import { settleCoupons } from '../../shared/coupons/settle'
import { allow } from '../../shared/kit/ruling'
import { addMilliseconds } from '../../shared/kit/time'
import { allowed, balanceIn, entriesOf, firstDay, stampAt, type Book } from '../support/builders'
import { claims, consenting, couponShop, couponsOf, noon, templateOf } from '../support/coupons'

const cup = { worth: { kind: 'goods' as const, goods: ['oolong'] }, giftable: true }
const programme = couponShop([templateOf('cup', cup), templateOf('own')])
const anna = claims(consenting(programme), programme, 'cup')
const ben = consenting(programme, { id: 'account-2' })
const couponId = couponsOf(anna)[0]!.couponId
const opened = ({ account }: Book, at = firstDay) => openJournal(account, stampAt(at))
const sent = (book = anna, token = 'one', at = firstDay) =>
  allowed(book, sendCoupon(opened(book, at), { couponId, token, at }))
const after = (milliseconds: number) => addMilliseconds(firstDay, milliseconds)
const taking = (from: Book, to: Book, token = 'one', at = firstDay) =>
  takeGift(opened(from, at), opened(to, at), { couponId, token, at })
const settled = (book: Book, at: string) => allowed(book, allow(settleCoupons(opened(book, at), at)))
const refusal = (ruling: { ok: boolean; refusal?: string }) => (ruling.ok ? null : ruling.refusal)

describe('a coupon that is sent', () => {
  it('waits for a friend for twenty-four hours, as the page says', () => {
    expect(couponsOf(sent())[0]?.sent).toMatchObject({ at: firstDay, until: after(24 * 60 * 60 * 1000) })
  })

  it('leaves its owner and stands on the friend, under the same terms and not to be passed on', () => {
    const ruling = taking(sent(), ben)
    if (!ruling.ok) throw new Error(ruling.refusal)
    expect(ruling.value.sender.account.coupons).toEqual([])
    const friend = allowed(ben, allow(ruling.value.friend))
    const [old, own] = [couponsOf(anna)[0]!, couponsOf(friend)[0]!]
    expect(own).toMatchObject({
      templateId: 'cup',
      worth: old.worth,
      from: old.from,
      until: old.until,
      giftable: false,
    })
    expect(own.couponId).not.toBe(old.couponId)
    expect(own.sent).toBeUndefined()
    const on = sendCoupon(opened(friend), { couponId: own.couponId, token: 'two', at: firstDay })
    expect(refusal(on)).toBe('coupon_not_giftable')
  })

  it('is not one that may be used without end', () => {
    const [coupon] = couponsOf(anna)
    const account = { ...anna.account, coupons: [{ ...coupon!, unlimited: true as const }] }
    const ruling = sendCoupon(opened({ ...anna, account }), { couponId, token: 'one', at: firstDay })
    expect(refusal(ruling)).toBe('coupon_not_giftable')
  })

  it('is neither used nor sent a second time while it is on its way', () => {
    const book = sent()
    const use = { couponId, storeId: 'S1', at: firstDay, id: 'redeem:1' }
    expect(refusal(redeemCoupon(opened(book), programme, use))).toBe('coupon_sent')
    expect(refusal(sendCoupon(opened(book), { couponId, token: 'two', at: firstDay }))).toBe('coupon_sent')
  })

  it('is not taken by whoever sent it, nor by a link of another sending, nor twice', () => {
    expect(refusal(taking(sent(), sent()))).toBe('gift_own')
    expect(refusal(taking(sent(), ben, 'two'))).toBe('gift_gone')
    expect(refusal(taking(anna, ben))).toBe('gift_gone')
    const ruling = taking(sent(), ben)
    const left = ruling.ok ? { account: ruling.value.sender.account, entries: [] } : anna
    expect(refusal(taking(left, ben))).toBe('gift_gone')
  })

  it('is back after a day to the millisecond, also before the clock has written it down', () => {
    const book = sent()
    expect(taking(book, ben, 'one', after(giftMs - 1)).ok).toBe(true)
    expect(refusal(taking(book, ben, 'one', after(giftMs)))).toBe('gift_gone')
    const use = { couponId, storeId: 'S1', at: after(giftMs), id: 'redeem:1' }
    expect(redeemCoupon(opened(book, after(giftMs)), programme, use).ok).toBe(true)
    const again = sent(book, 'two', after(giftMs))
    expect(refusal(taking(again, ben, 'one', after(giftMs)))).toBe('gift_gone')
    expect(taking(again, ben, 'two', after(giftMs)).ok).toBe(true)
  })

  it('is written down as back once, by time or by its owner', () => {
    const [late, book] = [after(giftMs), sent()]
    // The clock may come later: it is back since the link was over.
    const back = settled(settled(book, after(giftMs + 3_600_000)), after(giftMs + 3_600_000))
    expect(entriesOf(back, 'coupon-recall')).toMatchObject([{ by: 'time', at: late }])
    expect(settled(book, after(giftMs - 1))).toEqual(book)
    const own = allowed(book, recallCoupon(opened(book), { couponId, at: firstDay }))
    expect(entriesOf(own, 'coupon-recall')).toMatchObject([{ by: 'member' }])
    expect(refusal(recallCoupon(opened(own), { couponId, at: firstDay }))).toBe('coupon_not_sent')
    expect(refusal(taking(own, ben))).toBe('gift_gone')
  })

  it('can be taken no longer than it is good', () => {
    const at = addMilliseconds(couponsOf(anna)[0]!.until, -3_600_000)
    expect(couponsOf(sent(anna, 'one', at))[0]!.sent!.until).toBe(couponsOf(anna)[0]!.until)
    const over = settled(sent(anna, 'one', at), couponsOf(anna)[0]!.until)
    expect(couponsOf(over)).toEqual([])
    expect(entriesOf(over, 'coupon-lapse')).toHaveLength(1)
  })

  it.each([
    ['coupon_not_giftable', () => claims(ben, programme, 'own'), firstDay],
    ['coupon_over', () => claims(ben, programme, 'cup'), noon('2026-05-01')],
  ])('is refused with %s', (expected, holder, at) => {
    const book = holder()
    const ruling = sendCoupon(opened(book, at), { couponId: couponsOf(book)[0]!.couponId, token: 'one', at })
    expect(refusal(ruling)).toBe(expected)
  })

  it('is nobody else’s to send or to take back', () => {
    expect(refusal(sendCoupon(opened(ben), { couponId, token: 'one', at: firstDay }))).toBe('coupon_not_yours')
    expect(refusal(recallCoupon(opened(ben), { couponId, at: firstDay }))).toBe('coupon_not_yours')
  })
})

describe('two members who send, take, take back and use one coupon in any order', () => {
  const step = fc.record({
    act: fc.constantFrom('send', 'recall', 'take', 'redeem', 'settle'),
    hours: fc.nat(30),
    token: fc.constantFrom('one', 'two'),
  })

  it('have it once between them, use it once at the most, and keep whole books', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        let [own, friend, now] = [anna, ben, firstDay]
        for (const [index, { act, hours, token }] of steps.entries()) {
          now = addMilliseconds(now, hours * 3_600_000)
          const about = { couponId, token, at: now }
          if (act === 'settle') own = settled(own, now)
          if (act === 'send' || act === 'recall') {
            const ruling = act === 'send' ? sendCoupon(opened(own, now), about) : recallCoupon(opened(own, now), about)
            if (ruling.ok) own = allowed(own, ruling)
          }
          if (act === 'take') {
            const ruling = taking(own, friend, token, now)
            if (!ruling.ok) continue
            own = allowed(own, allow(ruling.value.sender))
            friend = allowed(friend, allow(ruling.value.friend))
          }
          if (act === 'redeem') {
            const use = { storeId: 'S1', at: now, id: `redeem:${index}` }
            const ruling = redeemCoupon(opened(own, now), programme, { ...use, couponId })
            const theirs = couponsOf(friend)[0]?.couponId ?? ''
            const other = redeemCoupon(opened(friend, now), programme, {
              ...use,
              couponId: theirs,
              id: `friend:${index}`,
            })
            if (ruling.ok) own = allowed(own, ruling)
            if (other.ok) friend = allowed(friend, other)
          }
        }
        const uses = [own, friend].flatMap((book) => entriesOf(book, 'coupon-redeem')).length
        const lapses = entriesOf(own, 'coupon-lapse').length
        expect(couponsOf(own).length + couponsOf(friend).length + uses + lapses).toBe(1)
        for (const book of [own, friend]) expect(auditAccount(book.account, balanceIn(book), book.entries)).toEqual([])
      }),
    )
  })
})
