import { fireEvent, screen, waitFor } from '@testing-library/react'
import FunnelPage from '../../client/src/pages/manager/funnel'
import PromisesPage from '../../client/src/pages/manager/promises'
import type { groupsBoard, groupsCustomers } from '../../shared/groups/contract'
import type { OutputOf } from '../../shared/kit/contract'
import type { obligationsOverview } from '../../shared/obligations/contract'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'
import { me, standing } from './support/replies'
import { asks, press, words } from './support/till'

const serverAt = '2026-05-21T04:10:00.000Z'
const name = (zh: string) => ({ zh, en: zh })
const stage = (id: string, zh: string, customers: number, fromOrders: number | null = null, asked = false) => ({
  ...{ id, name: name(zh), fromOrders, asked, customers },
})
const board: OutputOf<typeof groupsBoard> = {
  serverAt,
  stages: [
    stage('lead', '来过', 40),
    stage('asked', '问过', 8, null, true),
    stage('buyer', '买过', 20, 1),
    stage('loyal', '常客', 10, 6),
  ],
  filters: ['status', 'tier', 'source', 'orders'],
  tiers: [
    { id: 'regular', name: name('普通') },
    { id: 'gold', name: name('金卡') },
  ],
  tags: { copy: true, cut: true },
  groups: [{ groupId: 'group-0123456789abcdef', name: '爱喝普洱', customers: 3 }],
}
const list: OutputOf<typeof groupsCustomers> = {
  customers: [
    {
      accountId: 'acc_1',
      memberNo: '88260173',
      name: '林小满',
      tier: name('银卡'),
      stage: name('买过'),
      origin: 'referral',
      orders: 1,
    },
    {
      accountId: 'acc_2',
      memberNo: '42802471',
      name: null,
      tier: name('普通'),
      stage: name('来过'),
      origin: 'self',
      orders: 0,
    },
  ],
  nextAfter: null,
}
const answers = ({ operation }: Asked): unknown => {
  if (operation === 'groups.board') return board
  if (operation === 'groups.customers') return list
  if (operation === 'groups.of-member') return standing
  return { groupId: 'group-fedcba9876543210', name: '新组' }
}

