import { fireEvent, screen, waitFor } from '@testing-library/react'
import MePage from '../../client/src/pages/me/index'
import CustomerPage from '../../client/src/pages/staff/customer'
import EnrolPage from '../../client/src/pages/staff/enrol'
import WorkbenchPage from '../../client/src/pages/staff/index'
import InvitePage from '../../client/src/pages/staff/invite'
import RefusedPage from '../../client/src/pages/staff/refused'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { byPhone, me, replies, welcome } from './support/replies'

const shop = ({ operation }: Asked) => replies[operation as keyof typeof replies]
const answering = (name: string, answer: unknown) => (asked: Asked) => (asked.operation === name ? answer : shop(asked))
const words = () => document.body.textContent ?? ''
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const type = (id: string, value: string) => fireEvent.change(document.getElementById(id)!, { target: { value } })
const asks = (asked: Asked[], name: string) => asked.filter(({ operation }) => operation === name)
const urls = (visited: { url?: string }[]) => visited.map(({ url }) => url)
const consent = { ...welcome.terms, adult: true }

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse(me.serverAt), doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

describe('a phone number at the workbench', () => {
  async function typed(text: string, cloud: (asked: Asked) => unknown = shop) {
    const phone = takePhone(cloud)
    const page = openPage(WorkbenchPage)
    await screen.findByText('扫会员码')
    press('staff-type')
    type('type-code', text)
    press('type-submit')
    await waitFor(() => expect(phone.visited).toHaveLength(1))
    page.unmount()
    return phone
  }

  it('finds the customer in the store one stands in, and says that they may only be given points', async () => {
    const { asked, visited } = await typed('138 0013 8000')
    expect(asks(asked, 'staff.find')[0]?.input).toEqual({ phone: '13800138000', storeId: 'jianguo' })
    expect(urls(visited)).toEqual(['/pages/staff/customer'])
    openPage(CustomerPage)
    expect(words()).toContain('按手机号识别，只能积分')
  })

  it('of nobody leads to what can be done', async () => {
    await typed('13800138000', answering('staff.find', new Refusal('member_unknown', '没有这位会员')))
    openPage(RefusedPage)
    for (const shown of ['没有找到这位会员', '没有这位会员', '2还不是会员，回工作台帮客人入会']) {
      expect(words()).toContain(shown)
    }
  })

  it('is told from eighteen digits', async () => {
    const { asked } = await typed('402173665812345678')
    expect([asks(asked, 'staff.find').length, asks(asked, 'staff.scan').length]).toEqual([0, 1])
  })
})

