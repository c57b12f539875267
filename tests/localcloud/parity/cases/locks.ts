import assert from 'node:assert/strict'
import { accounts, inTransaction as doc, isConflict, read, refused, refusedAsDuplicate, seed } from '../help'
import type { Case, Untyped } from '../sdk'

export const locks: Case[] = [
  {
    name: 'the first writer wins: another transaction’s write of the same document fails at once',
    async run(sdk) {
      await seed(sdk, accounts)
      const first = await sdk.db.startTransaction()
      await doc(sdk, first, 'a').update({ data: { n: sdk._.inc(1) } })
      await sdk.another(async () => {
        const second = await sdk.db.startTransaction()
        isConflict(await refused(() => doc(sdk, second, 'a').update({ data: { n: sdk._.inc(100) } })))
        await second.rollback().catch(() => undefined)
      })
      await first.commit()
      assert.equal((await read(sdk)).n, 11)
    },
  },
  {
    name: 'remove and set of a locked document fail at once as well',
    async run(sdk) {
      await seed(sdk, accounts)
      const first = await sdk.db.startTransaction()
      await doc(sdk, first, 'a').set({ data: { n: 1 } })
      await doc(sdk, first, 'b').remove()
      for (const act of [
        (t: Untyped) => doc(sdk, t, 'a').remove(),
        (t: Untyped) => doc(sdk, t, 'b').set({ data: { n: 0 } }),
      ]) {
        await sdk.another(async () => {
          const second = await sdk.db.startTransaction()
          isConflict(await refused(() => act(second)))
          await second.rollback().catch(() => undefined)
        })
      }
      await first.commit()
      assert.deepEqual((await sdk.db.collection(sdk.docs).get()).data, [{ _id: 'a', n: 1 }])
    },
  },
  {
    name: 'a document that changed after the transaction read it cannot be written by it',
    async run(sdk) {
      await seed(sdk, accounts)
      const late = await sdk.db.startTransaction()
      const { n } = (await doc(sdk, late, 'a').get()).data
      await sdk.another(() =>
        sdk.db
          .collection(sdk.docs)
          .doc('a')
          .update({ data: { n: 50 } }),
      )
      const error = await refused(async () => {
        await doc(sdk, late, 'a').update({ data: { n: n + 1 } })
        await late.commit()
      })
      isConflict(error)
      await late.rollback().catch(() => undefined)
      assert.equal((await read(sdk)).n, 50)
    },
  },
  {
    name: 'transactions on different documents do not hinder each other',
    async run(sdk) {
      await seed(sdk, accounts)
      const first = await sdk.db.startTransaction()
      await doc(sdk, first, 'a').update({ data: { n: 11 } })
      await sdk.another(async () => {
        const second = await sdk.db.startTransaction()
        await doc(sdk, second, 'b').update({ data: { n: 21 } })
        assert.equal((await doc(sdk, second, 'a').get()).data.n, 10)
        await second.commit()
      })
      await first.commit()
      assert.deepEqual([(await read(sdk)).n, (await read(sdk, 'b')).n], [11, 21])
    },
  },
  {
    name: 'an ordinary write of a locked document waits for the commit, and loses nothing',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({ data: { n: sdk._.inc(1) } })
      let done = false
      const waiting = sdk.another(async () => {
        await sdk.db
          .collection(sdk.docs)
          .doc('a')
          .update({ data: { n: sdk._.inc(100) } })
        done = true
      })
      await sdk.another(async () => {
        for (let round = 0; round < 5; round += 1) assert.equal((await read(sdk)).n, 10)
      })
      assert.equal(done, false)
      await transaction.commit()
      await waiting
      assert.equal((await read(sdk)).n, 111)
    },
  },
  {
    name: 'an ordinary write of a locked document goes on after the rollback',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({ data: { n: sdk._.inc(1) } })
      const waiting = sdk.another(() =>
        sdk.db
          .collection(sdk.docs)
          .where({ _id: 'a' })
          .update({ data: { n: sdk._.inc(100) } }),
      )
      await transaction.rollback()
      await waiting
      assert.equal((await read(sdk)).n, 110)
    },
  },
  {
    name: 'a rollback frees the document for another transaction',
    async run(sdk) {
      await seed(sdk, accounts)
      const first = await sdk.db.startTransaction()
      await doc(sdk, first, 'a').update({ data: { n: 1 } })
      await first.rollback()
      const second = await sdk.db.startTransaction()
      await doc(sdk, second, 'a').update({ data: { n: 2 } })
      await second.commit()
      assert.equal((await read(sdk)).n, 2)
    },
  },
  {
    name: 'two transactions cannot both add under one id',
    async run(sdk) {
      const first = await sdk.db.startTransaction()
      await first.collection(sdk.docs).add({ data: { _id: 'new', by: 1 } })
      await sdk.another(async () => {
        const second = await sdk.db.startTransaction()
        await refused(async () => {
          await second.collection(sdk.docs).add({ data: { _id: 'new', by: 2 } })
          await second.commit()
        })
        await second.rollback().catch(() => undefined)
      })
      await first.commit()
      assert.equal((await read(sdk, 'new')).by, 1)
    },
  },
  {
    name: 'two transactions cannot both take one value of a unique index',
    async run(sdk) {
      const first = await sdk.db.startTransaction()
      await first.collection(sdk.uniques).add({ data: { _id: 'x', code: 'c1' } })
      await sdk.another(async () => {
        const second = await sdk.db.startTransaction()
        await refused(async () => {
          await second.collection(sdk.uniques).add({ data: { _id: 'y', code: 'c1' } })
          await second.commit()
        })
        await second.rollback().catch(() => undefined)
      })
      await first.commit()
      assert.equal((await sdk.db.collection(sdk.uniques).count()).total, 1)
    },
  },
  {
    name: 'an ordinary add of a value that a transaction is taking waits, and is then a duplicate',
    async run(sdk) {
      const transaction = await sdk.db.startTransaction()
      await transaction.collection(sdk.uniques).add({ data: { _id: 'x', code: 'c1' } })
      const waiting = sdk.another(() =>
        refusedAsDuplicate(() => sdk.db.collection(sdk.uniques).add({ data: { _id: 'y', code: 'c1' } })),
      )
      await sdk.another(() => sdk.db.collection(sdk.uniques).count())
      await transaction.commit()
      await waiting
      assert.equal((await sdk.db.collection(sdk.uniques).count()).total, 1)
    },
  },
  {
    name: 'a duplicate inside a transaction is refused as one',
    async run(sdk) {
      await seed(sdk, [{ _id: 'x', code: 'c1' }], sdk.uniques)
      const byId = await sdk.db.startTransaction()
      await refusedAsDuplicate(() => byId.collection(sdk.uniques).add({ data: { _id: 'x', code: 'c2' } }))
      await byId.rollback().catch(() => undefined)
      const byIndex = await sdk.db.startTransaction()
      await refusedAsDuplicate(() => byIndex.collection(sdk.uniques).add({ data: { _id: 'y', code: 'c1' } }))
      await byIndex.rollback().catch(() => undefined)
      assert.deepEqual((await sdk.db.collection(sdk.uniques).get()).data, [{ _id: 'x', code: 'c1' }])
    },
  },
  {
    name: 'within a transaction two documents can exchange their values of a unique index',
    async run(sdk) {
      await seed(
        sdk,
        [
          { _id: 'x', code: 'c1' },
          { _id: 'y', code: 'c2' },
        ],
        sdk.uniques,
      )
      const transaction = await sdk.db.startTransaction()
      const give = (id: string, code: string) => transaction.collection(sdk.uniques).doc(id).update({ data: { code } })
      await give('x', 'for a moment')
      await give('y', 'c1')
      await give('x', 'c2')
      await transaction.commit()
      assert.deepEqual((await sdk.db.collection(sdk.uniques).orderBy('_id', 'asc').get()).data, [
        { _id: 'x', code: 'c2' },
        { _id: 'y', code: 'c1' },
      ])
    },
  },
  {
    name: 'a transaction can take many dates in a unique index',
    async run(sdk) {
      const dates = Array.from({ length: 20 }, (_, minute) => new Date(Date.UTC(2026, 2, 1, 8, minute)))
      const transaction = await sdk.db.startTransaction()
      for (const code of dates) await transaction.collection(sdk.uniques).add({ data: { code } })
      await transaction.commit()
      assert.equal((await sdk.db.collection(sdk.uniques).count()).total, 20)
    },
  },
  {
    name: 'a closed transaction takes nothing more',
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await transaction.commit()
      await refused(() => doc(sdk, transaction, 'a').update({ data: { n: 1 } }))
      assert.equal((await read(sdk)).n, 10)
    },
  },
  {
    name: 'after 30 seconds a transaction is over and holds nothing',
    needs: ['clock'],
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({ data: { n: sdk._.inc(1) } })
      await sdk.advance(31_000)
      await refused(() => transaction.commit())
      await sdk.another(() =>
        sdk.db
          .collection(sdk.docs)
          .doc('a')
          .update({ data: { n: sdk._.inc(100) } }),
      )
      assert.equal((await read(sdk)).n, 110)
    },
  },
  {
    name: 'before 30 seconds a transaction commits',
    needs: ['clock'],
    async run(sdk) {
      await seed(sdk, accounts)
      const transaction = await sdk.db.startTransaction()
      await doc(sdk, transaction, 'a').update({ data: { n: sdk._.inc(1) } })
      await sdk.advance(25_000)
      await transaction.commit()
      assert.equal((await read(sdk)).n, 11)
    },
  },
]
