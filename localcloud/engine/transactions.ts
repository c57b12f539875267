import { randomBytes } from 'node:crypto'
import { writeEjson, type Fields } from './ejson'
import { Blocked } from './commit'
import type { History } from './history'
import type { Key } from './keys'
import { transactionConflict, transactionGone } from './refused'
import { columnKey, duplicateKey, textOf, type Row, type Table } from './table'

/** The platform rolls a transaction back when it is older than this, by the clock of the environment or by the time that passes for everybody. */
export const transactionLimitMs = 30_000

/** An open transaction: a snapshot to read, and its own changes above it. */
export type OpenTransaction = {
  id: string
  invocation: string
  startedAt: Moment
  /** Taken by the first operation, as the platform does, not by the start. */
  snapshot: number | null
  changes: Map<string, PendingChange>
  reserved: string[]
  ended: Promise<void>
  end: () => void
}

/** The environment's clock, which may stand still and go back, and one that only goes on; milliseconds. */
type Moment = { clock: number; elapsed: number }

/** What a document becomes, its fields and as text; null when it goes. */
export type PendingChange = { table: Table; id: Key; document: Fields | null; text: string | null }

export type Transactions = {
  history: History
  moment: () => Moment
  open: Map<string, OpenTransaction>
  /** Documents written by an open transaction: the first writer holds them until it ends. */
  locks: Map<string, OpenTransaction>
  /** Unique values that an open transaction is about to take, and for which document. */
  reservations: Map<string, { holder: OpenTransaction; document: string }>
}

export const documentKey = (table: Table, id: Key) =>
  `${table.collection}\u0000${typeof id === 'object' ? id.toString('hex') : typeof id + id}`

export function openTransactions(history: History, moment: () => Moment): Transactions {
  return { history, moment, open: new Map(), locks: new Map(), reservations: new Map() }
}

export function startTransaction(transactions: Transactions, invocation: string): OpenTransaction {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const id = randomBytes(16).toString('hex')
  const transaction = {
    id,
    invocation,
    startedAt: transactions.moment(),
    snapshot: null,
    changes: new Map(),
    reserved: [],
    ended,
    end,
  }
  transactions.open.set(id, transaction)
  return transaction
}

/** The open transaction of that id, its snapshot taken. Throws when it has ended or is over its time. */
export function useTransaction(transactions: Transactions, id: unknown): OpenTransaction {
  expireTransactions(transactions)
  const transaction = transactions.open.get(String(id))
  if (!transaction) throw transactionGone(String(id))
  transaction.snapshot ??= transactions.history.now()
  return transaction
}

/** Ends a transaction: its locks and reservations are free, who waited goes on. */
export function endTransaction(transactions: Transactions, transaction: OpenTransaction): void {
  transactions.open.delete(transaction.id)
  for (const document of transaction.changes.keys()) {
    if (transactions.locks.get(document) === transaction) transactions.locks.delete(document)
  }
  for (const value of transaction.reserved) {
    if (transactions.reservations.get(value)?.holder === transaction) transactions.reservations.delete(value)
  }
  transaction.end()
  const snapshots = [...transactions.open.values()].map(({ snapshot }) => snapshot ?? Infinity)
  transactions.history.forget(Math.min(...snapshots))
}

export function expireTransactions(transactions: Transactions): void {
  const { clock, elapsed } = transactions.moment()
  for (const transaction of transactions.open.values()) {
    const { startedAt } = transaction
    const age = Math.max(clock - startedAt.clock, elapsed - startedAt.elapsed)
    if (age >= transactionLimitMs) endTransaction(transactions, transaction)
  }
}

/** The document as the transaction sees it, as text: its own change, else what it was at the snapshot; null when there is none. */
export function readInTransaction(
  transactions: Transactions,
  transaction: OpenTransaction,
  table: Table,
  id: Key,
): string | null {
  const document = documentKey(table, id)
  const own = transaction.changes.get(document)
  if (own) return own.text
  const before = transactions.history.before(document, transaction.snapshot ?? transactions.history.now())
  return before !== undefined ? before : textOf(table, id)
}