describe('the funnel of a manager', () => {
  const opened = async (cloud: (asked: Asked) => unknown = answers) => {
    const phone = takePhone(cloud)
    openPage(FunnelPage)
    await screen.findByText('78 位客人')
    return phone
  }
  const lists = (phone: { asked: Asked[] }) =>
    asks(phone.asked, 'groups.customers').map(({ input }) => (input as any).of)

  it('shows how many stand at each step, and who they are', async () => {
    const phone = await opened()
    expect(words()).toContain('问过店员标记8')
    expect(words()).toContain('常客6 单起10')
    await waitFor(() => expect(words()).toContain('林小满 · 银卡买过 · 朋友推荐1 单'))
    expect(words()).toContain('会员 42802471 · 普通来过 · 自己来0 单')
    expect(lists(phone)).toEqual([{ by: 'filters' }])
  })

  it('lists a step, filtered by tier, source and closed orders', async () => {
    const phone = await opened()
    press('stage-buyer')
    await waitFor(() => expect(lists(phone).at(-1)).toEqual({ by: 'filters', stage: 'buyer' }))
    press('funnel-filter')
    for (const chip of ['chip-gold', 'chip-referral', 'chip-2']) press(chip)
    const filters = { tierId: 'gold', origin: 'referral', ordersFrom: 2, ordersTo: 5 }
    await waitFor(() => expect(lists(phone).at(-1)).toEqual({ by: 'filters', stage: 'buyer', ...filters }))
    press('filter-done')
    expect(document.getElementById('filter-done')).toBeNull()
  })

  it('says of a group in which nobody is yet just that, and of a filter without a hit to try another', async () => {
    const none = { ...list, customers: [] }
    const phone = await opened(({ operation }) =>
      operation === 'groups.customers' ? none : answers({ operation } as Asked),
    )
    await screen.findByText('换个条件再看')
    press('board-group-0123456789abcdef')
    await screen.findByText('这个组里还没有人')
    expect(words()).not.toContain('换个条件再看')
    expect(lists(phone).at(-1)).toMatchObject({ by: 'group' })
  })

  it('lists a group, makes another, and sorts a customer', async () => {
    const phone = await opened()
    press('board-group-0123456789abcdef')
    await waitFor(() => expect(lists(phone).at(-1)).toEqual({ by: 'group', groupId: 'group-0123456789abcdef' }))
    press('funnel-make')
    fireEvent.input(document.getElementById('group-name')!, { target: { value: ' 新组 ' } })
    press('group-make')
    await waitFor(() => expect(asks(phone.asked, 'groups.make')[0]?.input).toEqual({ name: '新组' }))
    await waitFor(() => expect(document.getElementById('group-make')).toBeNull())
    press('customer-88260173')
    expect(await screen.findByText('客人分组')).toBeTruthy()
    expect(asks(phone.asked, 'groups.of-member')[0]?.input).toEqual({ accountId: 'acc_1' })
  })

  it('renames a group, and says why a name will not do', async () => {
    const taken = new Refusal('group_name_taken', '已有同名的分组，请换一个名称')
    const phone = await opened((asked) => (asked.operation === 'groups.rename' ? taken : answers(asked)))
    press('board-group-0123456789abcdef')
    await waitFor(() => expect(document.getElementById('group-edit')).toBeTruthy())
    press('group-edit')
    expect((document.getElementById('group-name') as HTMLInputElement).value).toBe('爱喝普洱')
    press('group-save')
    expect(asks(phone.asked, 'groups.rename')).toEqual([])
    fireEvent.input(document.getElementById('group-name')!, { target: { value: '熟普' } })
    press('group-save')
    expect(await screen.findByText('已有同名的分组，请换一个名称')).toBeTruthy()
    phone.serve((asked) =>
      asked.operation === 'groups.rename' ? { groupId: 'group-0123456789abcdef', name: '熟普' } : answers(asked),
    )
    press('group-save')
    await waitFor(() => expect(document.getElementById('group-save')).toBeNull())
    const input = { groupId: 'group-0123456789abcdef', name: '熟普' }
    expect(asks(phone.asked, 'groups.rename').map((one) => one.input)).toEqual([input, input])
  })

  it('removes a group after saying what that does, and shows everybody again', async () => {
    const phone = await opened((asked) =>
      asked.operation === 'groups.remove' ? { groupId: 'group-0123456789abcdef' } : answers(asked),
    )
    press('board-group-0123456789abcdef')
    await waitFor(() => expect(document.getElementById('group-edit')).toBeTruthy())
    press('group-edit')
    press('group-remove')
    expect(words()).toContain('3 位客人会移出这个分组')
    expect(asks(phone.asked, 'groups.remove')).toEqual([])
    press('group-remove-confirm')
    await waitFor(() => expect(document.getElementById('group-remove-confirm')).toBeNull())
    expect(asks(phone.asked, 'groups.remove')[0]?.input).toEqual({ groupId: 'group-0123456789abcdef' })
    await waitFor(() => expect(lists(phone).at(-1)).toEqual({ by: 'filters' }))
  })

  it('says so where the programme has none', async () => {
    takePhone(() => ({ ...board, stages: [], groups: [] }))
    openPage(FunnelPage)
    expect(await screen.findByText('方案里没有客户阶段')).toBeTruthy()
  })
})

