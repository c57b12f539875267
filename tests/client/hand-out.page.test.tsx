import { fireEvent, screen, waitFor } from '@testing-library/react'
import CustomerPage from '../../client/src/pages/staff/customer'
import ParcelsPage from '../../client/src/pages/staff/parcels'
import type { WaitingExchange } from '../../shared/rewards/contract'
import { mallReplies, parcels } from './support/mall'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { sheet } from './support/replies'
import { asks, cloudNow, press, shop, withCustomer, words } from './support/till'

beforeEach(() => {
  jest.useFakeTimers({ now: cloudNow, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

const tea: WaitingExchange = {
  exchangeNo: 7,
  name: { zh: '明前龙井 50g', en: 'Spring Longjing 50 g' },
  count: 2,
  addFen: 0,
  storeName: '建国西路店',
  until: '2026-06-20T16:00:00.000Z',
}
const pot: WaitingExchange = { ...tea, exchangeNo: 8, name: { zh: '朱泥壶', en: 'Teapot' }, count: 1, addFen: 990 }

/** A till at which both wait for the customer, and what it answers when one is handed out. */
const withWaiting = (answer: unknown) => (asked: Asked) => {
  if (asked.operation === 'staff.scan') return { ...sheet, waiting: [tea, pot] }
  return asked.operation === 'rewards.hand-out' ? answer : shop(asked)
}
const handed = { exchangeNo: 7, name: tea.name, count: 2, at: '2026-05-21T04:11:00.000Z' }

describe('a reward that waits for the customer', () => {
  it('says where it waits, until when and what is due, and is handed out after a question', async () => {
    const phone = await withCustomer(CustomerPage, withWaiting(handed))
    expect(words()).toContain('明前龙井 50g × 2建国西路店 · 6 月 20 日前')
    for (const shown of ['待交付的礼品', '另收 ¥9.90']) expect(words()).toContain(shown)
    press('hand-7')
    expect(words()).toContain('把「明前龙井 50g × 2」交给客人后再确认')
    expect(asks(phone.asked, 'rewards.hand-out')).toEqual([])
    press('hand-confirm')
    await waitFor(() => expect(document.getElementById('hand-7')).toBeNull())
    const { scanId, accountId } = sheet
    expect(asks(phone.asked, 'rewards.hand-out')[0]?.input).toEqual({ scanId, accountId, exchangeNo: 7, paidFen: 0 })
    expect(document.getElementById('hand-8')).toBeTruthy()
  })

  it('names the money to take first, and says with the request that it was taken', async () => {
    const phone = await withCustomer(CustomerPage, withWaiting({ ...handed, exchangeNo: 8 }))
    press('hand-8')
    expect(words()).toContain('先收 ¥9.90')
    press('hand-confirm')
    await waitFor(() => expect(asks(phone.asked, 'rewards.hand-out')[0]?.input).toMatchObject({ paidFen: 990 }))
  })

  it('stays where the cloud refuses, with the reason', async () => {
    await withCustomer(CustomerPage, withWaiting(new Refusal('exchange_over', '这件礼品已经领走了')))
    press('hand-7')
    press('hand-confirm')
    expect(await screen.findByText('这件礼品已经领走了')).toBeTruthy()
    expect(document.getElementById('hand-7')).toBeTruthy()
  })

  it('asks again by the same id where no answer came', async () => {
    const phone = await withCustomer(CustomerPage, withWaiting(unreachable))
    press('hand-7')
    press('hand-confirm')
    await screen.findByText(/不会重复交付/)
    press('hand-confirm')
    await waitFor(() => expect(asks(phone.asked, 'rewards.hand-out')).toHaveLength(2))
    const [first, second] = asks(phone.asked, 'rewards.hand-out')
    expect(second?.requestId).toBe(first?.requestId)
  })
})

describe('rewards to send', () => {
  const type = (id: string, value: string) =>
    fireEvent.input(document.getElementById(id)!, { detail: { value }, target: { value } })

  async function atTheParcels(cloud: (asked: Asked) => unknown) {
    const phone = takePhone(cloud)
    openPage(ParcelsPage)
    await screen.findByText('明前龙井 50g × 2')
    return phone
  }

  it('show the address when one is opened, and are sent with a carrier and a number', async () => {
    let left = parcels
    const phone = await atTheParcels(({ operation }) => {
      if (operation === 'rewards.to-send') return left
      left = { parcels: [], nextAfter: null }
      return { exchangeNo: 9 }
    })
    press('parcel-9')
    expect(words()).toContain('林小满 13800138000')
    expect(words()).toContain('上海市 徐汇区 建国西路 1 号')
    press('parcel-confirm')
    expect(asks(phone.asked, 'rewards.send')).toEqual([])
    type('parcel-carrier', '顺丰')
    type('parcel-no', 'SF1234567890')
    press('parcel-confirm')
    const parcel = { accountId: 'acc_1', exchangeNo: 9, carrier: '顺丰', trackingNo: 'SF1234567890' }
    await waitFor(() => expect(asks(phone.asked, 'rewards.send')[0]?.input).toEqual(parcel))
    expect(await screen.findByText('没有待寄的礼品')).toBeTruthy()
  })

  it('are never kept on the phone, since addresses are other people’s', async () => {
    const phone = await atTheParcels(({ operation }) => mallReplies[operation as keyof typeof mallReplies])
    expect(JSON.stringify([...phone.storage])).not.toMatch(/林小满|13800138000|建国西路 1 号/)
  })
})