describe('enrolling a customer', () => {
  async function form(cloud: (asked: Asked) => unknown = shop) {
    const phone = takePhone(cloud)
    openPage(EnrolPage)
    await screen.findByText('让客人自己扫')
    await waitFor(() => expect(asks(phone.asked, 'shop.welcome')).toHaveLength(1))
    await waitFor(() => expect(phone.storage.has('reply:shop.welcome {}')).toBe(true))
    return phone
  }

  it('is not sent without a number, a name of the organisation and a consent ticked by hand', async () => {
    const { asked } = await form()
    press('chip-organisation')
    press('enrol-submit')
    for (const shown of ['请填手机号', '请填单位名称', '请先给客人看过，再勾选']) expect(words()).toContain(shown)
    expect(asks(asked, 'staff.enrol')).toHaveLength(0)
  })

  it('lets the customer read the texts', async () => {
    await form()
    press('enrol-consent-terms')
    expect(await screen.findByText('积分不是钱。')).toBeTruthy()
  })

  it('takes a person with number alone, and goes on to serve them', async () => {
    const { asked, visited } = await form()
    type('enrol-phone', '138 0013 8000')
    press('enrol-consent')
    press('enrol-submit')
    press('enrol-submit')
    await waitFor(() => expect(visited).toMatchObject([{ kind: 'instead', url: '/pages/staff/customer' }]))
    expect(asks(asked, 'staff.enrol').map(({ input }) => input)).toEqual([
      { storeId: 'jianguo', phone: '13800138000', consent },
    ])
    document.body.innerHTML = ''
    openPage(CustomerPage)
    expect(words()).toContain('静安图书馆')
  })

  it('takes an organisation with whoever speaks for it', async () => {
    const { asked } = await form()
    press('chip-organisation')
    type('enrol-organisation', '静安图书馆')
    type('enrol-phone', '13800138000')
    type('enrol-name', '何老师')
    press('enrol-consent')
    press('enrol-submit')
    await waitFor(() =>
      expect(asks(asked, 'staff.enrol')[0]?.input).toEqual({
        storeId: 'jianguo',
        phone: '13800138000',
        name: '何老师',
        organisation: '静安图书馆',
        consent,
      }),
    )
  })

  it('says when the number was a member’s already', async () => {
    const { visited } = await form(answering('staff.enrol', { customer: byPhone, existing: true }))
    type('enrol-phone', '13800138000')
    press('enrol-consent')
    press('enrol-submit')
    await waitFor(() => expect(visited).toHaveLength(1))
    expect(await screen.findByText('这位客人已是会员')).toBeTruthy()
  })

  it('asks again under the same id when no answer came, and takes consent anew for a new version', async () => {
    const phone = await form(answering('staff.enrol', unreachable))
    type('enrol-phone', '13800138000')
    press('enrol-consent')
    press('enrol-submit')
    expect(await screen.findByText(/再点一次会接着问，不会重复入会/)).toBeTruthy()
    phone.serve(answering('staff.enrol', new Refusal('consent_outdated', '会员章程有更新')))
    press('enrol-submit')
    expect(await screen.findByText('会员章程有更新')).toBeTruthy()
    const [first, second] = asks(phone.asked, 'staff.enrol')
    expect(second?.requestId).toBe(first?.requestId)
    expect(document.getElementById('enrol-consent')?.getAttribute('aria-checked')).toBe('false')
  })

  it('shows the store’s code with the employee in it, or says why there is none', async () => {
    const phone = await form(answering('staff.store-code', new Refusal('code_not_drawn', '店码没画出来')))
    press('store-code')
    expect(await screen.findByText('店码没画出来')).toBeTruthy()
    phone.serve(shop)
    fireEvent.click(screen.getByText('再试一次'))
    await waitFor(() => expect(document.getElementById('store-code-picture')).not.toBeNull())
    expect(document.getElementById('store-code-picture')?.getAttribute('src')).toBe(
      'data:image/png;base64,iVBORw0KGgo=',
    )
    expect(asks(phone.asked, 'staff.store-code')[1]?.input).toEqual({ storeId: 'jianguo', mine: true })
    expect(words()).toContain('建国西路店')
  })
})

describe('inviting somebody into the staff', () => {
  const manager = answering('staff.me', { ...me, role: 'manager' })

  it('stands among 我的 for managers alone', async () => {
    const phone = takePhone(manager)
    const page = openPage(MePage)
    await screen.findByText('邀请店员')
    press('me-invite')
    expect(urls(phone.visited)).toEqual(['/pages/staff/invite'])
    page.unmount()
    takePhone(shop)
    openPage(MePage)
    await screen.findByText('店员工作台')
    expect(words()).not.toContain('邀请店员')
  })

  it('names who, as what and where, and gives a code with its end', async () => {
    const { asked } = takePhone(manager)
    openPage(InvitePage)
    await screen.findByText('生成邀请码')
    press('invite-submit')
    for (const shown of ['请填姓名', '请至少选一家门店']) expect(words()).toContain(shown)
    type('invite-name', ' 周可 ')
    press('chip-manager')
    press('invite-store-hengshan')
    press('invite-submit')
    await waitFor(() => expect(document.getElementById('invite-code')?.textContent).toBe('XRGE7 38N6Z'))
    expect(asks(asked, 'staff.invite').map(({ input }) => input)).toEqual([
      { name: '周可', role: 'manager', storeIds: ['hengshan'] },
    ])
    expect(words()).toContain('明天 12:10 前有效，只能用一次')
    press('invite-next')
    expect(document.getElementById('invite-submit')).not.toBeNull()
  })
})
