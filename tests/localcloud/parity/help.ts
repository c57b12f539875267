import assert from 'node:assert/strict'
import type { CloudUnderTest, Untyped } from './sdk'

/** Puts documents into the first collection, or into the one named. */
export async function seed(sdk: CloudUnderTest, documents: object[], collection = sdk.docs): Promise<void> {
  await sdk.db.collection(collection).add({ data: documents })
}

/** The ids that a condition finds in the first collection, or in the one named, in the order of the ids. */
export async function find(
  sdk: CloudUnderTest,
  condition: object,
  collection = sdk.docs,
): Promise<(string | number)[]> {
  return ids((await sdk.db.collection(collection).where(condition).orderBy('_id', 'asc').get()).data)
}

export const ids = (list: Untyped[]): (string | number)[] => list.map((document) => document._id)

/** One document of the first collection as it stands. */
export async function read(sdk: CloudUnderTest, id: string | number = 'a', collection = sdk.docs): Promise<Untyped> {
  return (await sdk.db.collection(collection).doc(id).get()).data
}

/** Stores `before` as document `a`, applies an update to it, and gives the document back without its id. */
export async function updated(sdk: CloudUnderTest, before: object, change: object): Promise<Untyped> {
  await sdk.db.collection(sdk.docs).doc('a').set({ data: before })
  await sdk.db.collection(sdk.docs).doc('a').update({ data: change })
  return without(await read(sdk))
}

export function without(document: Untyped): Untyped {
  const { _id, ...rest } = document
  assert.notEqual(_id, undefined)
  return rest
}

/** Expects a refusal and gives the error back: the SDK's `errCode` and `errMsg`. */
export async function refused(act: () => Promise<unknown>): Promise<{ errCode: number; errMsg: string }> {
  let answer: unknown
  try {
    answer = await act()
  } catch (error) {
    const { errCode, errMsg, code, message } = error as Untyped
    return { errCode: errCode ?? code, errMsg: String(errMsg ?? message ?? error) }
  }
  throw new assert.AssertionError({ message: `expected a refusal, got ${JSON.stringify(answer)}` })
}

/** Expects that the document is refused as a second one under the same key. */
export async function refusedAsDuplicate(act: () => Promise<unknown>): Promise<void> {
  const error = await refused(act)
  assert.match(error.errMsg, /E11000|duplicate/i)
  assert.equal(error.errCode, -502001)
}

/** Two accounts to move something between. */
export const accounts = [
  { _id: 'a', n: 10 },
  { _id: 'b', n: 20 },
]

/** A document of the first collection inside a transaction. */
export const inTransaction = (sdk: CloudUnderTest, transaction: Untyped, id: string): Untyped =>
  transaction.collection(sdk.docs).doc(id)

/** The refusal is a conflict of two transactions: worth another try. */
export const isConflict = (error: { errMsg: string }): void =>
  assert.match(error.errMsg, /TransactionConflict|WriteConflict|TRANSACTION_CONFLICT/i)
