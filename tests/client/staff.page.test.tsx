import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { codeText } from '../../shared/cards/member-code'
import { billFor, amountAfter, type Key } from '../../client/src/features/staff/bill'
import MePage from '../../client/src/pages/me/index'
import CustomerPage from '../../client/src/pages/staff/customer'
import WorkbenchPage from '../../client/src/pages/staff/index'
import JoinStaffPage from '../../client/src/pages/staff/join'
import PaymentPage from '../../client/src/pages/staff/payment'
import ReceiptPage from '../../client/src/pages/staff/receipt'
import RefusedPage from '../../client/src/pages/staff/refused'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { accrued, me, replies, sheet } from './support/replies'

const cloudNow = Date.parse(me.serverAt)
const shop = ({ operation }: Asked) => replies[operation as keyof typeof replies]
const refusing = (name: string, refusal: unknown) => (asked: Asked) =>
  asked.operation === name ? refusal : shop(asked)
const words = () => document.body.textContent ?? ''
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const type = (...keys: string[]) => keys.forEach((key) => press(`key-${key}`))
const code = codeText({ cardNo: '4021736658', secret: 's' }, Math.floor(cloudNow / 30_000), () => 'ab'.repeat(32))
const asks = (asked: Asked[], name: string) => asked.filter(({ operation }) => operation === name)

