import assert from 'node:assert/strict'
import { accounts, inTransaction as doc, read, refused, seed } from '../help'
import type { Case, Untyped } from '../sdk'

export const transactions: Case[] = [
  {
    name: 'a committed transaction is there as a whole',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({ data: { n: sdk._.inc(-5) } })
      await doc(sdk, transaction, 'b').update({ data: { n: sdk._.inc(5) } })
      await transaction.collection(sdk.others).add({ data: { _id: 'log', moved: 5 } })
      await transaction.commit()
      assert.deepEqual([(await read(sdk)).n, (await read(sdk, 'b')).n], [5, 25])
      assert.equal((await read(sdk, 'log', sdk.others)).moved, 5)
    },
  },
  {
    name: 'a rolled back transaction leaves nothing',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({ data: { n: 0 } })
      await doc(sdk, transaction, 'b').remove()
      await doc(sdk, transaction, 'c').set({ data: { n: 1 } })
      await transaction.rollback()
      const { data } = await sdk.db.collection(sdk.docs).orderBy('_id', 'asc').get()
      assert.deepEqual(data, accounts)
    },
  },
  {
    name: 'a transaction reads what it has written',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({ data: { n: sdk._.inc(1) } })
      assert.equal((await doc(sdk, transaction, 'a').get()).data.n, 11)
      await doc(sdk, transaction, 'a').update({ data: { n: sdk._.inc(1) } })
      assert.equal((await doc(sdk, transaction, 'a').get()).data.n, 12)
      const { _id } = await transaction.collection(sdk.docs).add({ data: { n: 7 } })
      assert.deepEqual((await doc(sdk, transaction, _id).get()).data, { _id, n: 7 })
      await doc(sdk, transaction, 'b').set({ data: { m: 1 } })
      assert.deepEqual((await doc(sdk, transaction, 'b').get()).data, { _id: 'b', m: 1 })
      await doc(sdk, transaction, 'b').remove()
      assert.equal((await refused(() => doc(sdk, transaction, 'b').get())).errCode, -1)
      await transaction.commit()
      assert.equal((await read(sdk)).n, 12)
      assert.equal((await sdk.db.collection(sdk.docs).count()).total, 2)
    },
  },
  {
    name: 'nobody else sees an open transaction',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({ data: { n: 99 } })
      await transaction.collection(sdk.docs).add({ data: { _id: 'c', n: 1 } })
      await sdk.another(async () => {
        assert.equal((await read(sdk)).n, 10)
        assert.equal((await sdk.db.collection(sdk.docs).count()).total, 2)
      })
      await transaction.commit()
      assert.equal((await read(sdk)).n, 99)
    },
  },
  {
    name: 'a transaction goes on reading the documents as they were when it first read',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      assert.equal((await doc(sdk, transaction, 'a').get()).data.n, 10)
      await sdk.another(async () => {
        await sdk.db
          .collection(sdk.docs)
          .doc('a')
          .update({ data: { n: 11 } })
        await sdk.db
          .collection(sdk.docs)
          .doc('b')
          .update({ data: { n: 21 } })
        await sdk.db.collection(sdk.docs).add({ data: { _id: 'c', n: 1 } })
      })
      assert.equal((await doc(sdk, transaction, 'a').get()).data.n, 10)
      assert.equal((await doc(sdk, transaction, 'b').get()).data.n, 20)
      assert.equal((await refused(() => doc(sdk, transaction, 'c').get())).errCode, -1)
      await transaction.rollback()
      assert.equal((await read(sdk)).n, 11)
    },
  },
  {
    name: 'update and remove tell how many documents they changed',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      assert.equal((await doc(sdk, transaction, 'a').update({ data: { n: 1 } })).stats.updated, 1)
      assert.equal((await doc(sdk, transaction, 'none').update({ data: { n: 1 } })).stats.updated, 0)
      assert.equal((await doc(sdk, transaction, 'b').remove()).stats.removed, 1)
      assert.equal((await doc(sdk, transaction, 'none').remove()).stats.removed, 0)
      await transaction.commit()
      assert.equal((await sdk.db.collection(sdk.docs).count()).total, 1)
    },
  },
  {
    name: 'a document that is not there is refused with -1, and null when throwOnNotFound is off',
    async run(sdk) {
      const transaction = await sdk.db.startTransaction()
      assert.equal((await refused(() => doc(sdk, transaction, 'none').get())).errCode, -1)
      await transaction.rollback()
      const relaxed = await sdk.cloud.database({ throwOnNotFound: false }).startTransaction()
      assert.equal((await doc(sdk, relaxed, 'none').get()).data, null)
      await relaxed.rollback()
    },
  },
  {
    name: 'update operators and dates mean the same inside',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', tags: ['x'], to: { city: 'A', zip: 1 } }])
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({
        data: { tags: sdk._.push(['y']), to: { zip: 2 }, at: sdk.db.serverDate() },
      })
      await transaction.commit()
      const { tags, to, at } = await read(sdk)
      assert.deepEqual([tags, to, at instanceof Date], [['x', 'y'], { city: 'A', zip: 2 }, true])
    },
  },
  {
    // The SDK sends no word of the transaction with such an update; an environment may refuse it, but never takes it in.
    name: 'an update by a condition inside a transaction is no part of it',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'b').update({ data: { n: 0 } })
      const outside = transaction
        .collection(sdk.docs)
        .where({ _id: 'a' })
        .update({ data: { n: 99 } })
      const done = await outside.then(
        () => true,
        () => false,
      )
      await transaction.rollback().catch(() => undefined)
      assert.deepEqual([(await read(sdk)).n, (await read(sdk, 'b')).n], [done ? 99 : 10, 20])
    },
  },
  {
    name: 'a document can be added, changed, removed and added again in one transaction',
    async run(sdk) {
      const transaction = await sdk.db.startTransaction()
      const collection = transaction.collection(sdk.docs)
      await collection.add({ data: { _id: 'new', n: 1 } })
      await collection.doc('new').update({ data: { n: sdk._.inc(1) } })
      assert.equal((await collection.doc('new').get()).data.n, 2)
      await collection.doc('new').remove()
      await collection.add({ data: { _id: 'new', n: 7 } })
      await transaction.commit()
      assert.deepEqual(await read(sdk, 'new'), { _id: 'new', n: 7 })
    },
  },
  {
    name: 'a unique value passes from one document to another in one transaction',
    async run(sdk) {
      await seed(sdk, [{ _id: 'x', code: 'c1' }], sdk.uniques)
      const transaction = await sdk.db.startTransaction()
      await transaction.collection(sdk.uniques).doc('x').remove()
      await transaction.collection(sdk.uniques).add({ data: { _id: 'y', code: 'c1' } })
      await transaction.commit()
      assert.deepEqual((await sdk.db.collection(sdk.uniques).get()).data, [{ _id: 'y', code: 'c1' }])
    },
  },
  {
    // Snapshot isolation is no more than that: whoever decides by a document must write it as well.
    name: 'two transactions that read the same and write different documents both commit',
    async run(sdk) {
      await seed(sdk, accounts)
      const first = await sdk.db.startTransaction()
      const sum = async (transaction: Untyped) =>
        (await doc(sdk, transaction, 'a').get()).data.n + (await doc(sdk, transaction, 'b').get()).data.n
      assert.equal(await sum(first), 30)
      await sdk.another(async () => {
        const second = await sdk.db.startTransaction()
        assert.equal(await sum(second), 30)
        await doc(sdk, second, 'b').update({ data: { n: 0 } })
        await second.commit()
      })
      await doc(sdk, first, 'a').update({ data: { n: 0 } })
      await first.commit()
      assert.deepEqual([(await read(sdk)).n, (await read(sdk, 'b')).n], [0, 0])
    },
  },
]
