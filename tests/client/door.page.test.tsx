import { screen, waitFor } from '@testing-library/react'
import CustomerPage from '../../client/src/pages/staff/customer'
import GuestsPage from '../../client/src/pages/staff/guests'
import type { eventsGuests } from '../../shared/events/contract'
import type { OutputOf } from '../../shared/kit/contract'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'
import { sheet } from './support/replies'
import { asks, cloudNow, press, shop, withCustomer, words } from './support/till'

beforeEach(() => {
  jest.useFakeTimers({ now: cloudNow, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

const name = { zh: '手冲茶入门', en: 'Pour-over tea' }
const free = { id: 'pour-over', name, party: 2, dueFen: 0 }
const paid = { id: 'garden', name: { zh: '亲子采茶半日', en: 'Tea picking' }, party: 1, dueFen: 9_800 }
const withEvents = (answer: unknown) => (asked: Asked) => {
  if (asked.operation === 'staff.scan') return { ...sheet, events: [free, paid] }
  return asked.operation === 'events.check-in' ? answer : shop(asked)
}

describe('a customer who comes to an event', () => {
  it('is ticked off after a question, with the party', async () => {
    const phone = await withCustomer(CustomerPage, withEvents({ name, party: 2, earned: 0 }))
    expect(words()).toContain('手冲茶入门2 人')
    press('check-in-pour-over')
    expect(words()).toContain('确认客人到场，共 2 人')
    press('check-in-confirm')
    await waitFor(() => expect(document.getElementById('check-in-pour-over')).toBeNull())
    const { scanId, accountId } = sheet
    const input = { scanId, accountId, eventId: 'pour-over', paidFen: 0 }
    expect(asks(phone.asked, 'events.check-in')[0]?.input).toEqual(input)
    expect(document.getElementById('check-in-garden')).toBeTruthy()
  })

  it('pays first what is due, and stays where the cloud refuses', async () => {
    const phone = await withCustomer(CustomerPage, withEvents(new Refusal('event_waiting', '客人还在候补，没有名额')))
    press('check-in-garden')
    expect(words()).toContain('并已收 ¥98')
    press('check-in-confirm')
    expect(await screen.findByText('客人还在候补，没有名额')).toBeTruthy()
    expect(asks(phone.asked, 'events.check-in')[0]?.input).toMatchObject({ paidFen: 9_800 })
    expect(document.getElementById('check-in-garden')).toBeTruthy()
  })
})

describe("the door's list", () => {
  const guest = { no: 1, name: '林', memberNo: '88260173', party: 2, dueFen: 0, state: 'came' as const }
  const listed: OutputOf<typeof eventsGuests> = {
    serverAt: '2026-05-21T04:10:00.000Z',
    events: [
      {
        id: 'pour-over',
        name,
        place: { zh: '二楼茶席', en: 'Second floor' },
        startsAt: '2026-05-21T06:00:00.000Z',
        endsAt: '2026-05-21T07:30:00.000Z',
        taken: 3,
        came: 2,
        guests: [guest, { ...guest, no: 2, name: null, party: 1, state: 'seat' }],
      },
    ],
  }

  it('says who has come and who has not', async () => {
    const phone = takePhone(() => listed)
    phone.openedWith({ store: 'jianguo' })
    openPage(GuestsPage)
    expect(await screen.findByText('已到 2 / 3 人')).toBeTruthy()
    expect(words()).toContain('林2 人已到')
    expect(words()).toContain('882601731 人未到')
  })

  it('says that there is nothing today', async () => {
    const phone = takePhone(() => ({ ...listed, events: [] }))
    phone.openedWith({ store: 'jianguo' })
    openPage(GuestsPage)
    expect(await screen.findByText('今天没有活动')).toBeTruthy()
  })
})
