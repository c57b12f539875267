import type { Core } from './core'
import { readEjson, type Fields } from './ejson'
import { keyOf } from './keys'
import { idOf } from './read'
import { Refused } from './refused'
import { note } from './rows'
import { duplicateKey, freeUniqueValues, insertRow, removeRow, replaceRow, textOf, type Table } from './table'
import {
  changeInTransaction,
  endTransaction,
  readInTransaction,
  useTransaction,
  type OpenTransaction,
  type PendingChange,
} from './transactions'
import { applyUpdate } from './update'

/** `add()` inside a transaction. */
export function insert(core: Core, transactionId: unknown, table: Table, document: Fields): void {
  within(core, transactionId, (transaction) => {
    const id = keyOf(document._id)
    if (readInTransaction(core.transactions, transaction, table, id) !== null)
      throw duplicateKey(table, { name: '_id_', paths: ['_id'] }, document)
    changeInTransaction(core.transactions, transaction, table, id, document)
  })
}

/** `doc(id).update()` inside a transaction; gives how many documents changed. */
export function update(core: Core, transactionId: unknown, table: Table, query: Fields, data: Fields): number {
  return within(core, transactionId, (transaction) => {
    const id = keyOf(idOf(query))
    const text = readInTransaction(core.transactions, transaction, table, id)
    if (text === null) return 0
    const after = applyUpdate(readEjson(text, 0) as Fields, data, query)
    return changeInTransaction(core.transactions, transaction, table, id, after) === text ? 0 : 1
  })
}

/** `doc(id).set()` inside a transaction. */
export function put(core: Core, transactionId: unknown, table: Table, document: Fields): 'created' | 'replaced' {
  return within(core, transactionId, (transaction) => {
    const id = keyOf(document._id)
    const before = readInTransaction(core.transactions, transaction, table, id)
    changeInTransaction(core.transactions, transaction, table, id, document)
    return before === null ? 'created' : 'replaced'
  })
}

/** `doc(id).remove()` inside a transaction; gives how many documents went. */
export function remove(core: Core, transactionId: unknown, table: Table, query: Fields): number {
  return within(core, transactionId, (transaction) => {
    const id = keyOf(idOf(query))
    if (readInTransaction(core.transactions, transaction, table, id) === null) return 0
    changeInTransaction(core.transactions, transaction, table, id, null)
    return 1
  })
}

/** Writes the changes of a transaction, together and durably; gives how many documents it wrote. */
export function commitTransaction(core: Core, transactionId: unknown): Promise<number> {
  const transaction = useTransaction(core.transactions, transactionId)
  core.transactions.open.delete(transaction.id)
  return core.committer
    .write(() => {
      // Who goes or gives a unique value away does so before anybody takes one, so that it can pass from document to document.
      const changes = [...transaction.changes.values()].sort(
        (a, b) => Number(a.document !== null) - Number(b.document !== null),
      )
      if (changes.length > 1)
        for (const { table, id, document } of changes) if (document) freeUniqueValues(table, id, document)
      for (const change of changes) apply(core, change)
      // Free for the next writer of the same turn; nobody else runs before this turn is on disk.
      endTransaction(core.transactions, transaction)
      return changes.length
    })
    .finally(() => endTransaction(core.transactions, transaction))
}

function apply(core: Core, { table, id, document, text }: PendingChange): void {
  const before = textOf(table, id)
  if (before === text) return
  if (document === null || text === null) removeRow(table, id)
  else if (before === null) insertRow(table, id, document, text)
  else replaceRow(table, id, document, text)
  note(core, table, id, before)
}

// A refused operation ends the whole transaction, as on the platform; its documents are free at once.
function within<T>(core: Core, transactionId: unknown, work: (transaction: OpenTransaction) => T): T {
  const transaction = useTransaction(core.transactions, transactionId)
  try {
    return work(transaction)
  } catch (error) {
    if (error instanceof Refused) endTransaction(core.transactions, transaction)
    throw error
  }
}
