import { order, refundOf } from '../support/shop'
import { modelShop } from './model-shop'

describe('a refund that comes before its order is in the ledger', () => {
  it('is taken when it names the customer', async () => {
    const shop = modelShop()
    await shop.found()
    const first = shop.till()
    await first.send([order({ customer: 'c1', orderId: 'a' })])
    const second = shop.till()
    const asked = { ...refundOf('a', 10_000, 'r'), customer: { externalId: 'c1' } }
    expect(await second.send([asked])).toMatchObject([{ ok: true, points: -100, balance: 0 }])
    await first.effects.settle()
    await second.effects.settle()
    await shop.minutes(3)
    expect(shop.faults()).toEqual([])
    expect(await shop.till().send([asked])).toMatchObject([{ ok: true, duplicate: true }])
  })

  it('waits for the ledger when it names nobody, and changes nothing meanwhile', async () => {
    const shop = modelShop()
    await shop.found()
    const first = shop.till()
    await first.send([order({ customer: 'c1', orderId: 'a' })])
    const before = shop.accounts()
    expect(await shop.till().send([refundOf('a', 10_000)])).toMatchObject([{ refusal: { code: 'order_unknown' } }])
    expect(shop.accounts()).toEqual(before)
    await shop.minutes(2)
    expect(await shop.till().send([refundOf('a', 10_000)])).toMatchObject([{ ok: true, balance: 0 }])
  })

  it('reaches the member of the order, whomever it names', async () => {
    const shop = modelShop()
    await shop.found()
    const first = shop.till()
    await first.send([order({ customer: 'c1', orderId: 'a' }), order({ customer: 'c2', orderId: 'b' })])
    await first.effects.settle()
    const till = shop.till()
    const asked = { ...refundOf('a', 10_000), customer: { externalId: 'c2' } }
    expect(await till.send([asked])).toMatchObject([{ ok: true, balance: 0 }])
    const stranger = { ...refundOf('a', 1), customer: { externalId: 'nobody' } }
    expect(await shop.till().send([stranger])).toMatchObject([{ refusal: { code: 'refund_above_rest' } }])
    expect(
      shop
        .accounts()
        .map((account) => [account.externalId, account.balance])
        .sort(),
    ).toEqual([
      ['c1', 0],
      ['c2', 100],
    ])
  })
})
