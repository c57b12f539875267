import { fireEvent, screen, waitFor } from '@testing-library/react'
import ExchangesPage from '../../client/src/pages/assets/exchanges'
import MallPage from '../../client/src/pages/mall/index'
import { chooseCard } from '../../client/src/features/cards/useCards'
import { keepReply } from '../../client/src/kit/kept'
import { cardsMine } from '../../shared/cards/contract'
import { longjing, mall, mallReplies, waiting } from './support/mall'
import { sharedCard, sharedCards } from './support/replies'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'

const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''

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

  it('names the share that the tier takes off, where it is the same for every reward, and stands in another order', async () => {
    const dear = { ...longjing, rewardId: 'dear', price: { ...longjing.price, points: 4_000 } }
    const like = { ...dear, listPrice: { points: 5_000, addFen: 0 } }
    const phone = takePhone(() => ({ ...mall, rewards: [like, longjing] }))
    const page = openPage(MallPage)
    await screen.findByText('银卡价 8 折')
    const ids = () => [...document.querySelectorAll('.reward')].map(({ id }) => id)
    expect(ids()).toEqual(['reward-dear', 'reward-longjing'])
    press('mall-sort')
    press('order-fewest')
    expect(ids()).toEqual(['reward-longjing', 'reward-dear'])
    expect(words()).toContain('积分从低到高')
    page.unmount()
    phone.restart()
    phone.serve(() => ({ ...mall, rewards: [{ ...dear, listPrice: { points: 8_000, addFen: 0 } }, longjing] }))
    openPage(MallPage)
    await waitFor(() => expect(words()).not.toContain('折'))
    expect(ids()).toHaveLength(2)
  })

  it('shows and spends the points of a pooled card while that is the one in use', async () => {
    const phone = takePhone((asked) => (asked.operation === 'cards.mine' ? sharedCards : redeemed(asked)))
    keepReply(cardsMine, {}, sharedCards)
    chooseCard(sharedCard.cardId)
    openPage(MallPage)
    await screen.findByText('家庭主卡的可用积分')
    press('reward-longjing')
    press('swap-confirm')
    const of = (name: string) => phone.asked.filter(({ operation }) => operation === name)
    await waitFor(() => expect(of('rewards.redeem')).toHaveLength(1))
    const { cardId } = sharedCard
    expect([of('rewards.list')[0]?.input, of('rewards.redeem')[0]?.input]).toMatchObject([{ cardId }, { cardId }])
    chooseCard('own')
  })

  it('waits in another store once that is chosen', async () => {
    const phone = takePhone(redeemed)
    openPage(MallPage)
    await screen.findByText('明前龙井 50g')
    press('reward-longjing')
    press('way-store')
    press('swap-store-hengshan')
    press('swap-confirm')
    await waitFor(() => expect(phone.asked.some(({ operation }) => operation === 'rewards.redeem')).toBe(true))
    expect(phone.asked.find(({ operation }) => operation === 'rewards.redeem')?.input).toMatchObject({
      handing: { way: 'store', storeId: 'hengshan' },
    })
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

  it('offers to tell of what is sold out: WeChat asks in the tap, the cloud is told once, and it says who comes first', async () => {
    const reminder = { topic: 'restock' as const, templateId: 'template-restock', left: 0 }
    let awaited = false
    const phone = takePhone(
      ({ operation }) => {
        if (operation === 'rewards.remind') awaited = true
        if (operation === 'messages.accept') return { reminders: [{ ...reminder, left: 1 }] }
        if (operation === 'rewards.remind') return { reminded: true }
        return { ...mall, rewards: mall.rewards.map((one) => (one.rewardId === 'bag' ? { ...one, awaited } : one)) }
      },
      [reminder],
    )
    phone.openedWith({ reward: 'bag' })
    openPage(MallPage)
    await screen.findByText('到货提醒我')
    expect(document.getElementById('swap-confirm')).toBeNull()
    press('swap-remind')
    press('swap-remind')
    expect(phone.prompts).toEqual([['template-restock']])
    await screen.findByText('已设到货提醒')
    expect(words()).toContain('到货会告诉你一次，数量有限，先到先得')
    press('swap-remind')
    expect(phone.asked.filter(({ operation }) => operation === 'rewards.remind').map(({ input }) => input)).toEqual([
      { rewardId: 'bag' },
    ])
  })

  it('is told by the cloud’s sentence that it is there again meanwhile', async () => {
    const there = new Refusal('reward_there', '这件礼品现在有货，可以直接兑换')
    const phone = takePhone((asked) => (asked.operation === 'rewards.remind' ? there : mall))
    phone.openedWith({ reward: 'bag' })
    openPage(MallPage)
    await screen.findByText('到货提醒我')
    press('swap-remind')
    await screen.findByText('这件礼品现在有货，可以直接兑换')
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
    const page = mallReplies['rewards.mine']
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

  it('lets a prize be sent home where the shop sends it, and gives none up', async () => {
    const page = mallReplies['rewards.mine']
    const exchanges = page.exchanges.map((one) => ({ ...one, points: 0, prize: true, maySend: true }))
    const phone = takePhone((asked) =>
      asked.operation === 'rewards.have-sent' ? { exchangeNo: 7 } : { ...page, exchanges },
    )
    openPage(ExchangesPage)
    await screen.findByText('奖品')
    expect(document.getElementById('cancel-7')).toBeNull()
    press('send-7')
    const address = { name: '林', phone: '13800138000', region: '上海市', street: '建国西路 1 号' }
    for (const [part, value] of Object.entries(address))
      fireEvent.input(document.querySelector(`#address-${part} input, #address-${part}`)!, {
        detail: { value },
        target: { value },
      })
    press('send-confirm')
    await waitFor(() =>
      expect(phone.asked.find(({ operation }) => operation === 'rewards.have-sent')?.input).toEqual({
        exchangeNo: 7,
        address,
      }),
    )
  })
})