describe('promised and kept', () => {
  const count = (kind: 'gift' | 'send', more: object = {}) => ({
    ...{ kind, promised: 10, kept: 6, keptLate: 1, late: 1, open: 2, dropped: 3, ...more },
  })
  const value: OutputOf<typeof obligationsOverview> = {
    serverAt,
    month: '2026-05',
    counts: [count('gift'), count('send', { promised: 2, kept: 2, keptLate: 0, late: 0, open: 0, dropped: 0 })],
    rows: [],
    overdue: { rows: [], more: false },
    nextAfter: null,
  }
  const row = {
    obligationId: 'obligation:acc_1:gift',
    kind: 'gift' as const,
    name: name('生日茶'),
    done: 0,
    times: 1,
    storeId: null,
    owner: 'till' as const,
    promisedAt: serverAt,
    dueAt: '2026-05-31T16:00:00.000Z',
    state: 'open' as const,
    late: false,
    reason: null,
    proof: null,
    byNote: false,
    memberNo: '88260173',
    accountId: 'acc_1',
  }
  const cloud = ({ operation, input }: Asked) => {
    if (operation === 'staff.me') return me
    return (input as { list?: object }).list ? { ...value, rows: [row] } : value
  }

  it('shows the share kept in time, what is late, and each kind', async () => {
    takePhone(cloud)
    openPage(PromisesPage)
    await waitFor(() => expect(words()).toContain('按时兑现80%答应 12 件'))
    expect(words()).toContain('过期未办1')
    expect(words()).toContain('礼遇答应 10 · 兑现 7 · 未办 3过期 1')
  })

  it('asks about a store and a month, and lists a kind as it stands', async () => {
    const phone = takePhone(cloud)
    openPage(PromisesPage)
    await waitFor(() => expect(document.getElementById('kind-gift')).toBeTruthy())
    press('chip-jianguo')
    press('chip-2026-04')
    const asked = () => asks(phone.asked, 'obligations.overview').at(-1)?.input
    await waitFor(() => expect(asked()).toEqual({ storeId: 'jianguo', month: '2026-04' }))
    press('kind-gift')
    await waitFor(() => expect(words()).toContain('生日茶会员 88260173 · 5 月 31 日前'))
    press('chip-late')
    const place = { storeId: 'jianguo', month: '2026-05' }
    await waitFor(() => expect(asked()).toEqual({ ...place, list: { kind: 'gift', state: 'late' } }))
  })

  it('shows what is overdue of whatever month, and that there is more; nothing where nothing is', async () => {
    const late = { ...row, state: 'late' as const, late: true, dueAt: '2026-04-30T16:00:00.000Z' }
    const phone = takePhone((asked) =>
      asked.operation === 'staff.me' ? me : { ...value, overdue: { rows: [late], more: true } },
    )
    openPage(PromisesPage)
    await waitFor(() => expect(words()).toContain('过期还没办的生日茶会员 88260173 · 4 月 30 日前应完成'))
    expect(words()).toContain('先列最早到期的 1 件，后面还有')
    phone.serve(cloud)
    press('chip-jianguo')
    await waitFor(() => expect(document.getElementById('promises-overdue')).toBeNull())
  })

  it('goes on with the next page at the end of the list, and with no third', async () => {
    const nextId = 'obligation:acc_1:next'
    const pages = ({ operation, input }: Asked) => {
      if (operation === 'staff.me') return me
      const { list } = input as { list?: { after?: string } }
      if (!list) return value
      return list.after
        ? { ...value, rows: [{ ...row, obligationId: nextId, memberNo: '42802471' }] }
        : { ...value, rows: [row], nextAfter: row.obligationId }
    }
    const phone = takePhone(pages)
    openPage(PromisesPage)
    await waitFor(() => expect(document.getElementById('kind-gift')).toBeTruthy())
    press('kind-gift')
    await waitFor(() => expect(words()).toContain('会员 88260173'))
    phone.fire('bottom')
    await waitFor(() => expect(words()).toContain('会员 42802471'))
    expect(words()).toContain('会员 88260173')
    const lists = () => asks(phone.asked, 'obligations.overview').filter(({ input }) => 'list' in input)
    expect((lists().at(-1)!.input as any).list).toEqual({ kind: 'gift', state: 'open', after: row.obligationId })
    const before = lists().length
    phone.fire('bottom')
    expect(lists()).toHaveLength(before)
  })

  it('says that a list did not load, and asks again', async () => {
    const refused = new Refusal('internal', '出错了')
    const listing = ({ input }: Asked) => 'list' in input
    const phone = takePhone((asked) => (listing(asked) ? refused : cloud(asked)))
    openPage(PromisesPage)
    await waitFor(() => expect(document.getElementById('kind-gift')).toBeTruthy())
    press('kind-gift')
    await waitFor(() => expect(document.getElementById('page-state-action')).toBeTruthy())
    phone.serve(cloud)
    press('page-state-action')
    await waitFor(() => expect(words()).toContain('会员 88260173'))
  })
})
