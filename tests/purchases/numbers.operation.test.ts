import { randomUUID } from 'node:crypto'
import {
  auditAll,
  enrolPhone,
  manage,
  memberOf,
  order,
  record,
  refundOf,
  requestId,
  sendItems,
  useShop,
} from '../support/shop'

const shop = useShop('demo-tea', 'once')
const customer = () => `c-${requestId().slice(0, 8)}`
const send = (...items: object[]) => record(shop.cloud, shop.till, items)

describe('an order number', () => {
  it('means one order in a batch as well: the same again is its duplicate, another customer is refused', async () => {
    const [one, two] = [customer(), customer()]
    const first = order({ customer: one, amountFen: 5_000 })
    const results = await send(first, first, order({ customer: two, orderId: first.orderId, amountFen: 5_000 }))
    expect(results).toMatchObject([
      { ok: true, duplicate: false, points: 50, balance: 50 },
      { ok: true, duplicate: true, points: 50, balance: 50 },
      { refusal: { code: 'order_id_reused' } },
    ])
    expect(await memberOf(shop.cloud, two)).toBeNull()
  })

  it('belongs to its store: two stores may give the same one to two customers, and refund each their own', async () => {
    const key = await manage(shop.cloud, 'pos-keys.issue', { label: 'both', storeIds: ['S1', 'S2'] })
    const [one, two] = [customer(), customer()]
    const orderId = `o-${requestId()}`
    const at = (storeId: string, item: object) => record(shop.cloud, { key, storeId }, [item])
    expect(await at('S1', order({ customer: one, orderId }))).toMatchObject([{ ok: true, duplicate: false }])
    expect(await at('S2', order({ customer: two, orderId }))).toMatchObject([{ ok: true, duplicate: false }])
    await shop.cloud.drain()
    const refundId = `r-${requestId()}`
    expect(await at('S1', refundOf(orderId, 10_000, refundId))).toMatchObject([{ ok: true, balance: 0 }])
    expect(await memberOf(shop.cloud, two)).toMatchObject({ points: 100, orders: 1 })
    expect(await at('S2', refundOf(orderId, 4_000, refundId))).toMatchObject([{ ok: true, balance: 60 }])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('is not free again after a refund', async () => {
    const item = order({ customer: customer() })
    await send(item)
    await shop.cloud.drain()
    await send(refundOf(item.orderId, 10_000))
    await shop.cloud.drain()
    expect(await send(item)).toMatchObject([{ ok: true, duplicate: true }])
    expect(await memberOf(shop.cloud, item.customer.externalId)).toMatchObject({ points: 0, orders: 0 })
  })
})

describe('a signed batch of refunds alone', () => {
  it('counts once like any other', async () => {
    const item = order({ customer: customer() })
    await send(item)
    await shop.cloud.drain()
    const [refunds, nonce] = [[refundOf(item.orderId, 3_000)], randomUUID()]
    expect((await sendItems(shop.cloud, shop.till, refunds, { nonce })).status).toBe(200)
    await shop.cloud.drain()
    expect((await sendItems(shop.cloud, shop.till, refunds, { nonce })).status).toBe(409)
    expect(await memberOf(shop.cloud, item.customer.externalId)).toMatchObject({ spendFen: 7_000 })
  })
})

describe('a customer number', () => {
  it('is another thing than a WeChat identity, though it may read the same', async () => {
    const same = `o-${requestId().slice(0, 12)}`
    const home = await enrolPhone(shop.cloud, same)
    await send(order({ customer: same }))
    const atTill = await memberOf(shop.cloud, same)
    expect(atTill.accountId).not.toBe(home.member.accountId)
    expect(atTill.points).toBe(100)
  })

  it('may be written in any script, and differs by its case', async () => {
    const names = [`张三-${requestId()}`, `Ab-${requestId()}`]
    names.push(names[1]!.toLowerCase())
    const results = await send(...names.map((name) => order({ customer: name })))
    expect(results.map((result) => result.ok && result.balance)).toEqual([100, 100, 100])
  })
})
