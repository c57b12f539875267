import {
  auditAll,
  enrolPhone,
  everything,
  manage,
  managerOpenid,
  memberOf,
  order,
  phone,
  record,
  requestId,
  useShop,
  valueOf,
} from '../support/shop'
import { wishOf } from '../support/joining'

const shop = useShop('demo-tea')
const adjust = (accountId: string, change: number, id: string) =>
  shop.cloud.call(
    'manager',
    { operation: 'points.adjust', input: { accountId, change, reason: '补记' }, requestId: id },
    managerOpenid,
  )
const someone = async (customer: string) => {
  await record(shop.cloud, shop.till, [order({ customer })])
  return (await memberOf(shop.cloud, customer)).accountId as string
}

describe('the same request again', () => {
  it('adds points once and gives the same reply, at once and after it is in the ledger', async () => {
    const account = await someone('c1')
    const id = requestId()
    const first = await adjust(account, 7, id)
    expect(first).toMatchObject({ ok: true, value: { balance: 107 } })
    const before = await everything(shop.cloud)
    expect(await adjust(account, 7, id)).toEqual(first)
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('is refused with request_reused when its input is another, and changes nothing', async () => {
    const account = await someone('c1')
    const id = requestId()
    await adjust(account, 7, id)
    const before = await everything(shop.cloud)
    expect(await adjust(account, 8, id)).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('is answered as then after thirty later requests, from its receipt in the ledger', async () => {
    const account = await someone('c1')
    const id = requestId()
    const first = await adjust(account, 7, id)
    for (let n = 0; n < 30; n += 1) valueOf(await adjust(account, 1, requestId()))
    expect(await adjust(account, 7, id)).toEqual(first)
    expect(await adjust(account, 8, id)).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 137 })
  })

  it('is answered as then after thirty later requests though a crash kept it from the ledger', async () => {
    const account = await someone('c1')
    const id = requestId()
    await shop.cloud.plant({ function: 'manager', operation: 'points.adjust', kind: 'kill', atCall: 5 })
    const first = await adjust(account, 7, id)
    await shop.cloud.drain()
    const kept = (await shop.cloud.dump('entries')).filter(({ document }: any) => document.kind === 'adjust')
    expect(kept).toEqual([])
    for (let n = 0; n < 30; n += 1) valueOf(await adjust(account, 1, requestId()))
    expect(await adjust(account, 7, id)).toMatchObject(first.ok ? first : { ok: true, value: { balance: 107 } })
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 137 })
  })

  it('belongs to one member: the same id for another one is a request of its own', async () => {
    const [one, two] = [await someone('c1'), await someone('c2')]
    const id = requestId()
    const replies = [await adjust(one, 7, id), await adjust(two, 9, id)]
    expect(replies).toMatchObject([{ value: { balance: 107 } }, { value: { balance: 109 } }])
    const ids = replies.map((reply) => valueOf(reply).entryId)
    expect(new Set(ids).size).toBe(2)
    expect(await auditAll(shop.cloud)).toMatchObject({ accounts: 2, faults: [] })
  })

  it('joins once: the same tap is answered as the first, another one shows the member there is', async () => {
    const wish = await wishOf(shop.cloud, 'o-member-1')
    const id = requestId()
    const join = (more: object, as = id) => phone(shop.cloud, 'o-member-1', 'members.enrol', more, { requestId: as })
    const first = await join({ ...wish, name: '林' })
    await shop.cloud.advance(60_000)
    const before = await everything(shop.cloud)
    expect(await join({ ...wish, name: '林' })).toEqual(first)
    expect(await join({ ...wish, name: '王' })).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(valueOf(await join({ ...wish, name: '王' }, requestId())).member).toEqual(valueOf(first).member)
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('makes two members of two people who send the same request id', async () => {
    const id = requestId()
    const join = async (openid: string) =>
      phone(shop.cloud, openid, 'members.enrol', await wishOf(shop.cloud, openid), { requestId: id })
    const [one, two] = [valueOf(await join('o-member-1')), valueOf(await join('o-member-2'))]
    expect(one.member.accountId).not.toBe(two.member.accountId)
    expect(one.member.memberNo).not.toBe(two.member.memberNo)
    expect(await manage(shop.cloud, 'members.totals')).toMatchObject({ members: 2 })
  })

  it('issues one key, told again with its secret, and refuses its id for another key', async () => {
    const id = requestId()
    const issue = (input: object) =>
      shop.cloud.call('manager', { operation: 'pos-keys.issue', input, requestId: id }, managerOpenid)
    const first = await issue({ label: 'a', storeIds: ['S1'] })
    expect(await issue({ label: 'a', storeIds: ['S1'] })).toEqual(first)
    expect(await issue({ label: 'a', storeIds: ['S2'] })).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(await shop.cloud.dump('posKeys')).toHaveLength(2)
    expect(JSON.stringify(await everything(shop.cloud))).not.toContain(valueOf(first).secret)
  })

  it('ends a key once', async () => {
    const revoke = (keyId: string) => manage(shop.cloud, 'pos-keys.revoke', { keyId })
    const first = await revoke(shop.till.key.keyId)
    await shop.cloud.advance(60_000)
    expect(await revoke(shop.till.key.keyId)).toEqual(first)
    await expect(revoke('pos-unknown')).rejects.toThrow('pos_key_not_found')
  })

  it('is needed by no query', async () => {
    await enrolPhone(shop.cloud, 'o-member-1')
    expect(await shop.cloud.call('member', { operation: 'home.read' }, 'o-member-1')).toMatchObject({ ok: true })
  })
})
