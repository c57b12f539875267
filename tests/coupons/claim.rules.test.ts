import { openJournal } from '../../shared/books/journal'
import { claimByCode, claimCoupon, couponsMax, handCoupon } from '../../shared/coupons/claim'
import { allowed, entriesOf, firstDay, stampAt, type Book } from '../support/builders'
import { claims, consenting, couponShop, couponsOf, noon, templateOf, tiersByAge } from '../support/coupons'

const programme = couponShop([
  templateOf('ten'),
  templateOf('monthly', { perMember: { times: 2, per: 'month' }, valid: { kind: 'from-issue', lasts: '1 year' } }),
  templateOf('by-rule', { issuedBy: ['rule'] }),
  templateOf('for-silver', { scope: { fromTier: 'silver' } }),
  templateOf('may', { valid: { kind: 'dates', from: '2026-05-01', to: '2026-05-05' } }),
  templateOf('birthday', { valid: { kind: 'birthday', span: 'month' } }),
])
const opened = ({ account }: Book, at: string) => openJournal(account, stampAt(at))
const claimed = (book: Book, templateId: string, at = firstDay) => {
  const ruling = claimCoupon(opened(book, at), programme, { templateId, at })
  return ruling.ok ? null : ruling.refusal
}
const anna = consenting(programme)

describe('claiming a coupon', () => {
  it('issues one of the template as it is now, good from now on, and remembers nothing where nothing is limited', () => {
    const book = claims(anna, programme)
    expect(couponsOf(book)).toMatchObject([
      {
        templateId: 'ten',
        from: firstDay,
        until: '2026-02-09T16:00:00.000Z',
        source: { by: 'claim' },
        giftable: false,
      },
    ])
    expect(book.account.taken).toBeUndefined()
    expect(entriesOf(book, 'coupon-issue').map(({ points }) => points)).toEqual([0])
  })

  it.each([
    ['by-rule', 'coupon_not_offered'],
    ['nothing', 'coupon_not_offered'],
    ['for-silver', 'coupon_not_your_tier'],
    ['birthday', 'coupon_not_offered'],
  ])('refuses %s with %s', (templateId, refusal) => {
    expect(claimed(anna, templateId)).toBe(refusal)
  })

  it('asks for the tier that the member has by now, also where no entry says so yet', () => {
    const aged = couponShop([templateOf('for-silver', { scope: { fromTier: 'silver' } })], { tiers: tiersByAge })
    const book = consenting(aged)
    const { account } = claims(book, aged, 'for-silver', noon('2026-02-11'))
    expect(account).toMatchObject({ tierId: 'regular', coupons: [{ templateId: 'for-silver' }] })
    const early = { templateId: 'for-silver', at: noon('2026-02-08') }
    expect(claimCoupon(opened(book, early.at), aged, early)).toMatchObject({ refusal: 'coupon_not_your_tier' })
  })

  it('refuses what is over, and gives what begins later', () => {
    expect(claimed(anna, 'may', noon('2026-05-05'))).toBeNull()
    expect(claimed(anna, 'may', noon('2026-05-06'))).toBe('coupon_not_offered')
  })

  it('gives no more than its limit in each window, by whatever way it is had', () => {
    const twice = claims(
      claims(anna, programme, 'monthly', noon('2026-05-30')),
      programme,
      'monthly',
      noon('2026-05-31'),
    )
    const [may, june] = [noon('2026-05-31'), noon('2026-06-01')]
    expect(claimed(twice, 'monthly', may)).toBe('coupon_taken')
    const [byCode, byHand] = [
      claimByCode(opened(twice, may), programme, { templateId: 'monthly', at: may }),
      handCoupon(opened(twice, may), programme, { templateId: 'monthly', reason: '补偿', at: may }),
    ]
    expect([byCode, byHand]).toMatchObject([{ refusal: 'coupon_taken' }, { refusal: 'coupon_taken' }])
    expect(claimed(twice, 'monthly', june)).toBeNull()
    const [book] = [claims(twice, programme, 'monthly', june)]
    expect(claimed(claims(book, programme, 'monthly', june), 'monthly', june)).toBe('coupon_taken')
  })

  it('counts each member by themselves', () => {
    const may = noon('2026-05-31')
    const twice = claims(claims(anna, programme, 'monthly', may), programme, 'monthly', may)
    expect(claimed(twice, 'monthly', may)).toBe('coupon_taken')
    expect(claimed(consenting(programme, { id: 'account-2' }), 'monthly', may)).toBeNull()
  })

  it('refuses more than a wallet holds', () => {
    let full = anna
    for (let n = 0; n < couponsMax; n += 1) full = claims(full, programme)
    expect(claimed(full, 'ten')).toBe('coupon_too_many')
    expect(new Set(couponsOf(full).map(({ couponId }) => couponId)).size).toBe(couponsMax)
  })

  it('says of one handed out why, and of one by a code that it was one', () => {
    const at = firstDay
    const handed = allowed(anna, handCoupon(opened(anna, at), programme, { templateId: 'ten', reason: '茶凉了', at }))
    const both = allowed(handed, claimByCode(opened(handed, at), programme, { templateId: 'by-rule', at }))
    expect(couponsOf(both).map(({ source }) => source)).toEqual([{ by: 'hand', reason: '茶凉了' }, { by: 'code' }])
    expect(handCoupon(opened(anna, at), programme, { templateId: 'by-rule', reason: '补偿', at })).toMatchObject({
      refusal: 'coupon_not_offered',
    })
  })
})
