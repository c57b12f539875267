import { manage, managerOpenid, requestId, useShop, valueOf } from '../support/shop'
import { atTill } from '../support/till'

const shop = useShop('demo-tea')
const { cloud } = shop
const asked = { name: '陈一诺', role: 'staff' as const, storeIds: ['S1'] }
const invited = async () => (await manage(cloud, 'staff.invite', asked)).code as string
const join = (openid: string, code: string) => atTill(cloud, openid, 'staff.join', { code })
const me = (openid: string) => atTill(cloud, openid, 'staff.me', {})

describe('an invitation', () => {
  it('makes whoever takes it up staff of the stores it names', async () => {
    expect(valueOf(await join('o-clerk-1', await invited()))).toEqual({ name: '陈一诺', role: 'staff' })
    expect(valueOf(await me('o-clerk-1'))).toMatchObject({ name: '陈一诺', stores: [{ id: 'S1' }] })
  })

  it('is good once, and answers whoever has it again as the first time', async () => {
    const code = await invited()
    const first = await join('o-clerk-1', code)
    expect(await join('o-clerk-1', code)).toEqual(first)
    expect(await join('o-clerk-2', code)).toMatchObject({ refusal: { code: 'invitation_used' } })
    expect(await me('o-clerk-2')).toMatchObject({ refusal: { code: 'not_allowed' } })
  })

  it('taken up by sixteen at once makes one of them staff', async () => {
    const code = await invited()
    await Promise.all(Array.from({ length: 16 }, (_, n) => join(`o-clerk-${n}`, code)))
    const staff = (await cloud.dump('staff')).filter(({ document }: any) => document.role === 'staff')
    expect(staff).toHaveLength(1)
  })

  it('is refused with invitation_unknown when nobody made it, and with invitation_over after a day', async () => {
    expect(await join('o-clerk-1', 'AAAAAAAAAA')).toMatchObject({ refusal: { code: 'invitation_unknown' } })
    const code = await invited()
    await cloud.advance(24 * 60 * 60_000)
    expect(await join('o-clerk-1', code)).toMatchObject({ refusal: { code: 'invitation_over' } })
  })

  it('is refused with manager_already to a manager, who stays one, and is good afterwards for whom it is for', async () => {
    const code = await invited()
    const before = await cloud.dump('staff')
    expect(await join(managerOpenid, code)).toMatchObject({ refusal: { code: 'manager_already' } })
    expect(await cloud.dump('staff')).toEqual(before)
    expect((await join('o-clerk-1', code)).ok).toBe(true)
  })

  it('changes the stores of somebody who is staff already', async () => {
    await join('o-clerk-1', await invited())
    const { code } = await manage(cloud, 'staff.invite', { ...asked, storeIds: ['S2'] })
    expect((await join('o-clerk-1', code)).ok).toBe(true)
    expect(valueOf(await me('o-clerk-1'))).toMatchObject({ stores: [{ id: 'S2' }] })
  })

  it('is the same for the same request, another for another, and names only stores there are', async () => {
    const id = requestId()
    const ask = (input: object) =>
      cloud.call('manager', { operation: 'staff.invite', input, requestId: id }, managerOpenid)
    const first = valueOf(await ask(asked))
    expect(valueOf(await ask(asked))).toEqual(first)
    expect(await ask({ ...asked, name: '别人' })).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(await invited()).not.toBe(first.code)
    const wrong = { operation: 'staff.invite', input: { ...asked, storeIds: ['S9'] }, requestId: requestId() }
    expect(await cloud.call('manager', wrong, managerOpenid)).toMatchObject({ refusal: { code: 'store_unknown' } })
  })
})

describe('a dismissal', () => {
  const staffIdOf = async (role: string) =>
    (await cloud.dump('staff')).map(({ document }: any) => document).find((one) => one.role === role)._id as string
  const dismiss = (staffId: string) =>
    cloud.call('manager', { operation: 'staff.dismiss', input: { staffId }, requestId: requestId() }, managerOpenid)

  it('holds at once, is not undone by the old invitation, and is undone by a new one', async () => {
    const code = await invited()
    await join('o-clerk-1', code)
    valueOf(await dismiss(await staffIdOf('staff')))
    expect(await me('o-clerk-1')).toMatchObject({ refusal: { code: 'not_allowed' } })
    await join('o-clerk-1', code)
    expect(await me('o-clerk-1')).toMatchObject({ refusal: { code: 'not_allowed' } })
    await join('o-clerk-1', await invited())
    expect((await me('o-clerk-1')).ok).toBe(true)
  })

  it('is refused with last_manager for oneself and with staff_unknown for nobody', async () => {
    expect(await dismiss(await staffIdOf('manager'))).toMatchObject({ refusal: { code: 'last_manager' } })
    expect(await dismiss('staff-0')).toMatchObject({ refusal: { code: 'staff_unknown' } })
  })
})

describe('a manager of some stores', () => {
  const asked = { name: '店员', storeIds: ['S1'] }
  const staff = async () => (await cloud.dump('staff')).map(({ document }: any) => document)
  const command = (openid: string, operation: string, input: object) =>
    cloud.call('manager', { operation, input, requestId: requestId() }, openid)

  /** Hired by the manager of all; their id. */
  async function hired(openid: string, role: 'manager' | 'staff', storeIds: string[]): Promise<string> {
    const before = (await staff()).map(({ _id }) => _id)
    const { code } = await manage(cloud, 'staff.invite', { name: openid, role, storeIds })
    valueOf(await join(openid, code))
    return (await staff()).find(({ _id }) => !before.includes(_id))._id
  }

  it('invites and issues keys for those alone: refused with store_not_yours for another', async () => {
    await hired('o-manager-1', 'manager', ['S1'])
    const operations = {
      'staff.invite': { ...asked, role: 'manager' },
      'pos-keys.issue': { label: 't', storeIds: ['S1'] },
    }
    for (const [operation, input] of Object.entries(operations)) {
      expect((await command('o-manager-1', operation, input)).ok).toBe(true)
      const wider = { ...input, storeIds: ['S1', 'S2'] }
      expect(await command('o-manager-1', operation, wider)).toMatchObject({ refusal: { code: 'store_not_yours' } })
    }
  })

  it('dismisses nobody who works in another store: refused with not_allowed', async () => {
    await hired('o-manager-1', 'manager', ['S1'])
    const [founder] = (await staff()).filter(({ storeIds }) => storeIds === 'all')
    const [both, own] = [await hired('o-clerk-2', 'staff', ['S1', 'S2']), await hired('o-clerk-1', 'staff', ['S1'])]
    for (const staffId of [founder._id, both])
      expect(await command('o-manager-1', 'staff.dismiss', { staffId })).toMatchObject({
        refusal: { code: 'not_allowed' },
      })
    expect((await command('o-manager-1', 'staff.dismiss', { staffId: own })).ok).toBe(true)
    expect((await staff()).filter(({ active }) => !active).map(({ _id }) => _id)).toEqual([own])
  })

  it('and another who dismiss each other at once leave one of them, each time', async () => {
    for (const n of [1, 2]) {
      const [one, two] = [`o-one-${n}`, `o-two-${n}`]
      const ids = [await hired(one, 'manager', ['S1']), await hired(two, 'manager', ['S1'])]
      const answers = await Promise.all([
        command(one, 'staff.dismiss', { staffId: ids[1] }),
        command(two, 'staff.dismiss', { staffId: ids[0] }),
      ])
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect((await staff()).filter(({ _id, active }) => ids.includes(_id) && active)).toHaveLength(1)
    }
  })
})
