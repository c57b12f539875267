import { modelShop } from '../purchases/model-shop'
import { order } from '../support/shop'

// Elsewhere the whole member was read, changed and written back: what happened in between was lost, and more was spent than there was.
describe('lesson 5: sixty-four burns at once of a balance that allows ten', () => {
  it('come to exactly ten, and the balance to nothing', async () => {
    const shop = modelShop()
    await shop.found()
    const first = shop.till()
    await first.send([order({ customer: 'c1', amountFen: 10_000 })])
    await first.effects.settle()
    const results: string[] = []
    await Promise.all(
      Array.from({ length: 64 }, async () => {
        const item = order({ customer: 'c1', amountFen: 0, burnPoints: 10 })
        for (let code = 'busy'; code === 'busy';) {
          const till = shop.till()
          const [result] = await till.send([item])
          await till.effects.settle()
          code = result?.ok ? 'taken' : (result?.refusal.code ?? 'nothing')
          if (code !== 'busy') results.push(code)
        }
      }),
    )
    expect(results.filter((code) => code === 'taken')).toHaveLength(10)
    expect(results.filter((code) => code === 'points_short')).toHaveLength(54)
    await shop.minutes(4)
    expect(shop.accounts().map((account) => [account.balance, account.totals.orders])).toEqual([[0, 11]])
    expect(shop.faults()).toEqual([])
  })
})
