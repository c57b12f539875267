import fc from 'fast-check'
import { order, refundOf } from '../support/shop'
import { modelShop } from './model-shop'

type Shop = ReturnType<typeof modelShop>

/** Orders of three customers, some of them given back in part or whole, each with what a till may do about it afterwards. */
const sale = fc.record({
  who: fc.nat(2),
  fen: fc.nat(90_000),
  back: fc.option(fc.integer({ min: 1, max: 100 })),
  /** Whether it ends a batch, and whether the till sends the batch twice before anything is written down. */
  ends: fc.boolean(),
  twice: fc.boolean(),
})
const sales = fc.array(sale, { minLength: 1, maxLength: 8 })
type Sale = typeof sale extends fc.Arbitrary<infer Value> ? Value : never
type Batch = { items: object[]; twice: boolean }

function batchesOf(day: readonly Sale[]): Batch[] {
  const batches: Batch[] = [{ items: [], twice: false }]
  day.forEach(({ who, fen, back, ends, twice }, index) => {
    const [orderId, customer] = [`o${index}`, `c${who}`]
    const sold = order({ orderId, customer, amountFen: fen })
    const refunded = {
      ...refundOf(orderId, Math.ceil((fen * (back ?? 0)) / 100), `r${index}`),
      customer: sold.customer,
    }
    const last = batches.at(-1) as Batch
    last.items.push(sold, ...(back === null ? [] : [refunded]))
    last.twice ||= twice
    if (ends) batches.push({ items: [], twice: false })
  })
  return batches.filter(({ items }) => items.length > 0)
}

async function send(shop: Shop, items: object[], settles = true) {
  const till = shop.till()
  const results = await till.send(items)
  if (settles) await till.effects.settle()
  return results
}

/** What the shop knows, without the ids that one run draws otherwise than another. */
function known(shop: Shop) {
  const names = new Map(shop.accounts().map(({ _id, externalId }) => [_id, externalId ?? '']))
  const accounts = shop.accounts().map(({ externalId, balance, debt, lots, totals, tierId, seq }) => {
    return { externalId, balance, debt, lots, totals, tierId, seq }
  })
  const entries = shop.entries().map(({ accountId, seq, kind, points, balanceAfter }) => {
    return { externalId: names.get(accountId), seq, kind, points, balanceAfter }
  })
  const sorted = <T>(list: T[]) => list.map((one) => JSON.stringify(one)).sort()
  return { accounts: sorted(accounts), entries: sorted(entries) }
}

it('what a till sends again, at once or later, whole or a part of it, changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(sales, fc.array(fc.nat(20), { maxLength: 5 }), async (day, again) => {
      const [once, often] = [modelShop(), modelShop()]
      await once.found()
      await often.found()
      const batches = batchesOf(day)
      for (const { items, twice } of batches) {
        await send(once, items)
        const first = await send(often, items, !twice)
        expect(first.every(({ ok }) => ok)).toBe(true)
        if (twice) await send(often, items)
      }
      await once.minutes(3)
      await often.minutes(3)
      for (const index of again) {
        const { items } = batches[index % batches.length] as Batch
        const results = await send(often, index % 2 === 0 ? items : items.slice(-1))
        expect(results.every((result) => result.ok && result.duplicate)).toBe(true)
      }
      await often.minutes(3)
      expect(known(often)).toEqual(known(once))
      expect(often.faults()).toEqual([])
    }),
    { numRuns: 25 },
  )
})
