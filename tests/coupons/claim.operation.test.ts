import { keyedHash } from '../../cloudfunctions/_runtime/card-secret'
import { couponCodeText, stepAt } from '../../shared/cards/member-code'
import { auditAll, bendProgramme, enrolPhone, phone, useShop, valueOf } from '../support/shop'
import { atTill, cardOf, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea', 'once')
const call = (who: string, operation: string, input: object = {}) => phone(shop.cloud, who, operation, input)

const template = (id: string, more: object = {}) => ({
  id,
  name: { zh: id, en: id },
  worth: { kind: 'amount', offFen: 1_000, fromFen: 6_000 },
  valid: { kind: 'from-issue', lasts: '30 days' },
  issuedBy: ['claim', 'hand', 'code'],
  stacks: true,
  giftable: true,
  ...more,
})

beforeAll(async () => {
  await bendProgramme(shop.cloud, {
    coupons: [
      template('sixty-ten'),
      template('ten-left', { stock: 10, perMember: { times: 1, per: 'lifetime' } }),
      template('cup', { worth: { kind: 'goods', goods: ['oolong'] } }),
    ],
  } as never)
  await hire(shop.cloud, 'o-clerk', ['S1'])
  await hire(shop.cloud, 'o-other-clerk', ['S1', 'S2'])
})

const sheetOf = async (who: string, clerk = 'o-clerk', storeId = 'S1') => {
  await shop.cloud.advance(31_000)
  const code = await codeShownBy(shop.cloud, who)
  return valueOf(await atTill(shop.cloud, clerk, 'staff.scan', { code, storeId }))
}

describe('a coupon', () => {
  it('is claimed, shown at the till, taken with a payment and given back when that is undone', async () => {
    await enrolPhone(shop.cloud, 'o-anna')
    const { coupons } = valueOf(await call('o-anna', 'coupons.claim', { templateId: 'sixty-ten' }))
    expect(coupons).toMatchObject([{ state: 'usable', source: 'claim' }])
    expect(valueOf(await call('o-anna', 'home.read'))).toMatchObject({ coupons: { usable: 1 } })
    const sheet = await sheetOf('o-anna')
    expect(sheet.coupons).toMatchObject([{ couponId: coupons[0].couponId, refused: null }])
    const { scanId, accountId } = sheet
    const bill = { scanId, accountId, amountFen: 12_800, dueFen: 11_800, coupons: [{ couponId: coupons[0].couponId }] }
    const paid = valueOf(await atTill(shop.cloud, 'o-clerk', 'staff.accrue', bill))
    expect(paid).toMatchObject({ amountFen: 11_800, listFen: 12_800, coupons: [{ offFen: 1_000 }] })
    expect(valueOf(await call('o-anna', 'coupons.list', { tab: 'used' }))).toMatchObject({
      usable: 0,
      coupons: [{ state: 'used', used: { storeName: '一店', offFen: 1_000 } }],
    })
    const { orderId } = paid
    valueOf(await atTill(shop.cloud, 'o-clerk', 'staff.undo', { orderId, storeId: 'S1', accountId }))
    expect(valueOf(await call('o-anna', 'coupons.list', { tab: 'usable' }))).toMatchObject({ usable: 1 })
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('of which ten are left goes to exactly ten of sixty-four who claim at once', async () => {
    const people = Array.from({ length: 64 }, (_, index) => `o-many-${index}`)
    for (const who of people) await enrolPhone(shop.cloud, who)
    const replies = await Promise.all(people.map((who) => call(who, 'coupons.claim', { templateId: 'ten-left' })))
    const refused = replies.flatMap((reply) => (reply.ok ? [] : [reply.refusal.code]))
    expect(refused).toEqual(Array.from({ length: 54 }, () => 'coupon_sold_out'))
    await shop.cloud.drain()
    const [stock] = await shop.cloud.dump('stocks')
    expect(stock?.document).toMatchObject({ taken: 10, held: {} })
  })

  it('is taken by one of two employees in the same instant; the other is told where and when', async () => {
    await enrolPhone(shop.cloud, 'o-benno')
    const { coupons } = valueOf(await call('o-benno', 'coupons.claim', { templateId: 'cup' }))
    const [one, other] = [await sheetOf('o-benno'), await sheetOf('o-benno', 'o-other-clerk', 'S2')]
    const { couponId } = coupons[0]
    const replies = await Promise.all([
      atTill(shop.cloud, 'o-clerk', 'coupons.redeem', { scanId: one.scanId, accountId: one.accountId, couponId }),
      atTill(shop.cloud, 'o-other-clerk', 'coupons.redeem', {
        scanId: other.scanId,
        accountId: one.accountId,
        couponId,
      }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'coupon_used', message: expect.stringMatching(/^这张券已在 \d\d:\d\d 由 .店 核销/) },
    })
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('whose own code is shown after it was used is told as used, and its code is not spent', async () => {
    await enrolPhone(shop.cloud, 'o-conrad')
    const { coupons } = valueOf(await call('o-conrad', 'coupons.claim', { templateId: 'cup' }))
    const { couponId } = coupons[0]
    const { scanId, accountId } = await sheetOf('o-conrad')
    valueOf(await atTill(shop.cloud, 'o-clerk', 'coupons.redeem', { scanId, accountId, couponId }))
    await shop.cloud.advance(31_000)
    const { serverAt, cardNo, secret } = await cardOf(shop.cloud, 'o-conrad')
    const no = Number(couponId.split('-').at(-1))
    const code = couponCodeText({ cardNo, secret }, no, stepAt(serverAt), keyedHash)
    expect(await atTill(shop.cloud, 'o-clerk', 'staff.scan', { code, storeId: 'S1' })).toMatchObject({
      refusal: {
        code: 'coupon_used',
        details: { store: '一店', couponId, by: expect.stringMatching(/./), nameZh: 'cup', nameEn: 'cup', orderId: '' },
      },
    })
    // On another day the hour alone would be read as one of that day.
    await shop.cloud.advance(86_400_000)
    const later = await cardOf(shop.cloud, 'o-conrad')
    const next = couponCodeText({ cardNo, secret: later.secret }, no, stepAt(later.serverAt), keyedHash)
    expect(await atTill(shop.cloud, 'o-clerk', 'staff.scan', { code: next, storeId: 'S1' })).toMatchObject({
      refusal: {
        code: 'coupon_used',
        message: expect.stringMatching(/^这张券已在 6 月 \d 日 \d\d:\d\d 由 一店 核销/),
      },
    })
  })

  it('goes to one friend by a link, and not back to whoever sent it', async () => {
    for (const who of ['o-evelyn', 'o-fritz', 'o-gina-1']) await enrolPhone(shop.cloud, who)
    const { coupons } = valueOf(await call('o-evelyn', 'coupons.claim', { templateId: 'sixty-ten' }))
    const { gift } = valueOf(await call('o-evelyn', 'coupons.send', { couponId: coupons[0].couponId, words: '拿去喝' }))
    expect(await call('o-evelyn', 'coupons.take-gift', { gift })).toMatchObject({ refusal: { code: 'gift_own' } })
    expect(valueOf(await call('o-visitor', 'coupons.gift', { gift }))).toMatchObject({ state: 'open', words: '拿去喝' })
    const taken = await Promise.all([
      call('o-fritz', 'coupons.take-gift', { gift }),
      call('o-gina-1', 'coupons.take-gift', { gift }),
    ])
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
    expect(taken.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'gift_gone' } })
    expect(valueOf(await call('o-evelyn', 'home.read'))).toMatchObject({ coupons: { usable: 0 } })
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
    expect((await cardOf(shop.cloud, 'o-evelyn')).cardNo).toHaveLength(10)
  })
})
