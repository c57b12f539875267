import type { Core } from './core'
import { writeEjson, type Fields } from './ejson'
import { keyOf } from './keys'
import { insertRow, removeRow, replaceRow, type Table } from './table'
import { documentKey, waitForHolders } from './transactions'

/** Stores a new document, for an ordinary writer inside a write job: it waits for transactions that hold what it touches. */
export function insertStored(core: Core, table: Table, document: Fields): void {
  const id = keyOf(document._id)
  waitForHolders(core.transactions, table, id, document)
  insertRow(table, document)
  note(core, table, document, null)
}

export function replaceStored(core: Core, table: Table, before: Fields, after: Fields): void {
  waitForHolders(core.transactions, table, keyOf(before._id), after)
  replaceRow(table, before, after)
  note(core, table, before, before)
}

export function removeStored(core: Core, table: Table, before: Fields): void {
  const id = keyOf(before._id)
  waitForHolders(core.transactions, table, id, null)
  removeRow(table, id)
  note(core, table, before, before)
}

/** Keeps what a document was, for the snapshots of transactions that are open. */
export function note(core: Core, table: Table, document: Fields, before: Fields | null): void {
  if (core.transactions.open.size === 0) return
  core.transactions.history.note(documentKey(table, keyOf(document._id)), before && writeEjson(before))
}
