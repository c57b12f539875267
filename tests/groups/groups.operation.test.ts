import {
  bendProgramme,
  enrolPhone,
  everything,
  manage,
  order,
  phone,
  record,
  refundOf,
  requestId,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { atTill, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea', 'each')
const { cloud } = shop
const [clerk, other] = ['o-clerk-1', 'o-clerk-2']

beforeEach(async () => {
  for (const who of [clerk, other]) await hire(cloud, who)
})

async function settle() {
  await cloud.advance(2 * 60_000)
  await wakeClock(cloud)
}

async function guest() {
  const openid = `o-${requestId()}`
  const { accountId } = (await enrolPhone(cloud, openid)).member
  await cloud.advance(30_000)
  const code = await codeShownBy(cloud, openid)
  const sheet = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
  return { openid, accountId: accountId as string, pass: { accountId, scanId: sheet.scanId }, sheet }
}

const board = () => manage(cloud, 'groups.board')
const counts = async () => Object.fromEntries((await board()).stages.map(({ id, customers }: any) => [id, customers]))
const filtered = (of: object = {}, more: object = {}) =>
  manage(cloud, 'groups.customers', { of: { by: 'filters', ...of }, ...more })
const make = async (name: string) => (await manage(cloud, 'groups.make', { name })).groupId as string
const change = (pass: object, act: object, as = clerk, id = requestId()) =>
  atTill(cloud, as, 'groups.change', { ...pass, act }, id)
const standing = async (pass: object) => valueOf(await atTill(cloud, clerk, 'groups.of-member', pass))
const sizes = async () =>
  Object.fromEntries((await board()).groups.map(({ name, customers }: any) => [name, customers]))

describe('the funnel (P10.3)', () => {
  it('follows closed orders and what staff noted, counted by step', async () => {
    const ann = await guest()
    await record(cloud, shop.till, [
      order({ customer: 'c1', orderId: 'first' }),
      order({ customer: 'c2' }),
      ...[1, 2].map((n) => order({ customer: 'c3', orderId: `c3-${n}` })),
      ...[1, 2, 3, 4, 5, 6].map((n) => order({ customer: 'c4', orderId: `c4-${n}` })),
    ])
    await settle()
    expect(await counts()).toEqual({ lead: 1, asked: 0, buyer: 2, repeat: 1, loyal: 1 })
    valueOf(await atTill(cloud, clerk, 'groups.asked', ann.pass))
    expect(await counts()).toMatchObject({ lead: 0, asked: 1 })
    await record(cloud, shop.till, [refundOf('first', 10_000)])
    await settle()
    expect(await counts()).toEqual({ lead: 1, asked: 1, buyer: 1, repeat: 1, loyal: 1 })
    const before = await everything(cloud)
    await settle()
    expect(await everything(cloud)).toEqual(before)
  })

  it('notes that somebody asked once, by an employee who has identified them or by a manager', async () => {
    const [ann, bo] = [await guest(), await guest()]
    expect(await standing(ann.pass)).toMatchObject({ mayAsk: true, askedAt: null })
    const first = valueOf(await atTill(cloud, clerk, 'groups.asked', ann.pass))
    expect(await standing(ann.pass)).toMatchObject({ mayAsk: false, stage: { id: 'asked' } })
    expect(first.stage.id).toBe('asked')
    await cloud.advance(60_000)
    expect(valueOf(await atTill(cloud, clerk, 'groups.asked', ann.pass))).toEqual(first)
    const before = await everything(cloud)
    const withoutPass = { accountId: bo.accountId }
    expect(await atTill(cloud, clerk, 'groups.asked', withoutPass)).toMatchObject({ refusal: { code: 'scan_over' } })
    const foreign = { ...bo.pass, scanId: ann.pass.scanId }
    expect(await atTill(cloud, clerk, 'groups.asked', foreign)).toMatchObject({ refusal: { code: 'scan_over' } })
    expect(await atTill(cloud, other, 'groups.asked', bo.pass)).toMatchObject({ refusal: { code: 'scan_over' } })
    expect(await everything(cloud)).toEqual(before)
    valueOf(await atTill(cloud, 'o-manager', 'groups.asked', withoutPass))
    const nobody = await atTill(cloud, 'o-manager', 'groups.asked', { accountId: 'account-0' })
    expect(nobody).toMatchObject({ refusal: { code: 'member_unknown' } })
    await bendProgramme(cloud, { segments: { tags: { copy: true, cut: true } } })
    expect(await atTill(cloud, 'o-manager', 'groups.asked', withoutPass)).toMatchObject({
      refusal: { code: 'funnel_off' },
    })
  })
})

describe('lists of customers (P10.4)', () => {
  it('are filtered by step, tier, source and closed orders, each in pages that leave nobody out', async () => {
    const items = Array.from({ length: 60 }, (_, n) => order({ customer: `c${n}`, orderId: `a-${n}` }))
    await record(cloud, shop.till, items)
    await record(cloud, shop.till, [
      ...[1, 2].map((n) => order({ customer: 'c0', orderId: `b-${n}`, amountFen: 60_000 })),
      order({ customer: 'c1', orderId: 'c-1' }),
    ])
    const ann = await guest()
    await settle()
    await settle()
    const first = await filtered({ stage: 'buyer' })
    const second = await filtered({ stage: 'buyer' }, { after: first.nextAfter })
    expect([first.customers.length, second.customers.length, second.nextAfter]).toEqual([50, 8, null])
    const all = [...first.customers, ...second.customers].map(({ accountId }: any) => accountId)
    expect(new Set(all).size).toBe(58)
    const rows = async (of: object) => (await filtered(of)).customers.map(({ orders }: any) => orders)
    expect(await rows({ tierId: 'gold' })).toEqual([3])
    expect(await rows({ origin: 'till', ordersFrom: 2 })).toEqual([2, 3])
    expect(await rows({ ordersFrom: 2, ordersTo: 2 })).toEqual([2])
    expect(await rows({ origin: 'till', tierId: 'gold', stage: 'repeat' })).toEqual([3])
    expect((await filtered({ ordersTo: 0 })).customers).toMatchObject([{ accountId: ann.accountId, origin: 'self' }])
    expect(await rows({ stage: 'loyal' })).toEqual([])
  })
})

describe('groups (P10.3)', () => {
  it('copy and cut a customer, keep the numbers, and log who did it', async () => {
    const [ann, bo] = [await guest(), await guest()]
    const [pu, green] = [await make('普洱'), await make('绿茶')]
    expect(await make('普洱')).toBe(pu)
    valueOf(await change(ann.pass, { does: 'copy', to: pu }))
    expect(valueOf(await change(ann.pass, { does: 'copy', to: green })).groups).toHaveLength(2)
    valueOf(await change(bo.pass, { does: 'copy', to: pu }))
    expect(await sizes()).toEqual({ 普洱: 2, 绿茶: 1 })
    expect(valueOf(await change(bo.pass, { does: 'cut', from: pu, to: green })).groups).toEqual([
      { groupId: green, name: '绿茶' },
    ])
    expect(await sizes()).toEqual({ 普洱: 1, 绿茶: 2 })
    expect((await standing(ann.pass)).groups.map(({ name }: any) => name).sort()).toEqual(['普洱', '绿茶'].sort())
    valueOf(await change(ann.pass, { does: 'out', from: green }))
    const { customers } = await manage(cloud, 'groups.customers', { of: { by: 'group', groupId: green } })
    expect(customers.map(({ accountId }: any) => accountId)).toEqual([bo.accountId])
    const log = (await cloud.dump('groupLog')).map(({ document }: any) => document)
    expect(log).toHaveLength(5)
    expect(log.every(({ by, at }: any) => by.startsWith('staff-') && at)).toBe(true)
  })

  it('answer the same request as the first time, and do nothing more', async () => {
    const ann = await guest()
    const [one, two] = [await make('一'), await make('二')]
    const id = requestId()
    const first = await change(ann.pass, { does: 'copy', to: one }, clerk, id)
    valueOf(await change(ann.pass, { does: 'cut', from: one, to: two }))
    expect(await change(ann.pass, { does: 'copy', to: one }, clerk, id)).toEqual(first)
    expect(await sizes()).toEqual({ 一: 0, 二: 1 })
    expect(await change(ann.pass, { does: 'copy', to: two }, clerk, id)).toMatchObject({
      refusal: { code: 'request_reused' },
    })
  })

  it('move a customer once where two do it at the same instant', async () => {
    const ann = await guest()
    const [one, two, three] = [await make('一'), await make('二'), await make('三')]
    valueOf(await change(ann.pass, { does: 'copy', to: one }))
    const replies = await Promise.all([
      change(ann.pass, { does: 'cut', from: one, to: two }),
      change({ accountId: ann.accountId }, { does: 'cut', from: one, to: three }, 'o-manager'),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const after = await sizes()
    expect([after['一'], after['二'] + after['三']]).toEqual([0, 1])
  })

  it('refuse what does not hold, and change nothing', async () => {
    const ann = await guest()
    const one = await make('一')
    const unknown = 'group-0000000000000000'
    const before = await everything(cloud)
    expect(await change(ann.pass, { does: 'copy', to: unknown })).toMatchObject({ refusal: { code: 'group_unknown' } })
    expect(await change(ann.pass, { does: 'out', from: one })).toMatchObject({ refusal: { code: 'group_not_in' } })
    expect(await change({ accountId: ann.accountId }, { does: 'copy', to: one })).toMatchObject({
      refusal: { code: 'scan_over' },
    })
    expect(await change({ accountId: 'account-0' }, { does: 'copy', to: one }, 'o-manager')).toMatchObject({
      refusal: { code: 'member_unknown' },
    })
    expect(await everything(cloud)).toEqual(before)
    await bendProgramme(cloud, { segments: { tags: { copy: false, cut: false } } })
    const manager = { accountId: ann.accountId }
    expect(await change(manager, { does: 'copy', to: one }, 'o-manager')).toMatchObject({
      refusal: { code: 'group_copy_off' },
    })
    expect(await change(manager, { does: 'cut', from: one, to: one }, 'o-manager')).toMatchObject({
      refusal: { code: 'group_cut_off' },
    })
  })

  it('get another name and keep who stands in them; no two have the same', async () => {
    const ann = await guest()
    const [one, two] = [await make('一'), await make('二')]
    valueOf(await change(ann.pass, { does: 'copy', to: one }))
    const rename = (groupId: string, name: string) =>
      cloud.call(
        'manager',
        { operation: 'groups.rename', input: { groupId, name }, requestId: requestId() },
        'o-manager',
      )
    expect(valueOf(await rename(one, '普洱'))).toEqual({ groupId: one, name: '普洱' })
    expect(valueOf(await rename(one, '普洱'))).toEqual({ groupId: one, name: '普洱' })
    expect(await sizes()).toEqual({ 普洱: 1, 二: 0 })
    expect((await standing(ann.pass)).groups).toEqual([{ groupId: one, name: '普洱' }])
    expect(await rename(two, '普洱')).toMatchObject({ refusal: { code: 'group_name_taken' } })
    expect(await rename('group-0000000000000000', '三')).toMatchObject({ refusal: { code: 'group_unknown' } })
    // The name that it had is free for another group.
    const again = await make('一')
    expect(again).not.toBe(one)
    expect(await make('普洱')).toBe(one)
    expect(await sizes()).toEqual({ 普洱: 1, 二: 0, 一: 0 })
  })

  it('keep their number when somebody is put into one that is renamed at the same instant', async () => {
    const ann = await guest()
    const one = await make('一')
    await Promise.all([
      change(ann.pass, { does: 'copy', to: one }).then(valueOf),
      manage(cloud, 'groups.rename', { groupId: one, name: '二' }),
    ])
    expect(await sizes()).toEqual({ 二: 1 })
  })

  it('are removed with who stood in them, and nobody else; their customers stay', async () => {
    const [ann, bo] = [await guest(), await guest()]
    const [one, two] = [await make('一'), await make('二')]
    for (const who of [ann, bo]) valueOf(await change(who.pass, { does: 'copy', to: one }))
    valueOf(await change(ann.pass, { does: 'copy', to: two }))
    expect(await manage(cloud, 'groups.remove', { groupId: one })).toEqual({ groupId: one })
    expect(await manage(cloud, 'groups.remove', { groupId: one })).toEqual({ groupId: one })
    expect(await sizes()).toEqual({ 二: 1 })
    expect((await standing(ann.pass)).groups).toEqual([{ groupId: two, name: '二' }])
    expect((await standing(bo.pass)).groups).toEqual([])
    const { customers } = await manage(cloud, 'groups.customers', { of: { by: 'group', groupId: one } })
    expect(customers).toEqual([])
    expect(await change(bo.pass, { does: 'copy', to: one })).toMatchObject({ refusal: { code: 'group_unknown' } })
    expect(await cloud.dump('groupPlaces')).toHaveLength(1)
    // Made again it begins empty.
    expect(await make('一')).toBe(one)
    expect(await sizes()).toEqual({ 一: 0, 二: 1 })
  })

  it('have bounds: so many in a shop, so many for one customer', async () => {
    const ann = await guest()
    const group = (n: number) => ({ _id: `group-${String(n).padStart(16, '0')}`, name: `组 ${n}`, customers: 0 })
    const groups = Array.from({ length: 200 }, (_, n) => group(n))
    await cloud.run(async () => void (await wxEffects().store.insert('groups', groups)))
    const copy = (n: number) => change({ accountId: ann.accountId }, { does: 'copy', to: groups[n]!._id }, 'o-manager')
    for (let n = 0; n < 20; n += 1) valueOf(await copy(n))
    expect(await copy(20)).toMatchObject({ refusal: { code: 'groups_too_many' } })
    const full = await cloud.call(
      'manager',
      { operation: 'groups.make', input: { name: '再一组' }, requestId: requestId() },
      'o-manager',
    )
    expect(full).toMatchObject({ refusal: { code: 'groups_full' } })
  })

  it('are nothing where the programme has none', async () => {
    const ann = await guest()
    await bendProgramme(cloud, { segments: {} })
    const off = { operation: 'groups.make', input: { name: '一' }, requestId: requestId() }
    expect(await cloud.call('manager', off, 'o-manager')).toMatchObject({ refusal: { code: 'groups_off' } })
    expect(valueOf(await atTill(cloud, 'o-manager', 'groups.of-member', { accountId: ann.accountId }))).toMatchObject({
      stage: null,
      mayAsk: false,
      copy: false,
    })
    expect(await board()).toMatchObject({ stages: [], filters: [], groups: [] })
  })
})

describe('what the desk says (P8.4)', () => {
  it('stands on the sheet of somebody just enrolled and of somebody scanned, by where they came from', async () => {
    const { sheet } = await guest()
    expect(sheet.scripts).toMatchObject([{ source: 'self' }])
    const { terms } = valueOf(await phone(cloud, 'o-visitor', 'shop.welcome', {}))
    const consent = { ...terms, adult: true }
    const enrolled = valueOf(
      await atTill(cloud, clerk, 'staff.enrol', { storeId: 'S1', phone: '13900139000', consent }),
    )
    expect(enrolled.customer.scripts).toMatchObject([{ source: 'staff', text: { en: 'Welcome back. The same seat?' } }])
  })
})
