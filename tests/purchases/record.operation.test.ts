import { useCloud } from '../support/cloud'
import { auditAll, foundShop, memberOf, order, record, refundOf, type Till } from '../support/shop'

const cloud = useCloud({ functions: 'deployed' })
let till: Till

beforeEach(async () => {
  await cloud.reset()
  till = { key: await foundShop(cloud) }
})

describe('an order at the till', () => {
  it('enrols a customer whom nobody knew and gives points at the rate of the lowest tier', async () => {
    const [result] = await record(cloud, till, [order({ customer: 'c1', amountFen: 2933 })])
    expect(result).toMatchObject({ ok: true, duplicate: false, points: 29, balance: 29, tierId: 'regular' })
    expect(await memberOf(cloud, 'c1')).toMatchObject({ spendFen: 2933, points: 29, tier: 'regular', orders: 1 })
  })

  it('earns at the rate held before it and moves up at once', async () => {
    const results = await record(cloud, till, [
      order({ orderId: 'a', amountFen: 50_000 }),
      order({ orderId: 'b', amountFen: 10_000 }),
    ])
    expect(results).toMatchObject([
      { points: 500, tierId: 'silver' },
      { points: 150, balance: 650, tierId: 'silver' },
    ])
  })

  it('is taken once for ever under its number, and answers again as the first time', async () => {
    const once = order({ orderId: 'a', amountFen: 50_000 })
    const [first] = await record(cloud, till, [once])
    await record(cloud, till, [order({ orderId: 'b' })])
    const [second] = await record(cloud, till, [once])
    expect(second).toEqual({ ...first, duplicate: true })
    expect(await memberOf(cloud, 'c1')).toMatchObject({ spendFen: 60_000, orders: 2 })
  })

  it('is refused with order_id_reused when its number belongs to another order or customer', async () => {
    await record(cloud, till, [order({ orderId: 'a', customer: 'c1' })])
    const results = await record(cloud, till, [
      order({ orderId: 'a', customer: 'c1', amountFen: 1 }),
      order({ orderId: 'a', customer: 'c2' }),
    ])
    expect(results).toMatchObject([{ refusal: { code: 'order_id_reused' } }, { refusal: { code: 'order_id_reused' } }])
    expect(await memberOf(cloud, 'c2')).toBeNull()
  })

  it('keeps the books in order', async () => {
    await record(cloud, till, [
      order({ orderId: 'a', amountFen: 350_000 }),
      order({ customer: 'c2' }),
      order({ customer: 'c3' }),
    ])
    await record(cloud, till, [refundOf('a', 100_000)])
    await cloud.drain()
    expect(await auditAll(cloud)).toMatchObject({ accounts: 3, faults: [] })
  })
})

describe('calls', () => {
  it('takes at most two trips in sequence and five in all', async () => {
    await record(cloud, till, [order({})])
    await cloud.drain()
    await cloud.control('statistics', undefined, 'DELETE')
    await record(cloud, till, [order({})])
    await cloud.drain()
    const { databaseCalls, sequential } = await cloud.operation('pos', 'purchases.record')
    expect({ sequential: sequential.max, all: databaseCalls.max }).toEqual({ sequential: 2, all: 5 })
  })
})
