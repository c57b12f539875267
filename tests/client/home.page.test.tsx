import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import HomePage from '../../client/src/pages/home/index'
import type { MemberHome } from '../../shared/members/contract'
import { changeSettings } from '../../client/src/kit/settings'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { home, replies } from './support/replies'

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
      '0优惠券',
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

  it('tells a change by which members may get less, with its day, in the language that is set', async () => {
    const words = ['一', '二', '三', '四'].map((zh, n) => ({ zh: `少得${zh}`, en: `less ${n}` }))
    const announcement = { words, effectiveAt: '2026-06-30T16:00:00.000Z' }
    takePhone(withHome({ ...home, announcement }))
    openPage(HomePage)
    await screen.findByText('7 月 1 日起规则调整：少得一；少得二；少得三，另有 1 项')
    act(() => changeSettings({ language: 'en' }))
    await screen.findByText('Change of terms, 1 Jul: less 0; less 1; less 2, and 1 more')
  })

  it('says nothing of changes when there are none', async () => {
    takePhone(shop)
    openPage(HomePage)
    await arrived()
    expect(document.querySelector('.home__announced')).toBeNull()
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
    expect(words()).toContain('没网也能积分')
    phone.serve(withHome({ ...home, points: { ...home.points, balance: 2500 } }))
    press('stale-retry')
    expect(await screen.findByText('2,500')).toBeTruthy()
    expect(words()).not.toContain('没有网络')
    expect(words()).not.toContain('没网也能积分')
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
