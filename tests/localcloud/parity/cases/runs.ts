import assert from 'node:assert/strict'
import { accounts, inTransaction as doc, isConflict, read, refused, refusedAsDuplicate, seed } from '../help'
import type { Case, Untyped } from '../sdk'

/** What `runTransaction` does around the function it is given. */
export const runs: Case[] = [
  {
    name: 'runTransaction commits and gives what its function returned',
    async run(sdk) {
      await seed(sdk, accounts)
      const answer = await sdk.db.runTransaction(async (transaction: Untyped) => {
        await doc(sdk, transaction, 'a').update({ data: { n: 1 } })
        return { left: 1 }
      })
      assert.deepEqual(answer, { left: 1 })
      assert.equal((await read(sdk)).n, 1)
    },
  },
  {
    name: 'an error inside runTransaction rolls back and comes out',
    async run(sdk) {
      await seed(sdk, accounts)
      const failing = sdk.db.runTransaction(async (transaction: Untyped) => {
        await doc(sdk, transaction, 'a').update({ data: { n: 1 } })
        throw new Error('not enough')
      })
      await assert.rejects(failing, /not enough/)
      assert.equal((await read(sdk)).n, 10)
    },
  },
  {
    name: 'rollback inside runTransaction rejects with its reason',
    async run(sdk) {
      await seed(sdk, accounts)
      const reason = { because: 'sold out' }
      const rolledBack = sdk.db.runTransaction(async (transaction: Untyped) => {
        await doc(sdk, transaction, 'a').update({ data: { n: 1 } })
        await transaction.rollback(reason)
      })
      await assert.rejects(rolledBack, (error) => error === reason)
      assert.equal((await read(sdk)).n, 10)
    },
  },
  {
    name: 'a refusal inside runTransaction rolls back the writes before it',
    async run(sdk) {
      await seed(sdk, accounts)
      const failing = sdk.db.runTransaction(async (transaction: Untyped) => {
        await doc(sdk, transaction, 'a').update({ data: { n: 1 } })
        await transaction.collection(sdk.docs).add({ data: { _id: 'b', n: 0 } })
      }, 0)
      await refusedAsDuplicate(() => failing)
      assert.equal((await read(sdk)).n, 10)
    },
  },
  {
    // The SDK itself retries only conflicts that the commit reports; a conflict of an operation inside comes out to
    // the caller with its message and without its code. So the caller retries, and nothing may be lost meanwhile.
    name: 'read, change and write in many transactions at once loses nothing when conflicts are tried again',
    async run(sdk) {
      await seed(sdk, accounts)
      const once = async (): Promise<void> => {
        await sdk.db.runTransaction(async (transaction: Untyped) => {
          const { n } = (await doc(sdk, transaction, 'a').get()).data
          await doc(sdk, transaction, 'a').update({ data: { n: n + 1 } })
        }, 0)
      }
      const untilDone = async () => {
        for (let attempt = 0; attempt < 100; attempt += 1) {
          const error = await once().then(
            () => null,
            (reason: Untyped) => reason,
          )
          if (error === null) return
          isConflict({ errMsg: String(error.errMsg ?? error.message) })
        }
        assert.fail('a hundred conflicts')
      }
      await Promise.all(Array.from({ length: 5 }, () => sdk.another(untilDone)))
      assert.equal((await read(sdk)).n, 15)
    },
  },
  {
    name: 'runTransaction tries again when the commit meets a conflict, and writes once',
    needs: ['conflicts'],
    async run(sdk) {
      await seed(sdk, accounts)
      let tries = 0
      // Start, read, write, commit: the commit is the fourth request.
      await sdk.withConflictAt(4, () =>
        sdk.db.runTransaction(async (transaction: Untyped) => {
          tries += 1
          const { n } = (await doc(sdk, transaction, 'a').get()).data
          await doc(sdk, transaction, 'a').update({ data: { n: n + 1 } })
        }),
      )
      assert.equal(tries, 2)
      assert.equal((await read(sdk)).n, 11)
    },
  },
  {
    name: 'runTransaction gives up after as many retries as it was allowed',
    needs: ['conflicts'],
    async run(sdk) {
      await seed(sdk, accounts)
      let tries = 0
      const once = () =>
        sdk.db.runTransaction(async (transaction: Untyped) => {
          tries += 1
          await doc(sdk, transaction, 'a').update({ data: { n: 99 } })
        }, 0)
      const error = await refused(() => sdk.withConflictAt(3, once))
      isConflict(error)
      assert.equal(tries, 1)
      assert.equal((await read(sdk)).n, 10)
    },
  },
  {
    // The documentation promises another try for every conflict. This SDK drops the code of a conflict that an operation
    // inside meets, and so comes out at once: whoever relies on it has to try again himself.
    name: 'a conflict of an operation inside runTransaction comes out at once and leaves nothing',
    needs: ['conflicts'],
    async run(sdk) {
      await seed(sdk, accounts)
      let tries = 0
      const once = () =>
        sdk.db.runTransaction(async (transaction: Untyped) => {
          tries += 1
          await doc(sdk, transaction, 'b').update({ data: { n: 0 } })
          await doc(sdk, transaction, 'a').update({ data: { n: 99 } })
        })
      isConflict(await refused(() => sdk.withConflictAt(3, once)))
      assert.equal(tries, 1)
      assert.deepEqual([(await read(sdk)).n, (await read(sdk, 'b')).n], [10, 20])
    },
  },
]
