import assert from 'node:assert/strict'
import { ids, read, refused, refusedAsDuplicate, seed } from '../help'
import type { Case } from '../sdk'

const three = [
  { _id: 'a', kind: 'x', n: 1 },
  { _id: 'b', kind: 'x', n: 2 },
  { _id: 'c', kind: 'y', n: 3 },
]

export const writing: Case[] = [
  {
    name: 'add makes an id when none is given',
    async run(sdk) {
      const collection = sdk.db.collection(sdk.docs)
      const first = await collection.add({ data: { n: 1 } })
      const second = await collection.add({ data: { n: 2 } })
      assert.equal(typeof first._id, 'string')
      assert.match(first._id, /^[0-9a-zA-Z_-]{16,64}$/)
      assert.notEqual(first._id, second._id)
      assert.deepEqual(await read(sdk, first._id), { _id: first._id, n: 1 })
    },
  },
  {
    name: 'add keeps an id of one’s own',
    async run(sdk) {
      const { _id } = await sdk.db.collection(sdk.docs).add({ data: { _id: 'own-1', n: 1 } })
      assert.equal(_id, 'own-1')
      assert.deepEqual(await read(sdk, 'own-1'), { _id: 'own-1', n: 1 })
    },
  },
  {
    name: 'add of a list stores each and gives the ids in order',
    async run(sdk) {
      const { _ids } = await sdk.db
        .collection(sdk.docs)
        .add({ data: [{ _id: 'z', n: 1 }, { n: 2 }, { _id: 'a', n: 3 }] })
      assert.deepEqual([_ids[0], _ids[2], _ids.length], ['z', 'a', 3])
      assert.equal((await read(sdk, _ids[1])).n, 2)
      assert.equal((await sdk.db.collection(sdk.docs).count()).total, 3)
    },
  },
  {
    name: 'a second document under the same id is refused and changes nothing',
    async run(sdk) {
      await seed(sdk, three)
      await refusedAsDuplicate(() => sdk.db.collection(sdk.docs).add({ data: { _id: 'a', n: 9 } }))
      assert.equal((await read(sdk)).n, 1)
      assert.equal((await sdk.db.collection(sdk.docs).count()).total, 3)
    },
  },
  {
    name: 'set makes a document and then replaces it whole',
    async run(sdk) {
      const doc = sdk.db.collection(sdk.docs).doc('a')
      const made = await doc.set({ data: { n: 1, to: { zip: 1 } } })
      assert.deepEqual([made._id, made.stats], ['a', { updated: 0, created: 1 }])
      const replaced = await doc.set({ data: { m: 2, to: {} } })
      assert.deepEqual(replaced.stats, { updated: 1, created: 0 })
      assert.deepEqual(await read(sdk), { _id: 'a', m: 2, to: {} })
    },
  },
  {
    name: 'set refuses an id in the data',
    async run(sdk) {
      await seed(sdk, three)
      await refused(() =>
        sdk.db
          .collection(sdk.docs)
          .doc('a')
          .set({ data: { _id: 'a', n: 9 } }),
      )
      assert.equal((await read(sdk)).n, 1)
    },
  },
  {
    name: 'set refuses update operators',
    async run(sdk) {
      await seed(sdk, three)
      const error = await refused(() =>
        sdk.db
          .collection(sdk.docs)
          .doc('a')
          .set({ data: { n: sdk._.inc(1) } }),
      )
      assert.equal(error.errCode, -502001)
      assert.equal((await read(sdk)).n, 1)
    },
  },
  {
    name: 'update tells how many documents it changed, and makes none',
    async run(sdk) {
      await seed(sdk, three)
      const collection = sdk.db.collection(sdk.docs)
      assert.deepEqual((await collection.doc('a').update({ data: { n: 9 } })).stats, { updated: 1 })
      assert.deepEqual((await collection.doc('none').update({ data: { n: 9 } })).stats, { updated: 0 })
      assert.equal((await collection.count()).total, 3)
    },
  },
  {
    name: 'update refuses a change of the id',
    async run(sdk) {
      await seed(sdk, three)
      await refused(() =>
        sdk.db
          .collection(sdk.docs)
          .doc('a')
          .update({ data: { _id: 'z' } }),
      )
      assert.equal((await sdk.db.collection(sdk.docs).where({ _id: 'z' }).count()).total, 0)
    },
  },
  {
    name: 'update refuses an empty change',
    async run(sdk) {
      await seed(sdk, three)
      await refused(() => sdk.db.collection(sdk.docs).doc('a').update({ data: {} }))
    },
  },
  {
    // What is left of the change after the SDK has dropped the empty object is nothing at all.
    name: 'an update that comes down to nothing reports none',
    async run(sdk) {
      await seed(sdk, three)
      assert.deepEqual(
        (
          await sdk.db
            .collection(sdk.docs)
            .doc('a')
            .update({ data: { to: {} } })
        ).stats,
        { updated: 0 },
      )
      assert.deepEqual(await read(sdk), three[0])
    },
  },
  {
    name: 'update by a condition changes every document found',
    async run(sdk) {
      await seed(sdk, three)
      const { stats } = await sdk.db
        .collection(sdk.docs)
        .where({ kind: 'x' })
        .update({ data: { n: sdk._.inc(10) } })
      assert.deepEqual(stats, { updated: 2 })
      const list = (await sdk.db.collection(sdk.docs).orderBy('_id', 'asc').get()).data
      assert.deepEqual(
        list.map((document: { n: number }) => document.n),
        [11, 12, 3],
      )
    },
  },
  {
    name: 'update by a condition that finds nothing changes and makes nothing',
    async run(sdk) {
      await seed(sdk, three)
      const { stats } = await sdk.db
        .collection(sdk.docs)
        .where({ kind: 'none' })
        .update({ data: { n: 0 } })
      assert.deepEqual(stats, { updated: 0 })
      assert.equal((await sdk.db.collection(sdk.docs).count()).total, 3)
    },
  },
  {
    name: 'update with multi false changes one document',
    async run(sdk) {
      await seed(sdk, three)
      const { stats } = await sdk.db
        .collection(sdk.docs)
        .where({ kind: 'x' })
        .update({ data: { hit: true }, multi: false })
      assert.deepEqual(stats, { updated: 1 })
      assert.equal((await sdk.db.collection(sdk.docs).where({ hit: true }).count()).total, 1)
    },
  },
  {
    name: 'a conditional update of one document succeeds once',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', version: 3, n: 0 }])
      const attempt = () =>
        sdk.db
          .collection(sdk.docs)
          .where({ _id: 'a', version: 3 })
          .update({ data: { version: 4, n: sdk._.inc(1) } })
      const tries = await Promise.all(Array.from({ length: 8 }, attempt))
      assert.equal(
        tries.reduce((total, answer) => total + answer.stats.updated, 0),
        1,
      )
      assert.deepEqual(await read(sdk), { _id: 'a', version: 4, n: 1 })
    },
  },
  {
    name: 'increments at the same time are all kept',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', n: 0 }])
      await Promise.all(
        Array.from({ length: 20 }, () =>
          sdk.db
            .collection(sdk.docs)
            .doc('a')
            .update({ data: { n: sdk._.inc(1) } }),
        ),
      )
      assert.equal((await read(sdk)).n, 20)
    },
  },
  {
    name: 'remove takes one document away',
    async run(sdk) {
      await seed(sdk, three)
      const collection = sdk.db.collection(sdk.docs)
      assert.deepEqual((await collection.doc('a').remove()).stats, { removed: 1 })
      assert.deepEqual((await collection.doc('a').remove()).stats, { removed: 0 })
      assert.deepEqual(ids((await collection.orderBy('_id', 'asc').get()).data), ['b', 'c'])
    },
  },
  {
    name: 'remove by a condition takes every document found',
    async run(sdk) {
      await seed(sdk, three)
      const collection = sdk.db.collection(sdk.docs)
      assert.deepEqual((await collection.where({ kind: 'x' }).remove()).stats, { removed: 2 })
      assert.deepEqual(ids((await collection.get()).data), ['c'])
    },
  },
  {
    name: 'remove with multi false takes one document',
    async run(sdk) {
      await seed(sdk, three)
      const collection = sdk.db.collection(sdk.docs)
      assert.deepEqual((await collection.where({ kind: 'x' }).remove({ multi: false })).stats, { removed: 1 })
      assert.equal((await collection.count()).total, 2)
    },
  },
  {
    name: 'an id that was removed is free again',
    async run(sdk) {
      await seed(sdk, three)
      const collection = sdk.db.collection(sdk.docs)
      await collection.doc('a').remove()
      await collection.add({ data: { _id: 'a', n: 7 } })
      assert.deepEqual(await read(sdk), { _id: 'a', n: 7 })
    },
  },
]
