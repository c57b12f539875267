import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import HomePage from '../../client/src/pages/home/index'
import type { MemberHome } from '../../shared/members/contract'
import { changeSettings } from '../../client/src/kit/settings'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { home, replies, welcome } from './support/replies'

const shop = ({ operation }: Asked) => replies[operation as keyof typeof replies]
const withHome = (value: MemberHome) => (asked: Asked) => (asked.operation === 'home.read' ? value : shop(asked))
const homes = (asked: Asked[]) => asked.filter(({ operation }) => operation === 'home.read')
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''
const arrived = () => screen.findByText('银卡会员')

describe('the home page of a member', () => {
  it('shows tier, name, number, the gap in words and figures, and the assets that the cloud gave', async () => {
    takePhone(shop)
    openPage(HomePage)
    await arrived()
    for (const shown of [
      '屿间茶舍',
      '建国西路店',
      '林小满',
      'No. 8826 0173',
      '再消费 ¥320 升级金卡',
      '¥680 / ¥1,000',
      '2,480积分',
      '¥680累计消费',
      '9订单',
    ]) {
      expect(words()).toContain(shown)
    }
  })

  it('reads the card as one sentence and keeps ornaments silent', async () => {
    takePhone(shop)
    openPage(HomePage)
    await arrived()
    expect(screen.getByLabelText('银卡会员，林小满，No. 8826 0173，再消费 ¥320 升级金卡')).toBeTruthy()
    expect(document.querySelector('.shop-mark')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('leads to the member code by its one filled button', async () => {
    const phone = takePhone(shop)
    openPage(HomePage)
    await arrived()
    press('home-code')
    expect(phone.visited.map(({ url }) => url)).toEqual(['/pages/code/index'])
  })

  it('brings the card to the phone once, so that the code can be shown without a network', async () => {
    const phone = takePhone(shop)
    openPage(HomePage).unmount()
    const page = openPage(HomePage)
    await waitFor(() => expect([...phone.storage.keys()]).toContain('reply:cards.mine {}'))
    page.unmount()
    openPage(HomePage)
    await arrived()
    expect(phone.asked.filter(({ operation }) => operation === 'cards.mine')).toHaveLength(1)
  })

  it('says that only the number can be shown when there is neither network nor card', async () => {
    const phone = takePhone(({ operation }) => (operation === 'home.read' ? home : unreachable))
    openPage(HomePage).unmount()
    await waitFor(() => expect([...phone.storage.keys()]).toContain('reply:home.read {}'))
    phone.restart()
    phone.serve(() => unreachable)
    openPage(HomePage)
    expect(await screen.findByText('出示会员号（离线）')).toBeTruthy()
  })

  it('leads to points and tiers from every place that names them', async () => {
    const phone = takePhone(shop)
    openPage(HomePage)
    await arrived()
    for (const id of ['quick-points', 'quick-tier', 'home-benefits', 'asset-points', 'today-expiring']) press(id)
    expect(phone.visited.map(({ url }) => url)).toEqual([
      '/pages/assets/points',
      '/pages/assets/tier',
      '/pages/assets/tier',
      '/pages/assets/points',
      '/pages/assets/points',
    ])
  })

  it('says nothing of today when nothing expires and nothing is owed', async () => {
    takePhone(withHome({ ...home, points: { ...home.points, expiring: null } }))
    openPage(HomePage)
    await arrived()
    expect(words()).not.toContain('今日为你')
  })

  it('says what is owed after a refund of points that were spent', async () => {
    takePhone(withHome({ ...home, points: { ...home.points, balance: 0, debt: 60 } }))
    openPage(HomePage)
    expect(await screen.findByText('待补 60 积分')).toBeTruthy()
  })

  it('names the highest tier when there is none above, without a bar', async () => {
    takePhone(withHome({ ...home, progress: null }))
    openPage(HomePage)
    expect(await screen.findByText('已是最高等级')).toBeTruthy()
    expect(document.querySelector('.bar')).toBeNull()
  })

  it('speaks English from the next paint on when the member chooses it', async () => {
    takePhone(shop)
    openPage(HomePage)
    await arrived()
    act(() => changeSettings({ language: 'en' }))
    expect(words()).toContain('¥320 to Gold')
    expect(words()).toContain('Show member code')
    expect(words().replace('屿间茶舍建国西路店', '').replace('林小满', '').replace('屿', '')).not.toMatch(/[一-鿿]/)
  })

  it('stands at once from the copy of the last visit, and without a network says how old it is', async () => {
    const phone = takePhone(shop)
    openPage(HomePage).unmount()
    await waitFor(() => expect([...phone.storage.keys()].some((key) => key.startsWith('reply:home.read'))).toBe(true))
    phone.restart()
    phone.serve(() => unreachable)
    openPage(HomePage)
    expect(words()).toContain('银卡会员')
    act(() => phone.fire('pull'))
    expect(await screen.findByText(/没有网络，显示的是 \d\d:\d\d 的数据/)).toBeTruthy()
    phone.serve(withHome({ ...home, points: { ...home.points, balance: 2500 } }))
    press('stale-retry')
    expect(await screen.findByText('2,500')).toBeTruthy()
    expect(words()).not.toContain('没有网络')
  })

  it('takes no copy of another shape for a home', async () => {
    const phone = takePhone(() => unreachable)
    phone.storage.set('reply:home.read {}', { at: 1, value: { tier: 'silver' } })
    openPage(HomePage)
    expect(await screen.findByText('没有网络')).toBeTruthy()
  })

  it('says that nothing changed and shows the error id when the cloud fails, and tries again', async () => {
    const phone = takePhone(() => new Refusal('internal_error', '服务器暂时没有回应', 'E503-7d20'))
    openPage(HomePage)
    expect(await screen.findByText('没加载出来')).toBeTruthy()
    expect(words()).toContain('E503-7d20')
    phone.serve(shop)
    press('page-state-action')
    await arrived()
  })

  it('sends the account id that it learnt as a hint with the next call', async () => {
    const phone = takePhone(shop)
    openPage(HomePage)
    await arrived()
    act(() => phone.fire('pull'))
    await waitFor(() => expect(homes(phone.asked)).toHaveLength(2))
    expect(homes(phone.asked).map(({ hint }) => hint)).toEqual([undefined, 'acc_1'])
  })
})

describe('the home page of a visitor', () => {
  const visitor = (enrol: (asked: Asked) => unknown) => (asked: Asked) =>
    asked.operation === 'home.read'
      ? new Refusal('not_enrolled', '你还不是会员')
      : asked.operation === 'members.enrol'
        ? enrol(asked)
        : shop(asked)

  it('shows what joining gives, and an empty box', async () => {
    takePhone(visitor(() => home))
    openPage(HomePage)
    expect(await screen.findByText('加入屿间茶舍')).toBeTruthy()
    expect(words()).toContain('100积分入会积分')
    expect(document.getElementById('join-consent')?.getAttribute('aria-checked')).toBe('false')
  })

  it('does not join before the box is ticked by hand, and says so', async () => {
    const phone = takePhone(visitor(() => home))
    openPage(HomePage)
    await screen.findByText('加入屿间茶舍')
    press('join-button')
    expect(words()).toContain('请先勾选同意')
    expect(phone.asked.some(({ operation }) => operation === 'members.enrol')).toBe(false)
  })

  it('joins with the versions that were shown and becomes the member’s home', async () => {
    const phone = takePhone(visitor(() => home))
    openPage(HomePage)
    await screen.findByText('加入屿间茶舍')
    press('join-consent')
    fireEvent.change(document.getElementById('join-name')!, { target: { value: ' 小满 ' } })
    phone.serve(shop)
    phone.serve((asked) => (asked.operation === 'home.read' ? home : visitor(() => home)(asked)))
    press('join-button')
    await arrived()
    const enrol = phone.asked.find(({ operation }) => operation === 'members.enrol')
    expect(enrol?.input).toEqual({ consent: { ...welcome.terms, adult: true }, name: '小满' })
    expect(enrol?.requestId).toMatch(/^[A-Za-z0-9_-]{8,64}$/)
  })

  it('sends the same request id again when the answer was lost, and a new one only after an outcome', async () => {
    const phone = takePhone(visitor(() => unreachable))
    openPage(HomePage)
    await screen.findByText('加入屿间茶舍')
    press('join-consent')
    for (const lost of [1, 2]) {
      press('join-button')
      await waitFor(() => expect(enrols(phone.asked)).toHaveLength(lost))
      await screen.findByText(/请检查网络再试/)
    }
    phone.serve(visitor(() => new Refusal('consent_outdated', '会员章程有更新')))
    press('join-button')
    await screen.findByText('会员章程有更新')
    press('join-consent')
    press('join-button')
    await waitFor(() => expect(enrols(phone.asked)).toHaveLength(4))
    const [first, second, third, fourth] = enrols(phone.asked).map(({ requestId }) => requestId)
    expect([second, third]).toEqual([first, first])
    expect(fourth).not.toBe(first)
  })

  const enrols = (asked: Asked[]) => asked.filter(({ operation }) => operation === 'members.enrol')
})
