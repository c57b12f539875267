import { checkDocument, checkId } from './store-checks'
import type { Transaction } from './store'
import { untilCommitted, type Luck } from './transaction-tries'
import { toStoreError } from './wx-errors'
import type { SdkDatabase } from './wx-store'

/**
 * The SDK's transaction with its traps removed: `runTransaction(…, 0)` in an own loop, since the SDK's own retry never
 * happens for conflicts raised inside; documents by id only, since everything else silently runs outside it.
 */
export async function wxTransact<T>(
  db: SdkDatabase,
  run: (transaction: Transaction) => Promise<T>,
  luck: Luck,
): Promise<T> {
  return untilCommitted(async () => {
    const failures: Error[] = []
    const own: unknown[] = []
    try {
      return await db.runTransaction(async (transaction: SdkDatabase) => {
        const value = await run(byIdOnly(transaction, failures)).catch((error: unknown) => {
          own.push(error)
          throw error
        })
        if (failures[0]) throw failures[0]
        return value
      }, 0)
    } catch (error) {
      // An operation's failure counts even if `run` caught it; what `run` threw of itself goes on untouched.
      if (failures[0]) throw failures[0]
      throw own.length > 0 ? own[0] : toStoreError(error)
    }
  }, luck)
}

function byIdOnly(transaction: SdkDatabase, failures: Error[]): Transaction {
  const ask = async (request: () => Promise<SdkDatabase>) => {
    if (failures[0]) throw failures[0]
    try {
      return await request()
    } catch (error) {
      const failure = toStoreError(error)
      failures.push(failure)
      throw failure
    }
  }
  return {
    async get(collection, id) {
      checkId(id)
      return (await ask(() => transaction.collection(collection).doc(id).get())).data
    },
    async insert(collection, document) {
      checkDocument(document)
      await ask(() => transaction.collection(collection).add({ data: document }))
    },
    async put(collection, document) {
      checkDocument(document)
      const { _id, ...data } = document
      await ask(() => transaction.collection(collection).doc(_id).set({ data }))
    },
    async remove(collection, id) {
      checkId(id)
      await ask(() => transaction.collection(collection).doc(id).remove())
    },
  }
}
