import type { StoredDocument, Transaction } from '../../cloudfunctions/_runtime/store'
import { checkDocument, checkId } from '../../cloudfunctions/_runtime/store-checks'
import type { callsOf, CallKind } from './calls'
import { copy } from './copy'
import { begin, commit, finish, insertInside, readInside, writeInside, type Open } from './open-transaction'
import type { Tables } from './tables'

export type Place = { tables: Tables; call: ReturnType<typeof callsOf>['call']; own: Set<Open> }

/**
 * One try of a transaction. Every way out ends it; an operation that failed fails the whole, even when `run` caught
 * it.
 */
export async function attempt<T>(place: Place, run: (transaction: Transaction) => Promise<T>): Promise<T> {
  const { tables, call, own } = place
  const number = tables.moment + tables.open.size + 1
  const open = await call({ kind: 'begin', collection: null, transaction: number }, () => begin(tables, number))
  own.add(open)
  const failures: unknown[] = []
  let committing = false
  try {
    const value = await run(inside(place, open, failures))
    if (failures.length > 0) throw failures[0]
    committing = true
    await call({ kind: 'commit', collection: null, transaction: number }, () => commit(tables, open))
    return value
  } catch (error) {
    await rollBack(place, open)
    throw committing || failures.length === 0 ? error : failures[0]
  } finally {
    own.delete(open)
  }
}

function inside({ tables, call }: Place, open: Open, failures: unknown[]): Transaction {
  const ask = async <T>(kind: CallKind, collection: string, act: () => T): Promise<T> => {
    if (failures.length > 0) throw failures[0]
    try {
      return await call({ kind, collection, transaction: open.number }, () => {
        if (!tables.open.has(open)) throw new Error('the transaction has ended')
        return endingOnFailure(tables, open, act)
      })
    } catch (error) {
      failures.push(error)
      throw error
    }
  }
  return {
    async get<D extends StoredDocument>(collection: string, id: string) {
      checkId(id)
      return ask('get', collection, () => copy(readInside(tables, open, collection, id)) as D | null)
    },
    async insert(collection, document) {
      checkDocument(document)
      const given = copy(document)
      await ask('insert', collection, () => insertInside(tables, open, collection, given))
    },
    async put(collection, document) {
      checkDocument(document)
      const given = copy(document)
      await ask('put', collection, () => writeInside(tables, open, { collection, id: given._id, document: given }))
    },
    async remove(collection, id) {
      checkId(id)
      await ask('remove', collection, () => writeInside(tables, open, { collection, id, document: null }))
    },
  }
}

/**
 * The cloud ends a transaction with its first failed operation, so its locks are free before the caller hears of it.
 */
function endingOnFailure<T>(tables: Tables, open: Open, act: () => T): T {
  try {
    return act()
  } catch (error) {
    finish(tables, open)
    throw error
  }
}

/** The cloud may have ended it already; a roll-back whose call is lost leaves the end to the cloud as well. */
async function rollBack({ tables, call }: Place, open: Open): Promise<void> {
  await call({ kind: 'rollback', collection: null, transaction: open.number }, () => finish(tables, open)).catch(() =>
    finish(tables, open),
  )
}
