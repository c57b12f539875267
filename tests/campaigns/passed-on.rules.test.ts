import { openJournal } from '../../shared/books/journal'
import { sendCoupon, takeGift } from '../../shared/coupons/send'
import { allow } from '../../shared/kit/ruling'
import { allowed, entriesOf, firstDay, giveBack, stampAt, type Book } from '../support/builders'
import { campaignOf, campaignShop, pays } from '../support/campaigns'
import { consenting, couponsOf, templateOf } from '../support/coupons'

const campaign = campaignOf('one', { effects: [{ kind: 'coupon', couponId: 'ten' }] })
const programme = campaignShop([campaign], { coupons: [templateOf('ten', { giftable: true })] })
const paid = pays(consenting(programme), programme, { fen: 10_000 })
const gift = { couponId: couponsOf(paid)[0]!.couponId, token: 'one', at: firstDay }
const opened = ({ account }: Book) => openJournal(account, stampAt(firstDay))
const sent = allowed(paid, sendCoupon(opened(paid), gift))
const friend = consenting(programme, { id: 'account-2' })
const costBack = (book: Book) => entriesOf(book, 'refund')[0]?.campaigns?.map(({ costFen }) => costFen)

describe('the refund of an order whose coupon was passed on', () => {
  it('takes back one that is still on its way, and the budget has its cost again', () => {
    const back = giveBack(sent, programme, { fen: 10_000 })
    expect([couponsOf(back), costBack(back)]).toEqual([[], [1_000]])
    expect(takeGift(opened(back), opened(friend), gift)).toEqual({ ok: false, refusal: 'gift_gone' })
  })

  it('leaves a friend what they have taken: it is theirs, as if it were used, and stays paid for', () => {
    const taking = takeGift(opened(sent), opened(friend), gift)
    if (!taking.ok) throw new Error(taking.refusal)
    const back = giveBack(allowed(sent, allow(taking.value.sender)), programme, { fen: 10_000 })
    expect([couponsOf(allowed(friend, allow(taking.value.friend))).length, costBack(back)]).toEqual([1, [0]])
  })
})
