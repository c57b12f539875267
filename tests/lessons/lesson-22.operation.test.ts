import { modelShop } from '../purchases/model-shop'
import { order } from '../support/shop'

// Elsewhere a till that had been offline sent its orders again and every one of them earned twice.
describe('lesson 22: the order’s own number is what makes it one order', () => {
  it('a batch that is sent again adds nothing, whether it is in the ledger yet or not, this year or next', async () => {
    const shop = modelShop()
    await shop.found()
    const batch = [order({ customer: 'c1' }), order({ customer: 'c1', amountFen: 500 }), order({ customer: 'c2' })]
    const first = shop.till()
    const taken = await first.send(batch)
    const again = async () => {
      const till = shop.till()
      const results = await till.send(batch)
      await till.effects.settle()
      return results
    }
    const duplicates = taken.map((result) => ({ ...result, duplicate: true }))
    expect(await again()).toEqual(duplicates)
    await first.effects.settle()
    expect(await again()).toEqual(duplicates)
    await shop.minutes(5)
    expect(await again()).toEqual(duplicates)
    const standing = shop.accounts().map((account) => [account.balance, account.totals.orders])
    expect(standing.sort()).toEqual([
      [100, 1],
      [105, 2],
    ])
    expect(shop.faults()).toEqual([])
  })
})
