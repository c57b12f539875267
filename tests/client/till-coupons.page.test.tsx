import { screen, waitFor } from '@testing-library/react'
import { couponCodeText } from '../../shared/cards/member-code'
import { afterTap, tickedCoupon } from '../../client/src/features/staff/chosenCoupons'
import CustomerPage from '../../client/src/pages/staff/customer'
import PaymentPage from '../../client/src/pages/staff/payment'
import ReceiptPage from '../../client/src/pages/staff/receipt'
import RefusedPage from '../../client/src/pages/staff/refused'
import { changeTill } from '../../client/src/features/staff/till'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'
import { atTill, coupons, withCoupons } from './support/coupons'
import { accrued } from './support/replies'
import { asks, cloudNow, press, shop, type, withCustomer, words } from './support/till'

beforeEach(() => {
  jest.useFakeTimers({ now: cloudNow, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

const { tenOff, monthly, oolong, post } = coupons
const now = new Date(cloudNow).toISOString()
const pressed = (id: string) => document.getElementById(id)?.getAttribute('aria-checked')

/** The shop, with a customer who has coupons. */
const cloud =
  (more: { [operation: string]: unknown } = {}, sheet: object = withCoupons) =>
  (asked: Asked) =>
    asked.operation in more ? more[asked.operation] : asked.operation === 'staff.scan' ? sheet : shop(asked)

describe('the coupon that the till ticks by itself', () => {
  it('is the one that ends first while there is no amount, then the one that saves most', () => {
    expect(tickedCoupon(withCoupons, 0, now)).toEqual({ couponId: tenOff.couponId, why: 'first' })
    expect(tickedCoupon(withCoupons, 12_800, now)).toEqual({ couponId: tenOff.couponId, why: 'first' })
  })

  it('is another one where that one does not count, or saves less though it ends sooner', () => {
    const most = { couponId: monthly.couponId, why: 'most' }
    expect(tickedCoupon(withCoupons, 5_900, now)).toEqual(most)
    expect(tickedCoupon(withCoupons, 40_000, now)).toEqual(most)
  })

  it('is none that saves less than the discount whose place it takes', () => {
    const gold = { ...withCoupons, tier: { ...withCoupons.tier, discountPercent: 20 } }
    expect(tickedCoupon(gold, 5_900, now)).toBeNull()
  })

  it('is the one whose code was shown, whatever else there is', () => {
    const shown = { ...withCoupons, shownCouponId: monthly.couponId }
    expect(tickedCoupon(shown, 12_800, now)).toEqual({ couponId: monthly.couponId, why: 'shown' })
  })

  it('is none of somebody who was found by phone number', () => {
    expect(tickedCoupon({ ...withCoupons, proof: 'phone' }, 12_800, now)).toBeNull()
  })

  it('gives way to another that cannot stand beside it', () => {
    const other = { ...tenOff, couponId: 'coupon-acc_1-20' }
    const sheet = { ...withCoupons, coupons: [...withCoupons.coupons, atTill(other)] }
    expect(afterTap(sheet, [tenOff.couponId], other.couponId)).toEqual([tenOff.couponId, other.couponId])
    expect(afterTap(sheet, [tenOff.couponId], monthly.couponId)).toEqual([monthly.couponId])
    expect(afterTap(sheet, [monthly.couponId], monthly.couponId)).toEqual([])
  })
})

describe('the customer’s coupons', () => {
  it('stand with their reasons, the best one ticked, what may not be used last', async () => {
    await withCustomer(CustomerPage, cloud())
    await screen.findByText('本单可用券')
    for (const shown of [
      '1 / 4 张',
      '明天到期，先用这张',
      '−¥10',
      '与会员折扣不同享',
      '8.5 折',
      '本单不可用，仅限外送或邮寄',
    ])
      expect(words()).toContain(shown)
    expect([tenOff, monthly].map(({ couponId }) => pressed(`pick-${couponId}`))).toEqual(['true', 'false'])
  })

  it('names the one whose code was shown, and says so when the customer has that one no more', async () => {
    const code = couponCodeText({ cardNo: '4021736658', secret: 's' }, 9, Math.floor(cloudNow / 30_000), () =>
      'ab'.repeat(32),
    )
    await withCustomer(CustomerPage, cloud(), code)
    await screen.findByText('客人出示的券现在不能用')
  })

  it('names the goods that a coupon is for, or is exchanged for', async () => {
    const teas = { ...monthly, scope: { categories: ['tea'] }, goods: [{ zh: '茶饮', en: 'teas' }] }
    const sheet = { ...withCoupons, coupons: [atTill(teas), atTill(oolong)] }
    await withCustomer(CustomerPage, cloud({}, sheet))
    await screen.findByText('本单可用券')
    expect(words()).toContain('限茶饮 · 5 月 31 日到期，先用这张')
    expect(words()).toContain('大杯桂花乌龙 · 6 月 18 日到期')
    press(`redeem-${oolong.couponId}`)
    expect(words()).toContain('交给客人：大杯桂花乌龙')
  })

  it('redeems an exchange coupon by itself, once, and gives it back within the time', async () => {
    const undoUntil = new Date(cloudNow + 300_000).toISOString()
    const redeemed = { redemptionId: 'redeem:1', at: now, name: oolong.name, worth: oolong.worth, undoUntil }
    const phone = await withCustomer(
      CustomerPage,
      cloud({ 'coupons.redeem': redeemed, 'coupons.undo': { name: oolong.name } }),
    )
    await screen.findByText('本单可用券')
    press(`redeem-${oolong.couponId}`)
    press('redeem-confirm')
    press('redeem-confirm')
    await screen.findByText(/已核销 · 5:00 内可撤/)
    expect(document.getElementById(`redeem-${oolong.couponId}`)).toBeNull()
    expect(asks(phone.asked, 'coupons.redeem').map(({ input }) => input)).toEqual([
      { scanId: 'pass_1', accountId: 'acc_1', couponId: oolong.couponId },
    ])
    press(`undo-${oolong.couponId}`)
    await waitFor(() => expect(document.getElementById(`redeem-${oolong.couponId}`)).toBeTruthy())
    expect(asks(phone.asked, 'coupons.undo')[0]?.input).toEqual({ accountId: 'acc_1', redemptionId: 'redeem:1' })
  })

  it('redeems a coupon for delivery once the employee says that the order is sent home', async () => {
    const free = { ...post, worth: { kind: 'delivery' as const, upToFen: 1_200 } }
    const sheet = {
      ...withCoupons,
      coupons: [atTill(free, '本单不可用，仅限外送或邮寄', null), atTill(oolong, null, '仅限到店')],
    }
    const undoUntil = new Date(cloudNow + 300_000).toISOString()
    const redeemed = { redemptionId: 'redeem:1', at: now, name: free.name, worth: free.worth, undoUntil }
    const phone = await withCustomer(CustomerPage, cloud({ 'coupons.redeem': redeemed }, sheet))
    await screen.findByText('本单可用券')
    expect(document.getElementById(`redeem-${free.couponId}`)).toBeNull()
    expect(pressed('sent-home')).toBe('false')
    press('sent-home')
    expect(pressed('sent-home')).toBe('true')
    expect(document.getElementById(`redeem-${oolong.couponId}`)).toBeNull()
    expect(words()).toContain('仅限到店')
    press(`redeem-${free.couponId}`)
    expect(words()).toContain('收运费时免去：最多减 12 元')
    press('redeem-confirm')
    await screen.findByText(/已核销 · 5:00 内可撤/)
    expect(asks(phone.asked, 'coupons.redeem').map(({ input }) => input)).toEqual([
      { scanId: 'pass_1', accountId: 'acc_1', couponId: free.couponId, channel: 'delivery' },
    ])
  })

  it('asks nothing about the way of the order where no coupon depends on it', async () => {
    await withCustomer(CustomerPage, cloud({}, { ...withCoupons, coupons: [atTill(tenOff), atTill(oolong)] }))
    await screen.findByText('本单可用券')
    expect(document.getElementById('sent-home')).toBeNull()
  })

  it('leads to where and when it was used, if another till was faster', async () => {
    const used = new Refusal('coupon_used', '这张券已在 13:05 由 建国西路店 核销，没有重复核销', undefined, {
      time: '13:05',
      store: '建国西路店',
    })
    const { visited } = await withCustomer(CustomerPage, cloud({ 'coupons.redeem': used }))
    await screen.findByText('本单可用券')
    press(`redeem-${oolong.couponId}`)
    press('redeem-confirm')
    await waitFor(() => expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/refused' }))
    document.body.innerHTML = ''
    openPage(RefusedPage)
    for (const shown of ['这张券已经用过', '没有重复核销', '桂花乌龙兑换券', '13:05', '建国西路店', '继续扫码'])
      expect(words()).toContain(shown)
  })

  it('names the coupon whose code was shown though it was used, and who took it when and with which order', async () => {
    const details = { zh: '13:05', en: '13:05', usedAt: '2026-05-20T05:05:00.000Z', store: '建国西路店', by: '王敏' }
    const coupon = { nameZh: '桂花乌龙兑换券', nameEn: 'Oolong', orderId: 'R260521-0031' }
    const refusal = { code: 'coupon_used', message: '已经核销，没有重复核销', details: { ...details, ...coupon } }
    takePhone(shop)
    changeTill({ refused: { refusal, text: '', at: cloudNow } as never })
    openPage(RefusedPage)
    for (const shown of ['券桂花乌龙兑换券', '核销时间昨天 13:05', '核销门店建国西路店 · 王敏', '单号R260521-0031'])
      expect(words()).toContain(shown)
  })
})

describe('a payment with coupons', () => {
  it('shows each of them on the bill and books what it comes to', async () => {
    const phone = await withCustomer(PaymentPage, cloud())
    type('1', '2', '8')
    for (const shown of ['会员 9 折−12.80', '满 60 减 10 券−10.00', '应收¥105.20', '这单可得 157 积分'])
      expect(words()).toContain(shown)
    press('pay-confirm')
    await waitFor(() => expect(asks(phone.asked, 'staff.accrue')).toHaveLength(1))
    expect(asks(phone.asked, 'staff.accrue')[0]?.input).toEqual({
      scanId: 'pass_1',
      accountId: 'acc_1',
      amountFen: 12_800,
      dueFen: 10_520,
      coupons: [{ couponId: tenOff.couponId }],
    })
  })

  it('lets another one take the place of the discount, and says so', async () => {
    await withCustomer(PaymentPage, cloud())
    type('1', '2', '8')
    press('bill-coupons')
    press(`pick-${monthly.couponId}`)
    press('pick-done')
    for (const shown of ['银卡月券−19.20', '与会员折扣不同享', '应收¥108.80']) expect(words()).toContain(shown)
    expect(words()).not.toContain('−12.80')
  })

  it('keeps one that was ticked waiting while the amount is too low for it', async () => {
    const phone = await withCustomer(PaymentPage, cloud())
    press('bill-coupons')
    press(`pick-${monthly.couponId}`)
    press(`pick-${tenOff.couponId}`)
    press('pick-done')
    type('5', '0')
    expect(words()).toContain('满 60 减 10 券满 60 可用')
    press('pay-confirm')
    await waitFor(() => expect(asks(phone.asked, 'staff.accrue')).toHaveLength(1))
    expect(asks(phone.asked, 'staff.accrue')[0]?.input).not.toHaveProperty('coupons')
  })

  it('asks for the part of the bill that a coupon for named goods is for', async () => {
    const named = { ...monthly, scope: { goods: ['oolong'] } }
    const sheet = { ...withCoupons, coupons: [atTill(named)] }
    const phone = await withCustomer(PaymentPage, cloud({}, sheet))
    type('1', '00')
    expect(words()).toContain('应收¥90.00')
    press('bill-coupons')
    press(`pick-${named.couponId}`)
    press('pick-done')
    press(`part-of-${named.couponId}`)
    type('8', '0')
    expect(words()).toContain('应收¥88.00')
    press('pay-confirm')
    await waitFor(() => expect(asks(phone.asked, 'staff.accrue')).toHaveLength(1))
    const { input } = asks(phone.asked, 'staff.accrue')[0] ?? { input: {} }
    expect(input).toMatchObject({ dueFen: 8_800, coupons: [{ couponId: named.couponId, onFen: 8_000 }] })
  })

  it('takes a coupon for delivery with the bill of an order that is sent home, and nothing off for it', async () => {
    const phone = await withCustomer(
      PaymentPage,
      cloud({}, { ...withCoupons, coupons: [atTill(post, '本单不可用，仅限外送或邮寄', null)] }),
    )
    type('1', '2', '8')
    press('bill-coupons')
    expect(document.getElementById(`pick-${post.couponId}`)).toBeNull()
    press('sent-home')
    press(`pick-${post.couponId}`)
    press('pick-done')
    for (const shown of ['邮寄包邮券免运费', '会员 9 折−12.80', '应收¥115.20']) expect(words()).toContain(shown)
    press('pay-confirm')
    await waitFor(() => expect(asks(phone.asked, 'staff.accrue')).toHaveLength(1))
    expect(asks(phone.asked, 'staff.accrue')[0]?.input).toMatchObject({
      dueFen: 11_520,
      coupons: [{ couponId: post.couponId }],
      channel: 'delivery',
    })
  })

  it('stays with what was typed and says the cloud’s sentence when a coupon is refused', async () => {
    const refusal = new Refusal('coupon_not_now', '这张券现在的时段不能用，没有使用')
    await withCustomer(PaymentPage, cloud({ 'staff.accrue': refusal }))
    type('1', '2', '8')
    press('pay-confirm')
    await screen.findByText('这张券现在的时段不能用，没有使用')
    expect(document.getElementById('amount')?.textContent).toBe('128')
  })

  it('shows them on the receipt', async () => {
    const taken = { ...accrued, amountFen: 10_520, coupons: [{ name: tenOff.name, offFen: 1_000 }] }
    const { visited } = await withCustomer(PaymentPage, cloud({ 'staff.accrue': taken }))
    type('1', '2', '8')
    press('pay-confirm')
    await waitFor(() => expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' }))
    document.body.innerHTML = ''
    openPage(ReceiptPage)
    expect(words()).toContain('满 60 减 10 券已核销，−10.00')
  })
})
