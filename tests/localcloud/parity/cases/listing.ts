import assert from 'node:assert/strict'
import { ids, seed } from '../help'
import type { Case } from '../sdk'

const rows = [
  { _id: 'a', tier: 'gold', spend: 30 },
  { _id: 'b', tier: 'silver', spend: 10 },
  { _id: 'c', tier: 'gold', spend: 10 },
  { _id: 'd', tier: 'silver', spend: 20 },
  { _id: 'e', tier: 'gold', spend: 20 },
]
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ _id: `k${String(n).padStart(5, '0')}`, n }))

export const listing: Case[] = [
  {
    name: 'orders by a field, ascending and descending',
    async run(sdk) {
      await seed(sdk, rows.slice(0, 2).concat(rows.slice(3, 4)))
      const query = sdk.db.collection(sdk.docs)
      assert.deepEqual(ids((await query.orderBy('spend', 'asc').get()).data), ['b', 'd', 'a'])
      assert.deepEqual(ids((await query.orderBy('spend', 'desc').get()).data), ['a', 'd', 'b'])
    },
  },
  {
    name: 'orders by the id, descending',
    async run(sdk) {
      await seed(sdk, rows)
      const { data } = await sdk.db.collection(sdk.docs).orderBy('_id', 'desc').limit(3).get()
      assert.deepEqual(ids(data), ['e', 'd', 'c'])
    },
  },
  {
    name: 'orders by several fields in the order of the calls',
    async run(sdk) {
      await seed(sdk, rows)
      const query = sdk.db.collection(sdk.docs)
      const byTier = await query.orderBy('tier', 'asc').orderBy('spend', 'desc').get()
      assert.deepEqual(ids(byTier.data), ['a', 'e', 'c', 'd', 'b'])
      const bySpend = await query.orderBy('spend', 'asc').orderBy('tier', 'desc').get()
      assert.deepEqual(ids(bySpend.data), ['b', 'c', 'd', 'e', 'a'])
    },
  },
  {
    name: 'orders types: nothing, numbers, strings, objects, booleans, dates',
    async run(sdk) {
      const values = [new Date(0), true, { x: 1 }, 'a', 10, 9, 'B', '常', false, -1]
      await seed(sdk, [{ _id: 'none' }, ...values.map((n, index) => ({ _id: `v${index}`, n }))])
      const expected = ['none', 'v9', 'v5', 'v4', 'v6', 'v3', 'v7', 'v2', 'v8', 'v1', 'v0']
      const query = sdk.db.collection(sdk.docs)
      assert.deepEqual(ids((await query.orderBy('n', 'asc').get()).data), expected)
      assert.deepEqual(ids((await query.orderBy('n', 'desc').get()).data), expected.toReversed())
    },
  },
  {
    name: 'orders an array by its least element, descending by its greatest',
    async run(sdk) {
      await seed(sdk, [
        { _id: 'a', n: [1, 9] },
        { _id: 'b', n: [4] },
        { _id: 'c', n: [2, 3] },
      ])
      const query = sdk.db.collection(sdk.docs)
      assert.deepEqual(ids((await query.orderBy('n', 'asc').get()).data), ['a', 'c', 'b'])
      assert.deepEqual(ids((await query.orderBy('n', 'desc').get()).data), ['a', 'b', 'c'])
    },
  },
  {
    name: 'orders by a dotted path',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', to: { zip: 3 } }, { _id: 'b', to: { zip: 1 } }, { _id: 'c' }])
      assert.deepEqual(ids((await sdk.db.collection(sdk.docs).orderBy('to.zip', 'asc').get()).data), ['c', 'b', 'a'])
    },
  },
  {
    name: 'skip and limit cut the ordered list',
    async run(sdk) {
      await seed(sdk, rows)
      const query = sdk.db.collection(sdk.docs).orderBy('_id', 'asc')
      assert.deepEqual(ids((await query.limit(2).get()).data), ['a', 'b'])
      assert.deepEqual(ids((await query.skip(1).limit(2).get()).data), ['b', 'c'])
      assert.deepEqual(ids((await query.skip(3).get()).data), ['d', 'e'])
      assert.deepEqual(ids((await query.skip(9).get()).data), [])
    },
  },
  {
    name: 'a page descending by a field',
    async run(sdk) {
      await seed(sdk, rows)
      const query = sdk.db.collection(sdk.docs).where({ tier: 'gold' }).orderBy('spend', 'desc')
      assert.deepEqual(ids((await query.skip(1).limit(1).get()).data), ['e'])
    },
  },
  {
    name: 'gives 100 documents unless told, and never more than 1,000',
    async run(sdk) {
      const documents = many(1_010)
      await seed(sdk, documents.slice(0, 505))
      await seed(sdk, documents.slice(505))
      const query = sdk.db.collection(sdk.docs).orderBy('_id', 'asc')
      assert.equal((await query.get()).data.length, 100)
      assert.equal((await query.limit(101).get()).data.length, 101)
      assert.equal((await query.limit(1_000).get()).data.length, 1_000)
      assert.equal((await query.limit(1_005).get()).data.length, 1_000)
      assert.deepEqual(ids((await query.skip(1_000).limit(5).get()).data), ids(documents.slice(1_000, 1_005)))
      assert.equal((await sdk.db.collection(sdk.docs).count()).total, 1_010)
    },
  },
  {
    name: 'count counts what the condition finds, not the page',
    async run(sdk) {
      await seed(sdk, rows)
      assert.equal((await sdk.db.collection(sdk.docs).count()).total, 5)
      assert.equal((await sdk.db.collection(sdk.docs).where({ tier: 'silver' }).count()).total, 2)
      assert.equal(
        (
          await sdk.db
            .collection(sdk.docs)
            .where({ spend: sdk._.gt(10) })
            .limit(1)
            .count()
        ).total,
        3,
      )
      assert.equal((await sdk.db.collection(sdk.docs).where({ tier: 'none' }).count()).total, 0)
    },
  },
  {
    name: 'an empty condition finds everything',
    async run(sdk) {
      await seed(sdk, rows)
      assert.equal((await sdk.db.collection(sdk.docs).where({}).get()).data.length, 5)
    },
  },
  {
    name: 'two collections do not mix',
    async run(sdk) {
      await seed(sdk, rows)
      await seed(sdk, [{ _id: 'a', own: true }], sdk.others)
      assert.equal((await sdk.db.collection(sdk.others).count()).total, 1)
      assert.deepEqual((await sdk.db.collection(sdk.others).doc('a').get()).data, { _id: 'a', own: true })
    },
  },
]
