import { act, screen, waitFor } from '@testing-library/react'
import { billFor, amountAfter, type Key } from '../../client/src/features/staff/bill'
import WorkbenchPage from '../../client/src/pages/staff/index'
import PaymentPage from '../../client/src/pages/staff/payment'
import ReceiptPage from '../../client/src/pages/staff/receipt'
import { openPage, Refusal, unreachable, type Asked } from './support/phone'
import { accrued, replies, sheet } from './support/replies'
import { asks, cloudNow, press, refusing, shop, type, withCustomer, words } from './support/till'

beforeEach(() => {
  jest.useFakeTimers({ now: cloudNow, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

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

  it('P3.2 takes the part without points and discount, where the programme knows one, and sends it along', async () => {
    const scanned = { ...replies['staff.scan'], leftOut: { points: true, discount: true } }
    const cloud = (one: Asked) => (one.operation === 'staff.scan' ? scanned : shop(one))
    const { asked, visited } = await withCustomer(PaymentPage, cloud)
    type('1', '2', '8')
    press('left-out')
    type('2', '8')
    for (const shown of ['其中不积分、不打折¥28', '会员 9 折−10.00', '应收¥118.00', '这单可得 135 积分'])
      expect(words()).toContain(shown)
    press('left-out')
    type('0')
    expect(document.getElementById('amount')?.textContent).toBe('1280')
    type('delete')
    press('pay-confirm')
    await waitFor(() => expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' }))
    expect(asks(asked, 'staff.accrue')[0]?.input).toMatchObject({ amountFen: 12800, leftOutFen: 2800, dueFen: 11800 })
  })

  it('tells of the points that the programme’s rounding makes of it', () => {
    const earns = (change: object) => billFor('100.5', { ...sheet, ...change }, false).earns
    expect([earns({}), earns({ rounding: 'nearest' }), earns({ rounding: 'up' })]).toEqual([135, 136, 136])
  })

  it('shows no such part where the programme leaves nothing out', async () => {
    await withCustomer(PaymentPage)
    expect(document.getElementById('left-out')).toBeNull()
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

  describe('with campaigns', () => {
    const campaign = {
      name: { zh: '满减', en: 'Off' },
      fromFen: 0,
      excludes: [],
      onlyOff: true,
      percent: null,
      moneyOff: [],
      times: null,
      points: 0,
      byHand: [],
      forGoods: false,
    }
    const off = { ...campaign, id: 'off', moneyOff: [{ fromFen: 10_000, offFen: 1_500 }] }
    const fewer = { ...campaign, id: 'fewer', percent: 20 }
    const tea = { ...campaign, id: 'tea', name: { zh: '新茶', en: 'New tea' }, percent: 50, forGoods: true }
    const having = (...campaigns: object[]) => {
      const scanned = { ...replies['staff.scan'], campaigns }
      return withCustomer(PaymentPage, (one: Asked) => (one.operation === 'staff.scan' ? scanned : shop(one)))
    }

    it('takes the greater percentage, and money off from what it leaves', async () => {
      await having(off, fewer)
      type('1', '2', '8')
      for (const shown of ['优惠−25.60', '活动立减−15.00', '应收¥87.40']) expect(words()).toContain(shown)
    })

    it('says what the order earns with what campaigns multiply and add, as the receipt will', async () => {
      const times = { ...campaign, onlyOff: false, fromFen: 5_000, times: 200 }
      await having({ ...times, id: 'twice' }, { ...campaign, id: 'more', onlyOff: false, points: 10 })
      type('4', '0')
      // 36.00 is paid at 1.5 points per CNY, and ten are given on top.
      expect(words()).toContain('这单可得 64 积分')
      type('0')
      expect(words()).toContain('这单可得 1,090 积分')
    })

    it('says what the till itself applies, from the amount on that the campaign asks for', async () => {
      const byHand = [{ zh: '免运费', en: 'Free delivery' }]
      await having({ ...campaign, id: 'free', fromFen: 5_000, onlyOff: false, byHand })
      type('4', '9')
      expect(words()).not.toContain('请先算进小票金额')
      type('0')
      expect(words()).toContain('请先算进小票金额：免运费')
    })

    it('says it of goods of their own too, and not where a campaign that counts excludes it', async () => {
      const byHand = [{ zh: '乌龙茶 ¥9.90', en: 'Oolong at ¥9.90' }]
      const own = { ...tea, percent: null, onlyOff: false, byHand }
      await having({ ...off, excludes: ['tea'] }, own)
      type('9', '9')
      expect(words()).toContain('请先算进小票金额：乌龙茶 ¥9.90')
      press('part-of-tea')
      type('5')
      expect(words()).toContain('请先算进小票金额：乌龙茶 ¥9.90')
      press('part-of-tea')
      type('9')
      expect(words()).toContain('活动立减')
      expect(words()).not.toContain('请先算进小票金额')
    })

    it('asks how much of the bill a campaign’s goods make up, and tells the cloud', async () => {
      const { asked, visited } = await having(tea)
      type('1', '00')
      expect(words()).toContain('应收¥90.00')
      press('part-of-tea')
      type('5', '0')
      expect(words()).toContain('应收¥70.00')
      press('pay-confirm')
      await waitFor(() => expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' }))
      const told = { amountFen: 10_000, dueFen: 7_000, parts: [{ campaignId: 'tea', onFen: 5_000 }] }
      expect(asks(asked, 'staff.accrue')[0]?.input).toMatchObject(told)
    })

    it('goes on without one that has nothing left, and says so to the cloud', async () => {
      const phone = await having(off)
      const now = { amountFen: 12_800, discountFen: 1_280, dueFen: 11_520, earns: 172, spent: 'off' }
      const changed = new Refusal('bill_changed', '应收变成了 ¥115.20', undefined, now)
      phone.serve((one) => (one.operation === 'staff.accrue' ? changed : shop(one)))
      type('1', '2', '8')
      press('pay-confirm')
      expect(await screen.findByText('应收变成了 ¥115.20')).toBeTruthy()
      expect(words()).toContain('应收¥115.20')
      // For another bill it may have enough left: the cloud says so again where it has not.
      type('delete')
      type('0')
      expect(words()).toContain('活动立减')
      type('delete')
      type('8')
      expect(words()).not.toContain('活动立减')
      phone.serve(shop)
      press('pay-confirm')
      await waitFor(() => expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' }))
      expect(asks(phone.asked, 'staff.accrue').at(-1)?.input).toMatchObject({ dueFen: 11_520, spent: ['off'] })
    })
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

describe('a payment that had no answer', () => {
  /** It was left, and its customer's next code is read at the workbench. */
  async function scannedAgain(accrual: unknown, member: object = {}) {
    const phone = await withCustomer(PaymentPage, refusing('staff.accrue', unreachable))
    type('6', '00')
    press('pay-confirm')
    await screen.findByText(/再点一次会接着问/)
    document.body.innerHTML = ''
    act(() => phone.restart())
    const next = { ...sheet, scanId: 'pass_2', ...member }
    phone.serve((asked) => (asked.operation === 'staff.scan' ? next : refusing('staff.accrue', accrual)(asked)))
    act(() => jest.advanceTimersByTime(4_000))
    const page = openPage(WorkbenchPage)
    await screen.findByText('扫会员码')
    press('staff-scan')
    await waitFor(() => expect(phone.visited).toHaveLength(2))
    page.unmount()
    return { ...phone, accruals: () => asks(phone.asked, 'staff.accrue') }
  }

  it('is asked for again, as it was sent, when the same member is scanned: its receipt is shown and nothing more booked', async () => {
    const { accruals, visited } = await scannedAgain(accrued)
    expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' })
    expect(accruals()).toHaveLength(2)
    expect(accruals()[1]).toEqual(accruals()[0])
  })

  it('makes room for another once it is known not to be booked', async () => {
    const { accruals, visited, serve } = await scannedAgain(new Refusal('scan_over', '识别已超时'))
    expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/customer' })
    serve(shop)
    openPage(PaymentPage)
    type('6', '00')
    press('pay-confirm')
    await waitFor(() => expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' }))
    expect(accruals().map(({ input }) => input['scanId'])).toEqual(['pass_1', 'pass_1', 'pass_2'])
  })

  it('is asked for before another is booked while there is still no answer', async () => {
    const { accruals, visited, serve } = await scannedAgain(unreachable)
    serve(shop)
    openPage(PaymentPage)
    type('6', '00')
    press('pay-confirm')
    await waitFor(() => expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' }))
    expect(accruals().map(({ input }) => input['scanId'])).toEqual(['pass_1', 'pass_1', 'pass_1'])
  })

  it('concerns nobody else: another member is served at once', async () => {
    const { accruals, visited } = await scannedAgain(accrued, { accountId: 'acc_2' })
    expect(visited.at(-1)).toMatchObject({ url: '/pages/staff/customer' })
    expect(accruals()).toHaveLength(1)
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
      '会员优惠−12.80',
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
