import { screen, waitFor } from '@testing-library/react'
import CustomerPage from '../../client/src/pages/staff/customer'
import { fireEvent } from '@testing-library/react'
import type { ObligationView } from '../../shared/obligations/contract'
import { Refusal, type Asked } from './support/phone'
import { sheet, standing } from './support/replies'
import { asks, cloudNow, press, shop, withCustomer, words } from './support/till'

beforeEach(() => {
  jest.useFakeTimers({ now: cloudNow, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

const owed = (kind: ObligationView['kind'], more: Partial<ObligationView> = {}): ObligationView => ({
  obligationId: `obligation:acc_1:${kind}`,
  kind,
  name: { zh: `${kind} 的事`, en: kind },
  done: 0,
  times: 1,
  storeId: null,
  owner: 'till',
  promisedAt: '2026-05-20T04:00:00.000Z',
  dueAt: '2026-05-22T16:00:00.000Z',
  state: 'open',
  late: false,
  reason: null,
  proof: null,
  byNote: kind === 'birthday',
  ...more,
})
const type = (id: string, value: string) => fireEvent.input(document.getElementById(id)!, { target: { value } })
const [pu, green] = [
  { groupId: 'group-0123456789abcdef', name: '爱喝普洱' },
  { groupId: 'group-fedcba9876543210', name: '绿茶' },
]

describe('what the desk says', () => {
  it('stands on the customer’s page, with why', async () => {
    const script = { source: 'referral', text: { zh: '您的朋友常喝这泡', en: 'Your friend has this tea' } }
    await withCustomer(CustomerPage, (asked) =>
      asked.operation === 'staff.scan' ? { ...sheet, scripts: [script] } : shop(asked),
    )
    expect(words()).toContain('您的朋友常喝这泡朋友推荐来的')
  })

  it('is nothing where the programme has no words for it', async () => {
    await withCustomer(CustomerPage)
    expect(document.querySelector('.desk-scripts')).toBeNull()
  })
})

describe('what is promised to a customer', () => {
  const promises = (answer: unknown) => (asked: Asked) => {
    if (asked.operation === 'obligations.of-member') {
      const kinds = [owed('gift'), owed('birthday'), owed('send', { state: 'late', late: true }), owed('hand-out')]
      return { serverAt: sheet.goodUntil, obligations: kinds }
    }
    return asked.operation === 'obligations.keep' ? answer : shop(asked)
  }

  it('is listed with its day, but for what has rows of its own', async () => {
    await withCustomer(CustomerPage, promises(null))
    await screen.findByText('答应客人的')
    expect(words()).toContain('gift 的事送的礼，5 月 22 日前给'.replace('5 月 22 日', '明天'))
    expect(words()).toContain('已过期，明天前应完成')
    expect(words()).not.toContain('hand-out 的事')
  })

  it('is kept by a note of at least two letters, once', async () => {
    const phone = await withCustomer(CustomerPage, promises(owed('birthday', { state: 'kept' })))
    await screen.findByText('答应客人的')
    press('owed-obligation:acc_1:birthday')
    press('owed-confirm')
    expect(asks(phone.asked, 'obligations.keep')).toEqual([])
    type('owed-note', ' 订好了蛋糕 ')
    press('owed-confirm')
    await waitFor(() => expect(asks(phone.asked, 'obligations.keep')).toHaveLength(1))
    expect(asks(phone.asked, 'obligations.keep')[0]?.input).toEqual({
      obligationId: 'obligation:acc_1:birthday',
      note: '订好了蛋糕',
    })
    await waitFor(() => expect(document.getElementById('owed-confirm')).toBeNull())
  })

  it('stays where the cloud refuses', async () => {
    await withCustomer(CustomerPage, promises(new Refusal('obligation_over', '这项承诺已经完成')))
    await screen.findByText('答应客人的')
    press('owed-obligation:acc_1:birthday')
    type('owed-note', '订好了蛋糕')
    press('owed-confirm')
    expect(await screen.findByText('这项承诺已经完成')).toBeTruthy()
  })
})

describe('groups of a customer', () => {
  const grouped =
    (more: object, answer: unknown = { groups: [pu] }) =>
    (asked: Asked) => {
      if (asked.operation === 'groups.of-member') return { ...standing, all: [pu, green], ...more }
      if (asked.operation === 'groups.asked') return { stage: standing.stage, askedAt: '2026-05-21T04:10:00.000Z' }
      return asked.operation === 'groups.change' ? answer : shop(asked)
    }
  const opened = async (more: object, answer?: unknown) => {
    const phone = await withCustomer(CustomerPage, grouped(more, answer))
    await waitFor(() => expect(document.getElementById('customer-groups')).toBeTruthy())
    press('customer-groups')
    return phone
  }
  const { scanId, accountId } = sheet

  it('are copied into by a tap', async () => {
    const phone = await opened({})
    expect(words()).toContain('阶段：再来')
    press(`group-${pu.groupId}`)
    await waitFor(() => expect(asks(phone.asked, 'groups.change')).toHaveLength(1))
    const act = { does: 'copy', to: pu.groupId }
    expect(asks(phone.asked, 'groups.change')[0]?.input).toEqual({ scanId, accountId, act })
    await waitFor(() => expect(asks(phone.asked, 'groups.of-member').length).toBeGreaterThan(1))
  })

  it('are cut from one into another, or left', async () => {
    const phone = await opened({ groups: [pu] })
    press(`group-${pu.groupId}`)
    expect(words()).toContain('从「爱喝普洱」移到')
    press(`group-${green.groupId}`)
    await waitFor(() => expect(asks(phone.asked, 'groups.change')).toHaveLength(1))
    expect(asks(phone.asked, 'groups.change')[0]?.input).toMatchObject({
      act: { does: 'cut', from: pu.groupId, to: green.groupId },
    })
    await waitFor(() => expect(document.getElementById('groups-out')).toBeNull())
    press(`group-${pu.groupId}`)
    press('groups-out')
    await waitFor(() => expect(asks(phone.asked, 'groups.change')).toHaveLength(2))
    expect(asks(phone.asked, 'groups.change')[1]?.input).toMatchObject({ act: { does: 'out', from: pu.groupId } })
  })

  it('say that somebody asked, and why the cloud refuses', async () => {
    const phone = await opened({}, new Refusal('groups_too_many', '一位客人最多在 20 个分组'))
    press('groups-ask')
    await waitFor(() => expect(asks(phone.asked, 'groups.asked')).toHaveLength(1))
    press(`group-${pu.groupId}`)
    expect(await screen.findByText('一位客人最多在 20 个分组')).toBeTruthy()
  })

  it('are not offered where the programme has neither steps nor groups', async () => {
    const none = { stage: null, mayAsk: false, copy: false, cut: false, all: [] }
    const phone = await withCustomer(CustomerPage, grouped(none))
    await waitFor(() => expect(asks(phone.asked, 'groups.of-member')).toHaveLength(1))
    expect(document.getElementById('customer-groups')).toBeNull()
  })
})
