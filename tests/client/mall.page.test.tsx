import { fireEvent, screen, waitFor } from '@testing-library/react'
import ExchangesPage from '../../client/src/pages/assets/exchanges'
import MallPage from '../../client/src/pages/mall/index'
import type { OutputOf } from '../../shared/kit/contract'
import type { ExchangeView, RewardOffer, rewardsList } from '../../shared/rewards/contract'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'

const now = '2026-05-21T04:00:00.000Z'
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''

const longjing: RewardOffer = {
  rewardId: 'longjing',
  name: { zh: '明前龙井 50g', en: 'Spring Longjing 50 g' },
  category: { zh: '茶饮', en: 'Drinks' },
  note: { zh: '2026 春茶', en: 'Spring 2026' },
  unit: { zh: '罐', en: '' },
  price: { points: 1_600, addFen: 0, because: 'tier' },
  furtherPrice: null,
  listPrice: { points: 2_000, addFen: 0 },
  priceUntil: null,
  tierPrices: [
    { tierId: 'regular', points: 2_000 },
    { tierId: 'silver', points: 1_600 },
  ],
  ways: ['store', 'post'],
  left: 4,
  most: 1,
  obstacle: null,
}
const teapot: RewardOffer = {
  ...longjing,
  rewardId: 'teapot',
  name: { zh: '手作朱泥壶', en: 'Clay teapot' },
  category: { zh: '茶器', en: 'Teaware' },
  most: 0,
  left: 12,
  obstacle: { code: 'short', short: 520 },
}
const bag: RewardOffer = { ...teapot, rewardId: 'bag', left: 0, obstacle: { code: 'sold-out' } }
const mall: OutputOf<typeof rewardsList> = {
  serverAt: now,
  balance: 2_480,
  debt: 0,
  tierId: 'silver',
  tierNames: { regular: { zh: '普通', en: 'Regular' }, silver: { zh: '银卡', en: 'Silver' } },
  pickUpUntil: '2026-06-20T16:00:00.000Z',
  cancellable: true,
  stores: [
    { id: 'jianguo', name: '建国西路店' },
    { id: 'hengshan', name: '衡山路店' },
  ],
  rewards: [longjing, teapot, bag],
}
const waiting: ExchangeView = {
  exchangeNo: 7,
  rewardId: 'longjing',
  name: longjing.name,
  count: 1,
  points: 1_600,
  addFen: 0,
  at: now,
  state: { code: 'to-pick-up', storeName: '建国西路店', until: '2026-06-20T16:00:00.000Z' },
}
const redeemed = (asked: Asked) => (asked.operation === 'rewards.redeem' ? { exchange: waiting, balance: 880 } : mall)

describe('the mall', () => {
  it('shows the own price beside everybody’s, what is left, and what is in the way', async () => {
    takePhone(() => mall)
    openPage(MallPage)
    expect(await screen.findByLabelText('明前龙井 50g，1600 积分，仅剩 4 罐')).toBeTruthy()
    expect(screen.getByLabelText('手作朱泥壶，1600 积分，还差 520 积分')).toBeTruthy()
    expect(words()).toContain('银卡价')
    expect(words()).toContain('兑完了')
  })

  it('keeps to a kind, and to what the points suffice for', async () => {
    takePhone(() => mall)
    openPage(MallPage)
    await screen.findByText('明前龙井 50g')
    press('kind-2')
    expect(document.getElementById('reward-longjing')).toBeNull()
    press('mall-affordable')
    expect(words()).toContain('没有符合的礼品')
    press('kind-0')
    expect(document.getElementById('reward-longjing')).toBeTruthy()
    expect(document.getElementById('reward-teapot')).toBeNull()
  })

  it('confirms with the price of every tier, what is left after it and the deadline, then swaps', async () => {
    const phone = takePhone(redeemed)
    openPage(MallPage)
    await screen.findByText('明前龙井 50g')
    press('reward-longjing')
    expect(words()).toContain('银卡 · 你')
    expect(words()).toContain('2,480 − 1,600 = 880')
    expect(words()).toContain('6 月 20 日前，逾期自动退回积分')
    press('swap-confirm')
    await waitFor(() => expect(phone.visited.at(-1)?.url).toBe('/pages/assets/exchanges'))
    const sent = phone.asked.find(({ operation }) => operation === 'rewards.redeem')
    const handing = { way: 'store', storeId: 'jianguo' }
    expect(sent?.input).toEqual({ rewardId: 'longjing', count: 1, handing, points: 1_600, addFen: 0 })
  })

  it('asks for an address before it sends anything by post', async () => {
    const phone = takePhone(redeemed)
    openPage(MallPage)
    await screen.findByText('明前龙井 50g')
    press('reward-longjing')
    press('way-post')
    press('swap-confirm')
    expect(phone.asked.some(({ operation }) => operation === 'rewards.redeem')).toBe(false)
    const address = { name: '林小满', phone: '13800138000', region: '上海市 徐汇区', street: '建国西路 1 号' }
    for (const [part, value] of Object.entries(address)) {
      fireEvent.input(document.querySelector(`#address-${part}`)!, { detail: { value }, target: { value } })
    }
    press('swap-confirm')
    await waitFor(() => expect(phone.asked.find(({ operation }) => operation === 'rewards.redeem')).toBeTruthy())
    expect(phone.asked.find(({ operation }) => operation === 'rewards.redeem')?.input).toMatchObject({
      handing: { way: 'post', address },
    })
  })

  it('says that somebody was faster and that no points were taken, and looks again', async () => {
    const gone = new Refusal('reward_sold_out', '最后一件刚被换走，没有扣你的积分')
    const phone = takePhone((asked) => (asked.operation === 'rewards.redeem' ? gone : mall))
    openPage(MallPage)
    await screen.findByText('明前龙井 50g')
    press('reward-longjing')
    press('swap-confirm')
    expect(await screen.findByText('最后一件刚被换走，没有扣你的积分')).toBeTruthy()
    await waitFor(() => expect(phone.asked.filter(({ operation }) => operation === 'rewards.list')).toHaveLength(2))
  })

  it('keeps the request for the next try where no answer came', async () => {
    const phone = takePhone((asked) => (asked.operation === 'rewards.redeem' ? unreachable : mall))
    openPage(MallPage)
    await screen.findByText('明前龙井 50g')
    press('reward-longjing')
    press('swap-confirm')
    await screen.findByText(/不会重复扣积分/)
    press('swap-confirm')
    await waitFor(() => expect(phone.asked.filter(({ operation }) => operation === 'rewards.redeem')).toHaveLength(2))
    const [one, two] = phone.asked.filter(({ operation }) => operation === 'rewards.redeem')
    expect(one?.requestId).toBe(two?.requestId)
  })
})

describe('what was swapped for', () => {
  it('says where it waits and until when, and gives it up after asking', async () => {
    const page = { serverAt: now, cancellable: true, exchanges: [waiting], nextBefore: null }
    const given = { exchangeNo: 7, returned: 1_600, balance: 2_480 }
    const phone = takePhone((asked) => (asked.operation === 'rewards.cancel' ? given : page))
    openPage(ExchangesPage)
    expect(await screen.findByText('待领取 · 建国西路店 · 6 月 20 日前')).toBeTruthy()
    press('cancel-7')
    press('cancel-confirm')
    await waitFor(() =>
      expect(phone.asked.find(({ operation }) => operation === 'rewards.cancel')?.input).toEqual({ exchangeNo: 7 }),
    )
  })
})