/**
 * Puts a change into the transaction. The first writer holds a document: a second transaction, or one whose snapshot is older than the
 * last change, meets a conflict at once. `document` null removes. Gives the text of what the document becomes.
 */
export function changeInTransaction(
  transactions: Transactions,
  transaction: OpenTransaction,
  table: Table,
  id: Key,
  document: Fields | null,
): string | null {
  const key = documentKey(table, id)
  const holder = transactions.locks.get(key)
  if (holder && holder !== transaction)
    throw transactionConflict('the document is being written by another transaction')
  const snapshot = transaction.snapshot ?? transactions.history.now()
  if (transactions.history.before(key, snapshot) !== undefined)
    throw transactionConflict('the document has changed since the snapshot')
  if (document) reserveUniqueValues(transactions, transaction, table, key, document)
  transactions.locks.set(key, transaction)
  const text = document && writeEjson(document)
  transaction.changes.set(key, { table, id, document, text })
  return text
}

/** Lets an ordinary writer through, or makes it wait for the transaction that holds the document or one of its unique values. */
export function waitForHolders(transactions: Transactions, table: Table, id: Key, after: Fields | null): void {
  if (transactions.open.size === 0 && transactions.locks.size === 0) return
  const holder = transactions.locks.get(documentKey(table, id))
  if (holder) throw new Blocked(holder.ended)
  if (!after || transactions.reservations.size === 0) return
  for (const { value } of uniqueValues(table, after)) {
    const reservation = transactions.reservations.get(value)
    if (reservation) throw new Blocked(reservation.holder.ended)
  }
}

function reserveUniqueValues(
  transactions: Transactions,
  transaction: OpenTransaction,
  table: Table,
  document: string,
  after: Fields,
): void {
  for (const unique of uniqueValues(table, after)) {
    const reservation = transactions.reservations.get(unique.value)
    if (reservation && reservation.holder !== transaction)
      throw transactionConflict('a unique value is being taken by another transaction')
    if (
      reservation &&
      reservation.document !== document &&
      stillHolds(transaction, table, reservation.document, unique.value)
    )
      throw duplicateKey(table, unique, after)
    const taken = storedHolder(table, unique.keys, unique.paths)
    if (taken && taken !== document && !transaction.changes.has(taken))
      throw takenValue(transactions, transaction, table, unique, taken, after)
    transactions.reservations.set(unique.value, { holder: transaction, document })
    transaction.reserved.push(unique.value)
  }
}

// Taken after the snapshot it is a conflict, and a new try will see it; before, it is a duplicate for good.
function takenValue(
  transactions: Transactions,
  transaction: OpenTransaction,
  table: Table,
  unique: UniqueValue,
  holder: string,
  after: Fields,
) {
  const changed = transactions.history.before(holder, transaction.snapshot ?? Infinity) !== undefined
  return changed
    ? transactionConflict('a unique value was taken since the snapshot')
    : duplicateKey(table, unique, after)
}

function stillHolds(transaction: OpenTransaction, table: Table, document: string, value: string): boolean {
  const own = transaction.changes.get(document)?.document
  return Boolean(own) && uniqueValues(table, own as Fields).some((unique) => unique.value === value)
}

function storedHolder(table: Table, keys: Key[], paths: string[]): string | null {
  const where = paths.map((path) => `${table.columns.get(path)?.sql} = ?`).join(' AND ')
  const row = table.prepare(`SELECT id FROM ${table.name} WHERE ${where}`).get(...keys) as Pick<Row, 'id'> | undefined
  return row ? documentKey(table, row.id) : null
}

type UniqueValue = { name: string; paths: string[]; keys: Key[]; value: string }

function uniqueValues(table: Table, document: Fields): UniqueValue[] {
  return table.indexes
    .filter(({ unique }) => unique)
    .map(({ name, fields }) => {
      const paths = fields.map(({ field }) => field)
      const keys = paths.map((path) => columnKey(document, path))
      return {
        name,
        paths,
        keys,
        value: JSON.stringify([table.collection, name, ...keys.map(textOfKey)]),
      }
    })
}

// Bytes as hexadecimal digits: read as UTF-8, different ones would look alike.
const textOfKey = (key: Key): string => (typeof key === 'object' ? `blob${key.toString('hex')}` : typeof key + key)