beforeEach(() => {
  jest.useFakeTimers({ now: cloudNow, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

/** At the workbench, with the camera on a code. */
async function atTheWorkbench(cloud: (asked: Asked) => unknown = shop, seen: string = code) {
  const phone = takePhone(cloud)
  phone.see(seen)
  const page = openPage(WorkbenchPage)
  await screen.findByText('扫会员码')
  return { ...phone, page }
}

/** The customer was scanned; the page that the phone went to is open. */
async function withCustomer(Page: () => React.JSX.Element, cloud: (asked: Asked) => unknown = shop) {
  const phone = await atTheWorkbench(cloud)
  press('staff-scan')
  await waitFor(() => expect(phone.visited).toHaveLength(1))
  phone.page.unmount()
  openPage(Page)
  return phone
}

describe('the workbench', () => {
  it('says where one stands, who one is and how the day has gone, with the hour of the figures', async () => {
    await atTheWorkbench()
    for (const shown of ['建国西路店陈一诺 · 店员', '今天截至 12:10', '32接待', '5新会员', '¥4,160.50收款']) {
      expect(words()).toContain(shown)
    }
  })

  it('sends what the camera read for the store one stands in, and opens the customer', async () => {
    const { asked, visited } = await atTheWorkbench()
    press('staff-scan')
    await waitFor(() => expect(visited.map(({ url }) => url)).toEqual(['/pages/staff/customer']))
    expect(asks(asked, 'staff.scan')[0]?.input).toEqual({ code, storeId: 'jianguo' })
  })

  it('scans for another store once that is chosen, and remembers it', async () => {
    const phone = await atTheWorkbench()
    press('staff-store')
    press('store-hengshan')
    phone.page.unmount()
    phone.restart()
    openPage(WorkbenchPage)
    expect(words()).toContain('衡山路店')
    press('staff-scan')
    await waitFor(() => expect(asks(phone.asked, 'staff.scan')[0]?.input).toMatchObject({ storeId: 'hengshan' }))
  })

  it('passes over the same text for three seconds', async () => {
    const { asked, visited } = await atTheWorkbench()
    press('staff-scan')
    await waitFor(() => expect(visited).toHaveLength(1))
    press('staff-scan')
    act(() => jest.advanceTimersByTime(2_900))
    await act(async () => undefined)
    expect(asks(asked, 'staff.scan')).toHaveLength(1)
    act(() => jest.advanceTimersByTime(200))
    press('staff-scan')
    await waitFor(() => expect(asks(asked, 'staff.scan')).toHaveLength(2))
  })

  it('takes eighteen typed digits', async () => {
    const { asked } = await atTheWorkbench()
    press('staff-type')
    fireEvent.change(document.getElementById('type-code')!, { target: { value: '4021 7366 5812 3456 78' } })
    press('type-submit')
    await waitFor(() => expect(asks(asked, 'staff.scan')[0]?.input).toMatchObject({ code: '4021 7366 5812 3456 78' }))
  })

  it('offers the digits when the camera may not be opened, and asks nothing when it was closed', async () => {
    const phone = await atTheWorkbench()
    phone.see({ errMsg: 'scanCode:fail cancel' })
    press('staff-scan')
    await act(async () => undefined)
    expect(document.getElementById('type-code')).toBeNull()
    phone.see({ errMsg: 'scanCode:fail auth deny' })
    press('staff-scan')
    expect(await screen.findByText(/没能打开相机/)).toBeTruthy()
  })

  it('says that somebody without the right has none, whatever this phone knew before', async () => {
    const phone = await atTheWorkbench()
    phone.page.unmount()
    phone.restart()
    phone.serve(() => new Refusal('not_allowed', '你没有这项权限，请找店长'))
    openPage(WorkbenchPage)
    expect(await screen.findByText('你没有这项权限，请找店长')).toBeTruthy()
    expect(document.getElementById('staff-scan')).toBeNull()
  })
})

describe('a code that is refused', () => {
  async function refused(refusal: Refusal | typeof unreachable) {
    const phone = await atTheWorkbench(refusing('staff.scan', refusal))
    press('staff-scan')
    await waitFor(() => expect(phone.visited.map(({ url }) => url)).toEqual(['/pages/staff/refused']))
    phone.page.unmount()
    openPage(RefusedPage)
    return phone
  }

  it('gives when an expired code was made and ended, that nothing changed, and what to do', async () => {
    await refused(new Refusal('code_expired', '会员码已过期，没有产生扣款。请客人点「刷新」再扫'))
    for (const shown of [
      '会员码已过期',
      '没有产生扣款',
      '码生成于12:10:00',
      '失效于12:11:00',
      '本次扫码12:10:00，没有产生任何变化',
      '1请客人点会员码下方的「刷新」',
      '3还是不行，输入码下方的 18 位数字',
    ]) {
      expect(words()).toContain(shown)
    }
  })

  it.each([
    ['code_used', '这个码已经用过', '1请客人等新码出来再扫'],
    ['code_malformed', '这不是会员码', '1请客人打开小程序的「会员码」'],
    ['code_unknown', '没有找到这张卡', '2还不是会员'],
    ['card_frozen', '这张卡已挂失', '2核对是本人后补卡'],
    ['card_reissued', '这是换掉的旧卡', '1请客人退出小程序'],
    ['store_not_yours', '不是你的门店', '1回工作台换到你的门店'],
    ['too_many_wrong_codes', '输错太多次了', '1过几分钟再输入'],
    ['internal_error', '没有识别成功', '1请客人出示新码'],
  ])('has a head, the cloud’s own sentence and steps for %s', async (refusal, title, step) => {
    await refused(new Refusal(refusal, '云端的一句话'))
    for (const shown of [title, '云端的一句话', step]) expect(words()).toContain(shown)
  })

  it('says that no answer came when the network is gone, and leads back to the scan', async () => {
    const phone = await refused(unreachable)
    expect(words()).toContain('没有收到结果，没有产生扣款')
    press('refused-scan')
    expect(phone.visited.at(-1)).toMatchObject({ kind: 'instead', url: '/pages/staff/index' })
    document.body.innerHTML = ''
    phone.serve(shop)
    openPage(WorkbenchPage)
    await waitFor(() => expect(asks(phone.asked, 'staff.scan')).toHaveLength(2))
    const [first, second] = asks(phone.asked, 'staff.scan')
    expect(second?.requestId).toBe(first?.requestId)
  })
})

describe('after a refusal', () => {
  it('the digits may be typed instead', async () => {
    const phone = await atTheWorkbench(refusing('staff.scan', new Refusal('code_expired', '会员码已过期')))
    press('staff-scan')
    await waitFor(() => expect(phone.visited).toHaveLength(1))
    phone.page.unmount()
    const page = openPage(RefusedPage)
    press('refused-type')
    page.unmount()
    openPage(WorkbenchPage)
    expect(document.getElementById('type-code')).not.toBeNull()
    expect(asks(phone.asked, 'staff.scan')).toHaveLength(1)
  })
})

describe('the customer at the counter', () => {
  it('is shown with tier, discount, number and what is left to the next tier', async () => {
    await withCustomer(CustomerPage)
    for (const shown of ['林小满', '银卡 · 9 折', 'No. 8826 0173', '2,480积分', '¥680累计消费', '¥320距金卡']) {
      expect(words()).toContain(shown)
    }
  })

  it('may be served for as long as the cloud said, counted down by the cloud’s clock', async () => {
    await withCustomer(CustomerPage)
    expect(words()).toContain('已识别，5:00 内可操作')
    act(() => jest.advanceTimersByTime(8_000))
    expect(words()).toContain('已识别，4:52 内可操作')
    act(() => jest.advanceTimersByTime(292_000))
    expect(words()).toContain('识别已超时')
    expect(document.getElementById('customer-pay')).toBeNull()
    expect(document.getElementById('customer-rescan')).not.toBeNull()
  })

  it('is still there when the app was closed in between', async () => {
    const phone = await withCustomer(CustomerPage)
    document.body.innerHTML = ''
    phone.restart()
    openPage(CustomerPage)
    expect(words()).toContain('林小满')
  })

  it('whose card is lost has it frozen and reissued here, and shows the new code before paying', async () => {
    const phone = await withCustomer(CustomerPage)
    press('customer-freeze')
    expect(words()).toContain('尾号 6658 的卡马上停用')
    press('freeze-confirm')
    expect(await screen.findByText('尾号 6658 · 已挂失')).toBeTruthy()
    expect(document.getElementById('customer-pay')).toBeNull()
    press('customer-renew')
    press('reissue-confirm')
    expect(asks(phone.asked, 'cards.reissue')).toHaveLength(0)
    press('check-passport')
    press('reissue-confirm')
    expect(await screen.findByText('新卡尾号 9021')).toBeTruthy()
    expect(asks(phone.asked, 'cards.reissue')[0]?.input).toEqual({
      scanId: 'pass_1',
      accountId: 'acc_1',
      check: 'passport',
    })
    expect(words()).toContain('请客人打开新的会员码再扫')
    expect(document.getElementById('customer-rescan')).not.toBeNull()
  })

  it('found by phone number may be given points while their card is frozen', async () => {
    const found = { ...sheet, proof: 'phone', card: { tail: '6658', frozenAt: me.serverAt } }
    await withCustomer(CustomerPage, (asked) => (asked.operation === 'staff.scan' ? found : shop(asked)))
    expect(document.getElementById('customer-pay')).not.toBeNull()
    expect(document.getElementById('customer-reissue')).not.toBeNull()
  })

  it('is nobody when the page is opened without a scan', () => {
    takePhone(shop)
    openPage(CustomerPage)
    expect(words()).toContain('没有正在服务的客人')
  })
})

describe('the amount', () => {
  const typed = (...keys: Key[]) => keys.reduce(amountAfter, '')

  it('has at most two decimals, no zeros in front and at most a million yuan', () => {
    expect(typed('1', '2', '.', '3', '4', '5')).toBe('12.34')
    expect(typed('.', '5', '00')).toBe('0.5')
    expect(typed('00', '7', '.', '.')).toBe('7.')
    expect(typed('1', '00', '00', '00', '1')).toBe('1000000')
    expect([typed('1', '2', 'delete'), typed('1', '2', 'clear')]).toEqual(['1', ''])
  })

  it('comes to what the cloud will book, with all points as money or with none', () => {
    expect(billFor('128', sheet, false)).toMatchObject({ discountFen: 1280, dueFen: 11520, earns: 172 })
    expect(billFor('128', sheet, true)).toMatchObject({ burnPoints: 2480, burnFen: 2480, dueFen: 9040 })
    expect(billFor('128.', sheet, false).amountFen).toBe(12800)
    expect(billFor('', sheet, true)).toMatchObject({ amountFen: 0, burnPoints: 0, dueFen: 0 })
  })

  it('takes no points of somebody who owes some, or whose code nobody has read', () => {
    expect(billFor('1', { ...sheet, points: { balance: -5, worthFen: 0 } }, true)).toMatchObject({ burnPoints: 0 })
    expect(billFor('1', { ...sheet, proof: 'phone' }, true)).toMatchObject({ burnPoints: 0, dueFen: 90 })
  })
})

describe('a payment', () => {
  it('cannot be confirmed before there is an amount', async () => {
    const { asked } = await withCustomer(PaymentPage)
    expect(words()).toContain('先输入金额')
    press('pay-confirm')
    expect(asks(asked, 'staff.accrue')).toHaveLength(0)
  })

  it('shows discount, due and points while the amount is typed', async () => {
    await withCustomer(PaymentPage)
    type('1', '2', '8')
    for (const shown of ['会员 9 折−12.80', '应收¥115.20', '这单可得 172 积分', '确认收款 ¥115.20']) {
      expect(words()).toContain(shown)
    }
    press('bill-points')
    for (const shown of ['2,480 积分抵现−24.80', '应收¥90.40']) expect(words()).toContain(shown)
  })

  it('books what is due, with the points that were taken, once however often it is tapped', async () => {
    const { asked, visited } = await withCustomer(PaymentPage)
    type('1', '2', '8')
    press('bill-points')
    press('pay-confirm')
    press('pay-confirm')
    await waitFor(() => expect(visited.at(-1)).toMatchObject({ kind: 'instead', url: '/pages/staff/receipt' }))
    expect(asks(asked, 'staff.accrue').map(({ input }) => input)).toEqual([
      { scanId: 'pass_1', accountId: 'acc_1', amountFen: 12800, dueFen: 9040, burnPoints: 2480 },
    ])
  })

  it('asks again under the same id when no answer came, and says that nothing is booked twice', async () => {
    const phone = await withCustomer(PaymentPage, refusing('staff.accrue', unreachable))
    type('6', '00')
    press('pay-confirm')
    expect(await screen.findByText(/再点一次会接着问，不会重复入账/)).toBeTruthy()
    phone.serve(shop)
    press('pay-confirm')
    await waitFor(() => expect(asks(phone.asked, 'staff.accrue')).toHaveLength(2))
    const [first, second] = asks(phone.asked, 'staff.accrue')
    expect(second?.requestId).toBe(first?.requestId)
  })

  it('stays with what was typed when it is refused, and says the cloud’s sentence', async () => {
    await withCustomer(PaymentPage, refusing('staff.accrue', new Refusal('points_short', '还差 80 积分')))
    type('6', '00')
    press('pay-confirm')
    expect(await screen.findByText('还差 80 积分')).toBeTruthy()
    expect(document.getElementById('amount')?.textContent).toBe('600')
  })

  it('shows the bill as the cloud has it when it has changed, and confirms that one', async () => {
    const now = { amountFen: 12800, discountFen: 1920, burnPoints: 0, burnFen: 0, dueFen: 10880, earns: 217 }
    const changed = new Refusal('bill_changed', '应收变成了 ¥108.80', undefined, now)
    const phone = await withCustomer(PaymentPage, refusing('staff.accrue', changed))
    type('1', '2', '8')
    press('pay-confirm')
    expect(await screen.findByText('应收变成了 ¥108.80')).toBeTruthy()
    for (const shown of ['−19.20', '应收¥108.80', '这单可得 217 积分']) expect(words()).toContain(shown)
    phone.serve(shop)
    press('pay-confirm')
    await waitFor(() => expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' }))
    expect(asks(phone.asked, 'staff.accrue')[1]?.input).toMatchObject({ amountFen: 12800, dueFen: 10880 })
  })

  it('leads to a new scan when the time for this customer was over', async () => {
    const { visited } = await withCustomer(
      PaymentPage,
      refusing('staff.accrue', new Refusal('scan_over', '识别已超时')),
    )
    type('6')
    press('pay-confirm')
    await waitFor(() => expect(visited.at(-1)).toMatchObject({ kind: 'instead', url: '/pages/staff/refused' }))
  })
})

describe('the receipt', () => {
  async function paid(order: unknown = accrued, undo: unknown = replies['staff.undo']) {
    const cloud = (asked: Asked) =>
      asked.operation === 'staff.accrue' ? order : asked.operation === 'staff.undo' ? undo : shop(asked)
    const phone = await withCustomer(PaymentPage, cloud)
    type('1', '2', '8')
    press('pay-confirm')
    await waitFor(() => expect(phone.visited).toHaveLength(2))
    document.body.innerHTML = ''
    openPage(ReceiptPage)
    return phone
  }

  it('says what was paid, what it changed, and what one may tell the customer', async () => {
    await paid()
    for (const shown of [
      '已收款¥115.20',
      '林小满获得+172 积分',
      '积分余额2,652',
      '距金卡还差¥204.80',
      '小票金额¥128.00',
      '单号2605D1',
      '“这单得了 172 积分，再消费 ¥204.80 升级金卡。”',
    ]) {
      expect(words()).toContain(shown)
    }
  })

  it('shows the end of the order’s number, and the whole when it is tapped, to be pasted elsewhere', async () => {
    const phone = await paid()
    expect(words()).not.toContain(accrued.orderId)
    press('order-no')
    expect(await screen.findByText(accrued.orderId)).toBeTruthy()
    expect(phone.screen).toContain(`copy ${accrued.orderId}`)
  })

  it('names the new tier when the payment led to one', async () => {
    await paid({
      ...accrued,
      tier: { id: 'gold', name: { zh: '金卡', en: 'Gold' }, slot: 'gold' },
      upgradedFrom: accrued.tier,
      progress: null,
    })
    for (const shown of ['等级银卡 → 金卡', '“你已升级金卡，这单得了 172 积分。”']) expect(words()).toContain(shown)
  })

  it('can be undone for five minutes, after one has seen what that takes back', async () => {
    const phone = await paid()
    expect(words()).toContain('5:00 内可撤')
    press('undo')
    expect(words()).toContain('¥115.20 和 172 积分会一并收回')
    press('undo-confirm')
    expect(await screen.findByText('已撤销')).toBeTruthy()
    expect(asks(phone.asked, 'staff.undo')[0]?.input).toEqual({
      orderId: accrued.orderId,
      storeId: 'jianguo',
      accountId: 'acc_1',
    })
    expect(document.getElementById('undo')).toBeNull()
  })

  it('offers no undo once the five minutes are over', async () => {
    await paid()
    act(() => jest.advanceTimersByTime(300_000))
    expect(words()).toContain('超过 5 分钟')
    expect(document.getElementById('undo')).toBeNull()
  })

  it('stays as it is when the undo is refused, and says why', async () => {
    await paid(accrued, new Refusal('refund_points_spent', '这笔订单送的积分已用掉'))
    press('undo')
    press('undo-confirm')
    expect(await screen.findByText('这笔订单送的积分已用掉')).toBeTruthy()
    expect(words()).toContain('已收款')
  })

  it('leads straight to the next scan', async () => {
    const phone = await paid()
    press('receipt-next')
    document.body.innerHTML = ''
    openPage(WorkbenchPage)
    act(() => jest.advanceTimersByTime(4_000))
    await waitFor(() => expect(asks(phone.asked, 'staff.scan').length).toBeGreaterThan(1))
  })
})

describe('the way to the workbench', () => {
  const notStaff = refusing('staff.me', new Refusal('not_allowed', '你没有这项权限'))

  it('stands among 我的 for staff, and for nobody else', async () => {
    const phone = takePhone(shop)
    openPage(MePage).unmount()
    openPage(MePage)
    expect(await screen.findByText('店员工作台')).toBeTruthy()
    press('me-staff')
    expect(phone.visited.at(-1)?.url).toBe('/pages/staff/index')
    document.body.innerHTML = ''
    const other = takePhone(notStaff)
    openPage(MePage)
    await screen.findByText('林小满')
    await waitFor(() => expect(asks(other.asked, 'staff.me')).toHaveLength(1))
    expect(words()).not.toContain('店员工作台')
  })

  it('is asked for once a launch, not at every visit', async () => {
    const phone = takePhone(notStaff)
    const first = openPage(MePage)
    await waitFor(() => expect(asks(phone.asked, 'staff.me')).toHaveLength(1))
    await screen.findByText('林小满')
    first.unmount()
    openPage(MePage)
    await screen.findByText('林小满')
    expect(asks(phone.asked, 'staff.me')).toHaveLength(1)
  })
})

describe('an invitation', () => {
  it('is filled in by its link and taken up by the person’s own tap', async () => {
    const phone = takePhone(shop)
    phone.openedWith({ code: 'abcd2345ef' })
    openPage(JoinStaffPage)
    expect(asks(phone.asked, 'staff.join')).toHaveLength(0)
    press('join-staff')
    await waitFor(() => expect(phone.visited.at(-1)).toMatchObject({ kind: 'instead', url: '/pages/staff/index' }))
    expect(asks(phone.asked, 'staff.join')[0]?.input).toEqual({ code: 'ABCD2345EF' })
  })

  it('says why it was not taken up', async () => {
    const phone = takePhone(refusing('staff.join', new Refusal('invitation_used', '这个邀请码已经用过')))
    phone.openedWith({ code: 'ABCD2345EF' })
    openPage(JoinStaffPage)
    press('join-staff')
    expect(await screen.findByText('这个邀请码已经用过')).toBeTruthy()
  })
})
