import assert from 'node:assert/strict'
import { seed } from './help'
import type { Case, CloudUnderTest, Untyped } from './sdk'

export const sales = [
  { _id: 'a', member: 'ann', store: 'north', amount: 100, items: ['tea', 'cup'], at: new Date('2026-01-05T02:00:00Z') },
  { _id: 'b', member: 'bob', store: 'north', amount: 50, items: ['tea'], at: new Date('2026-01-20T18:30:00Z') },
  { _id: 'c', member: 'ann', store: 'south', amount: 250, items: [], at: new Date('2026-02-01T00:00:00Z') },
  { _id: 'd', member: 'cat', store: 'south', amount: 0, at: new Date('2026-02-14T12:00:00Z') },
  { _id: 'e', member: 'ann', store: 'north', amount: 25, items: ['cup', 'cup', 'tea'] },
]
export const members = [
  { _id: 'ann', tier: 'gold', since: 2020 },
  { _id: 'bob', tier: 'silver', since: 2024 },
  { _id: 'dan', tier: 'gold', since: 2025 },
]

/** A pipeline over the sales and the list it gives. */
export const pipeline = (
  name: string,
  build: (start: Untyped, sdk: CloudUnderTest) => Untyped,
  expected: unknown[],
): Case => ({
  name,
  async run(sdk) {
    await seed(sdk, sales)
    await seed(sdk, members, sdk.others)
    assert.deepEqual((await build(sdk.db.collection(sdk.docs).aggregate(), sdk).end()).list, expected)
  },
})
