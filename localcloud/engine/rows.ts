import type { Core } from './core'
import { writeEjson, type Fields } from './ejson'
import { keyOf, type Key } from './keys'
import { insertRow, removeRow, replaceRow, type Table } from './table'
import { documentKey, waitForHolders } from './transactions'

/** A document as the tables hold it, and its fields to work on. */
export type Stored = { text: string; document: Fields }

/** Stores a new document, for an ordinary writer inside a write job: it waits for transactions that hold what it touches. */
export function insertStored(core: Core, table: Table, document: Fields): void {
  const id = keyOf(document._id)
  waitForHolders(core.transactions, table, id, document)
  insertRow(table, id, document, writeEjson(document))
  note(core, table, id, null)
}

/** Writes a document over a stored one, under the same id; false when nothing differs. */
export function replaceStored(core: Core, table: Table, stored: Stored, after: Fields): boolean {
  const text = writeEjson(after)
  if (text === stored.text) return false
  const id = keyOf(after._id)
  waitForHolders(core.transactions, table, id, after)
  replaceRow(table, id, after, text)
  note(core, table, id, stored.text)
  return true
}

export function removeStored(core: Core, table: Table, stored: Stored): void {
  const id = keyOf(stored.document._id)
  waitForHolders(core.transactions, table, id, null)
  removeRow(table, id)
  note(core, table, id, stored.text)
}

/** Keeps what a document was (null: nothing), for the snapshots of transactions that are open. */
export function note(core: Core, table: Table, id: Key, before: string | null): void {
  if (core.transactions.open.size > 0) core.transactions.history.note(documentKey(table, id), before)
}
