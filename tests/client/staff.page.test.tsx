import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import MePage from '../../client/src/pages/me/index'
import CustomerPage from '../../client/src/pages/staff/customer'
import WorkbenchPage from '../../client/src/pages/staff/index'
import JoinStaffPage from '../../client/src/pages/staff/join'
import PaymentPage from '../../client/src/pages/staff/payment'
import RefusedPage from '../../client/src/pages/staff/refused'
import { openPage, Refusal, takePhone, unreachable } from './support/phone'
import { me, sheet } from './support/replies'
import { asks, atTheWorkbench, cloudNow, code, press, refusing, shop, type, withCustomer, words } from './support/till'

beforeEach(() => {
  jest.useFakeTimers({ now: cloudNow, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

describe('the workbench', () => {
  it('says where one stands, who one is and how the day has gone, with the hour of the figures', async () => {
    await atTheWorkbench()
    for (const shown of ['建国西路店陈一诺 · 店员', '今天截至 12:10', '32接待', '5新会员', '¥4,160.50收款']) {
      expect(words()).toContain(shown)
    }
  })

  it('says today by the cloud’s clock, though the phone’s is of another day', async () => {
    jest.setSystemTime(new Date(cloudNow).getTime() + 3 * 86_400_000)
    await atTheWorkbench()
    expect(words()).toContain('今天截至 12:10')
  })

  it('counts anew when one comes back from a payment', async () => {
    const phone = await withCustomer(PaymentPage)
    expect(asks(phone.asked, 'staff.me')).toHaveLength(1)
    type('6', '00')
    press('pay-confirm')
    await waitFor(() => expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/staff/receipt' }))
    document.body.innerHTML = ''
    phone.serve((asked) =>
      asked.operation === 'staff.me' ? { ...me, today: { ...me.today, served: 33 } } : shop(asked),
    )
    openPage(WorkbenchPage)
    await waitFor(() => expect(words()).toContain('33接待'))
  })

  it('sends what the camera read for the store one stands in, and opens the customer', async () => {
    const { asked, visited } = await atTheWorkbench()
    press('staff-scan')
    await waitFor(() => expect(visited.map(({ url }) => url)).toEqual(['/pages/staff/customer']))
    expect(asks(asked, 'staff.scan')[0]?.input).toEqual({ code, storeId: 'jianguo' })
  })

  it('takes one call for a scan, whose answer is all that serving takes; what is owed is asked beside it', async () => {
    const { asked } = await withCustomer(CustomerPage)
    expect(words()).toContain('林小满')
    const beside = ['obligations.of-member', 'groups.of-member']
    expect(asked.map(({ operation }) => operation)).toEqual(['staff.me', 'tasks.mine', 'staff.scan', ...beside])
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

  it('asks again at once about a text of whose scan nothing was heard', async () => {
    const { asked, visited, serve } = await atTheWorkbench((question) =>
      question.operation === 'staff.scan' ? unreachable : shop(question),
    )
    press('staff-scan')
    await waitFor(() => expect(visited).toHaveLength(1))
    serve(shop)
    press('staff-scan')
    await waitFor(() => expect(asks(asked, 'staff.scan')).toHaveLength(2))
    expect(asks(asked, 'staff.scan')[1]?.requestId).toBe(asks(asked, 'staff.scan')[0]?.requestId)
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

  it('goes by the cloud’s clock where it told the time, whatever the phone’s own says', async () => {
    const at = '2026-05-21T04:11:08.000Z'
    await refused(new Refusal('code_expired', '会员码已过期', undefined, { at }))
    expect(words()).toContain('本次扫码12:11:08，没有产生任何变化')
  })

  it('gives when and where a used code was used', async () => {
    await refused(new Refusal('code_used', '这个会员码用过了', undefined, { time: '12:09', store: '城西店' }))
    for (const shown of ['上次扫码12:09', '上次门店城西店']) expect(words()).toContain(shown)
  })

  it.each([
    ['code_used', '这个码已经用过', '1请客人等新码出来再扫'],
    ['code_malformed', '这不是会员码', '1请客人打开小程序的「会员码」'],
    ['code_unknown', '没有找到这张卡', '2还不是会员'],
    ['card_frozen', '挂失的卡不能用', '2核对是本人后补卡'],
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

describe('a monthly entitlement', () => {
  const one = { code: 'test', name: { zh: '检测', en: 'Test' }, count: 1, used: 0, left: 1 }
  const used = { ...one, used: 1, left: 0 }
  const undoUntil = new Date(new Date(cloudNow).getTime() + 300_000).toISOString()

  it('is ticked off after one has read what that says, and may be taken back', async () => {
    const phone = await withCustomer(CustomerPage, (asked) => {
      if (asked.operation === 'staff.scan') return { ...sheet, entitlements: [one] }
      if (asked.operation === 'benefits.tick') return { tickId: 'tick:a:1', undoUntil, entitlements: [used] }
      return asked.operation === 'benefits.untick' ? { entitlements: [one] } : shop(asked)
    })
    expect(words()).toContain('检测本月可用 1 次核销')
    press('entitlement-test')
    await waitFor(() => expect(words()).toContain('只记做过，不记结果'))
    press('tick-confirm')
    await waitFor(() => expect(words()).toContain('本月 1 次已用完'))
    press('tick-undo')
    await waitFor(() => expect(words()).toContain('本月可用 1 次'))
    expect(asks(phone.asked, 'benefits.untick')[0]?.input).toMatchObject({ tickId: 'tick:a:1' })
  })
})
