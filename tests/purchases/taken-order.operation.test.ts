import { gate } from '../store/support/gate'
import { restaurant } from '../../shared/programme/presets/restaurant'
import { order } from '../support/shop'
import { modelShop } from './model-shop'

/** Two tills whose requests have both read before either writes. */
async function bothAtOnce(shop: ReturnType<typeof modelShop>, items: [object, object]) {
  let waiting = 0
  const { passed, open } = gate()
  const hold = async ({ kind }: { kind: string }) => {
    if (kind !== 'replaceIf' && kind !== 'insert') return
    waiting += 1
    if (waiting === 2) open()
    await passed
  }
  const tills = items.map(() => shop.till({ yieldBefore: hold }))
  const results = await Promise.all(tills.map((till, index) => till.send([items[index]!])))
  for (const till of tills) await till.effects.settle()
  return results.map(([result]) => result)
}

describe('an order number that two accounts took in the same instant', () => {
  it.each(['debt', 'write-off', 'block'] as const)(
    'is given up by the later one, with what it paid with, under the policy %s',
    async (refundShortfall) => {
      const shop = modelShop({ refundShortfall })
      await shop.found()
      const rich = ['c1', 'c2'].map((customer) => order({ customer, amountFen: 10_000 }))
      const first = shop.till()
      await first.send(rich)
      await first.effects.settle()
      const twice = (customer: string) => order({ customer, orderId: 'one', amountFen: 5_000, burnPoints: 40 })
      const results = await bothAtOnce(shop, [twice('c1'), twice('c2')])
      expect(results.map((result) => result?.ok)).toEqual([true, true])
      await shop.minutes(6)
      expect(
        shop
          .accounts()
          .map((account) => [account.balance, account.totals.orders])
          .sort(),
      ).toEqual([
        [100, 1],
        [110, 2],
      ])
      expect(shop.entries().filter((entry) => entry._id === 'order:S1:one')).toHaveLength(1)
      expect(shop.faults()).toEqual([])
      expect(shop.accounts().flatMap((account) => account.outbox)).toEqual([])
    },
  )

  it('is given up also by somebody who became a member by it', async () => {
    const shop = modelShop()
    await shop.found()
    const results = await bothAtOnce(shop, [
      order({ customer: 'c1', orderId: 'one' }),
      order({ customer: 'c2', orderId: 'one' }),
    ])
    expect(results.map((result) => result?.ok)).toEqual([true, true])
    await shop.minutes(6)
    expect(
      shop
        .accounts()
        .map((account) => account.balance)
        .sort(),
    ).toEqual([0, 100])
    expect(shop.faults()).toEqual([])
  })

  it('is taken back from somebody who has spent its points already, as a debt', async () => {
    const shop = modelShop()
    await shop.found()
    await bothAtOnce(shop, [order({ customer: 'c1', orderId: 'one' }), order({ customer: 'c2', orderId: 'one' })])
    const till = shop.till()
    await till.send(['c1', 'c2'].map((customer) => order({ customer, amountFen: 0, burnPoints: 100 })))
    await till.effects.settle()
    await shop.minutes(6)
    expect(
      shop
        .accounts()
        .map((account) => account.balance)
        .sort(),
    ).toEqual([-100, 0])
    expect(shop.faults()).toEqual([])
  })
})

describe('a till that loses the race at every try', () => {
  it('is told busy for that member alone, and the others of its batch are taken', async () => {
    const shop = modelShop()
    await shop.found()
    const first = shop.till()
    await first.send(['c1', 'c2'].map((customer) => order({ customer })))
    const [contended] = shop.accounts()
    const rival = shop.store.view()
    const till = shop.till({
      yieldBefore: async ({ kind }) => {
        if (kind === 'replaceIf') await rival.change('accounts', { _id: contended!._id }, { increase: { version: 1 } })
      },
    })
    const results = await till.send([order({ customer: 'c1' }), order({ customer: 'c2' })])
    const codes = results.map((result) => (result.ok ? 'taken' : result.refusal.code)).sort()
    expect(codes).toEqual(['busy', 'taken'])
    expect(
      shop
        .accounts()
        .map((account) => account.totals.orders)
        .sort(),
    ).toEqual([1, 2])
  })
})

describe('an order number that a walk-in brought and a member took in the same instant', () => {
  const walkIn = { kind: 'walk-in', orderId: 'one', at: '2026-06-01T03:00:00.000Z', amountFen: 5_000 }
  const { campaigns = [], coupons = [] } = restaurant
  const withWalkIns = () => modelShop({ campaigns, coupons })
  const codes = ({ store }: ReturnType<typeof modelShop>) =>
    store.dump().filter(({ collection }) => collection === 'couponCodes')

  it('is the walk-in’s once it stands in the ledger: the member’s order is taken back', async () => {
    const shop = withWalkIns()
    await shop.found()
    const results = await bothAtOnce(shop, [walkIn, order({ customer: 'c1', orderId: 'one' })])
    expect(results.map((result) => result?.ok)).toEqual([true, true])
    await shop.minutes(6)
    expect(codes(shop)).toHaveLength(1)
    expect(shop.accounts()).toMatchObject([{ balance: 0, totals: { orders: 0, spendFen: 0 }, outbox: [] }])
    expect(shop.faults()).toEqual([])
  })

  it('is the member’s where that stands there first: the walk-in gets no code, then or later', async () => {
    const shop = withWalkIns()
    await shop.found()
    const member = shop.till()
    const hold = async ({ kind }: { kind: string }) => {
      if (kind !== 'insert') return
      await member.send([order({ customer: 'c1', orderId: 'one' })])
      await member.effects.settle()
    }
    const reused = { ok: false, refusal: { code: 'order_id_reused' } }
    expect(await shop.till({ yieldBefore: hold }).send([walkIn])).toMatchObject([reused])
    expect(await shop.till().send([walkIn])).toMatchObject([reused])
    await shop.minutes(6)
    expect(codes(shop)).toEqual([])
    expect(shop.accounts()).toMatchObject([{ totals: { orders: 1 } }])
    expect(shop.faults()).toEqual([])
  })

  it('brings the walk-in its code still, where a function ended between the number and the code', async () => {
    const shop = withWalkIns()
    await shop.found()
    let inserts = 0
    const cut = async ({ kind }: { kind: string }) => {
      if (kind === 'insert' && (inserts += 1) === 2) throw new Error('ended')
    }
    await expect(shop.till({ yieldBefore: cut }).send([walkIn])).rejects.toThrow('ended')
    expect(codes(shop)).toEqual([])
    const [again] = await shop.till().send([walkIn])
    expect(again).toMatchObject({ ok: true, duplicate: false, claimCode: expect.any(String) })
    expect(await shop.till().send([walkIn])).toEqual([{ ...again, duplicate: true }])
  })
})
