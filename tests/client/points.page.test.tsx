import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import PointsPage from '../../client/src/pages/assets/points'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { older, statement } from './support/replies'

const shop = ({ input }: Asked) => (input.before ? older : statement)
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''
const arrived = () => waitFor(() => expect(document.getElementById('points-balance')?.textContent).toBe('2,480'))

describe('the points page', () => {
  it('shows the balance, its worth and what goes next', async () => {
    takePhone(shop)
    openPage(PointsPage)
    await arrived()
    expect(words()).toContain('可抵 ¥24.80')
    expect(words()).toContain('180 积分 5 月 31 日到期')
  })

  it('hides the worth where points are not taken as money', async () => {
    takePhone(() => ({ ...statement, worthFen: null }))
    openPage(PointsPage)
    await arrived()
    expect(words()).not.toContain('可抵')
  })

  it('gives every row its reason, time, place, rate, change and the balance after', async () => {
    takePhone(shop)
    openPage(PointsPage)
    await arrived()
    expect(document.getElementById('entry-4')?.textContent).toBe(
      '到店消费 ¥85.50今天 12:06 · 建国西路店 · 银卡 1.5 倍 · 双倍日+128余 2,480',
    )
    expect(document.getElementById('entry-3')?.textContent).toBe('退款收回5 月 12 日 · 订单尾号 2207−42余 2,352')
  })

  it('puts an entry of half past midnight on the Shanghai day and month', async () => {
    takePhone(shop)
    openPage(PointsPage)
    await arrived()
    expect(document.getElementById('entry-2')?.textContent).toBe('升级为银卡5 月 1 日 · 达到等级条件余 2,394')
    expect(words()).not.toContain('2026 年 4 月')
  })

  it('sums a month by the figures of the cloud, not by the rows that happen to be loaded', async () => {
    takePhone(shop)
    openPage(PointsPage)
    await arrived()
    expect(words()).toContain('2026 年 5 月获得 506　使用 320')
  })

  it('loads earlier entries by cursor at the bottom, once, until there are no more', async () => {
    const phone = takePhone(shop)
    openPage(PointsPage)
    await arrived()
    act(() => phone.fire('bottom'))
    expect(await screen.findByText('2026 年 4 月')).toBeTruthy()
    expect(words()).toContain('没有更早的明细了')
    act(() => phone.fire('bottom'))
    expect(phone.asked.map(({ input }) => input.before)).toEqual([undefined, 2])
  })

  it('keeps what is loaded when earlier entries fail, and loads them on retry', async () => {
    const phone = takePhone(({ input }) => (input.before ? unreachable : statement))
    openPage(PointsPage)
    await arrived()
    act(() => phone.fire('bottom'))
    expect(await screen.findByText('更早的明细没加载出来')).toBeTruthy()
    expect(document.getElementById('entry-4')).toBeTruthy()
    phone.serve(shop)
    press('points-more')
    expect(await screen.findByText('2026 年 4 月')).toBeTruthy()
  })

  it('asks the cloud for one side of the statement when a filter is chosen', async () => {
    const phone = takePhone(shop)
    openPage(PointsPage)
    await arrived()
    phone.serve(() => ({ ...statement, entries: [], nextBefore: null }))
    press('chip-used')
    expect(await screen.findByText('还没有用过积分')).toBeTruthy()
    expect(phone.asked.at(-1)?.input).toEqual({ filter: 'used' })
    expect(document.getElementById('chip-used')?.getAttribute('aria-selected')).toBe('true')
    expect(document.getElementById('points-balance')?.textContent).toBe('2,480')
  })

  it('lists lots by the day on which they go, without another call', async () => {
    const phone = takePhone(shop)
    openPage(PointsPage)
    await arrived()
    press('points-expiring')
    expect(words()).toContain('420 积分8 月 31 日到期')
    expect(phone.asked).toHaveLength(1)
  })

  it('says why it is empty for a member without any entry', async () => {
    takePhone(() => ({ ...statement, balance: 0, expiring: [], months: [], entries: [], nextBefore: null }))
    openPage(PointsPage)
    expect(await screen.findByText('还没有积分明细')).toBeTruthy()
  })

  it('offers another try when nothing could be loaded', async () => {
    const phone = takePhone(() => new Refusal('internal_error', '服务器暂时没有回应'))
    openPage(PointsPage)
    expect(await screen.findByText('没加载出来')).toBeTruthy()
    phone.serve(shop)
    press('page-state-action')
    await arrived()
  })
})
