import assert from 'node:assert/strict'
import { read, refused, refusedAsDuplicate, seed } from '../help'
import type { Case, CloudUnderTest } from '../sdk'

const uniques = (sdk: CloudUnderTest) => sdk.db.collection(sdk.uniques)

export const refusals: Case[] = [
  {
    name: 'a document that is not there is refused with -1',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a' }])
      const error = await refused(() => sdk.db.collection(sdk.docs).doc('none').get())
      assert.equal(error.errCode, -1)
      assert.match(error.errMsg, /none does not exist/)
    },
  },
  {
    name: 'a document that is not there is null when throwOnNotFound is off',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', n: 1 }])
      const db = sdk.cloud.database({ throwOnNotFound: false })
      assert.equal((await db.collection(sdk.docs).doc('none').get()).data, null)
      assert.deepEqual((await db.collection(sdk.docs).doc('a').get()).data, { _id: 'a', n: 1 })
    },
  },
  {
    name: 'a query that finds nothing gives an empty list',
    async run(sdk) {
      assert.deepEqual((await sdk.db.collection(sdk.docs).where({ n: 1 }).get()).data, [])
    },
  },
  {
    name: 'a collection that is not there is refused with -502005, whatever is asked of it',
    async run(sdk) {
      const collection = sdk.db.collection(sdk.missing)
      const asked: Record<string, () => Promise<unknown>> = {
        get: () => collection.get(),
        'get of a document': () => collection.doc('a').get(),
        count: () => collection.count(),
        add: () => collection.add({ data: { n: 1 } }),
        update: () => collection.doc('a').update({ data: { n: 1 } }),
        set: () => collection.doc('a').set({ data: { n: 1 } }),
        remove: () => collection.where({ n: 1 }).remove(),
      }
      const codes = await Promise.all(Object.values(asked).map(async (ask) => (await refused(ask)).errCode))
      assert.deepEqual(
        Object.keys(asked).filter((_, index) => codes[index] !== -502005),
        [],
      )
    },
  },
  {
    // The SDK keeps the code of a failed aggregation to itself and reports -1; the message is all that comes out.
    name: 'an aggregation of a collection that is not there is refused and says so',
    async run(sdk) {
      const error = await refused(() => sdk.db.collection(sdk.missing).aggregate().match({ n: 1 }).end())
      assert.match(error.errMsg, /not exist|NOT_EXIST/i)
    },
  },
  {
    name: 'a unique index refuses a second document with the value',
    async run(sdk) {
      await uniques(sdk).add({ data: { _id: 'a', code: 'c1' } })
      await refusedAsDuplicate(() => uniques(sdk).add({ data: { _id: 'b', code: 'c1' } }))
      await uniques(sdk).add({ data: { _id: 'c', code: 'c2' } })
      assert.equal((await uniques(sdk).count()).total, 2)
    },
  },
  {
    name: 'a unique index refuses an update and a set that would make a second one',
    async run(sdk) {
      await uniques(sdk).add({
        data: [
          { _id: 'a', code: 'c1' },
          { _id: 'b', code: 'c2' },
        ],
      })
      await refusedAsDuplicate(() =>
        uniques(sdk)
          .doc('b')
          .update({ data: { code: 'c1' } }),
      )
      await refusedAsDuplicate(() =>
        uniques(sdk)
          .doc('b')
          .set({ data: { code: 'c1' } }),
      )
      await refusedAsDuplicate(() =>
        uniques(sdk)
          .doc('z')
          .set({ data: { code: 'c1' } }),
      )
      assert.equal((await read(sdk, 'b', sdk.uniques)).code, 'c2')
      assert.equal((await uniques(sdk).count()).total, 2)
    },
  },
  {
    name: 'a unique index counts missing values as equal, and null as missing',
    async run(sdk) {
      await uniques(sdk).add({ data: { _id: 'a' } })
      await refusedAsDuplicate(() => uniques(sdk).add({ data: { _id: 'b' } }))
      await refusedAsDuplicate(() => uniques(sdk).add({ data: { _id: 'c', code: null } }))
    },
  },
  {
    name: 'a unique index tells a number from its text',
    async run(sdk) {
      await uniques(sdk).add({
        data: [
          { _id: 'a', code: 1 },
          { _id: 'b', code: '1' },
        ],
      })
      await refusedAsDuplicate(() => uniques(sdk).add({ data: { _id: 'c', code: 1 } }))
      assert.equal((await uniques(sdk).where({ code: '1' }).get()).data[0]._id, 'b')
    },
  },
  {
    name: 'a value under a unique index is free once its document is gone or changed',
    async run(sdk) {
      await uniques(sdk).add({
        data: [
          { _id: 'a', code: 'c1' },
          { _id: 'b', code: 'c2' },
        ],
      })
      await uniques(sdk).doc('a').remove()
      await uniques(sdk)
        .doc('b')
        .update({ data: { code: 'c1' } })
      await uniques(sdk).add({ data: { _id: 'c', code: 'c2' } })
      assert.equal((await uniques(sdk).count()).total, 2)
    },
  },
  {
    name: 'an unknown query operator is refused',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', n: 1 }])
      await refused(() =>
        sdk.db
          .collection(sdk.docs)
          .where({ n: { $nonsense: 1 } })
          .get(),
      )
    },
  },
  {
    name: 'an unknown stage operator is refused',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', n: 1 }])
      await refused(() =>
        sdk.db
          .collection(sdk.docs)
          .aggregate()
          .project({ x: { $nonsense: '$n' } })
          .end(),
      )
    },
  },
  {
    name: 'a collection that is there is not made again',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', n: 1 }])
      await refused(() => sdk.db.createCollection(sdk.docs))
      assert.equal((await read(sdk)).n, 1)
    },
  },
  {
    // The SDK names these stages in its outer class and has nothing behind them.
    name: 'the stages facet, graphLookup, redact and out do not exist',
    async run(sdk) {
      for (const stage of ['facet', 'graphLookup', 'redact', 'out']) {
        assert.throws(() => sdk.db.collection(sdk.docs).aggregate()[stage]({}), TypeError)
      }
    },
  },
]
