import { StoreDuplicate, type StoredDocument } from '../../cloudfunctions/_runtime/store'
import { TransactionConflict } from '../../cloudfunctions/_runtime/transaction-tries'
import { asOf, tableOf, writeAll, type Table, type Tables } from './tables'

/**
 * A transaction under way: it reads the moment it began at and its own writes; the first to write a document or to
 * take a unique value locks it until the end. A second transaction meets a conflict at once, an ordinary writer waits
 * for `ended`.
 */
export interface Open {
  number: number
  began: number
  /** What will be written at commit, by table and id. */
  writes: Map<Table, Map<string, StoredDocument | null>>
  /** Unique values taken by those writes, as `index + key → id`. */
  reservations: Map<Table, Map<string, string>>
  ended: Promise<void>
  end: () => void
}

export function begin(tables: Tables, number: number): Open {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const open: Open = { number, began: tables.moment, writes: new Map(), reservations: new Map(), ended, end }
  tables.open.add(open)
  return open
}

export function readInside(tables: Tables, open: Open, collection: string, id: string): StoredDocument | null {
  const table = tableOf(tables, collection)
  const own = open.writes.get(table)?.get(id)
  return own === undefined ? asOf(table, id, open.began) : own
}

/** Writes a document (null removes it) inside the transaction, or throws `TransactionConflict` or `StoreDuplicate`. */
export function writeInside(
  tables: Tables,
  open: Open,
  change: { collection: string; id: string; document: StoredDocument | null },
): void {
  const table = tableOf(tables, change.collection)
  lock(tables, open, table, change.id)
  if (change.document) reserve(tables, open, table, change.document)
  mapOf(open.writes, table).set(change.id, change.document)
}

export function insertInside(tables: Tables, open: Open, collection: string, document: StoredDocument): void {
  lock(tables, open, tableOf(tables, collection), document._id)
  if (readInside(tables, open, collection, document._id))
    throw new StoreDuplicate(`E11000 duplicate key: ${collection} _id ${document._id}`)
  writeInside(tables, open, { collection, id: document._id, document })
}

/** Writes everything as one moment. The locks held since each write make a conflict impossible here. */
export function commit(tables: Tables, open: Open): void {
  const changes = [...open.writes].flatMap(([table, writes]) =>
    [...writes].map(([id, document]) => ({ table, id, document })),
  )
  try {
    if (changes.length > 0) writeAll(tables, changes)
  } finally {
    finish(tables, open)
  }
}

/** Ends a transaction, committed or not, and lets ordinary writers go on. */
export function finish(tables: Tables, open: Open): void {
  if (!tables.open.delete(open)) return
  open.end()
}

/** The open transaction, if any, that an ordinary write of these documents has to wait for. */
export function blocker(
  tables: Tables,
  table: Table,
  changes: { id: string; document: StoredDocument | null }[],
): Open | null {
  for (const open of tables.open) {
    for (const { id, document } of changes) {
      if (open.writes.get(table)?.has(id)) return open
      if (document && reservedBy(open, table, document)) return open
    }
  }
  return null
}

function lock(tables: Tables, open: Open, table: Table, id: string): void {
  if (open.writes.get(table)?.has(id)) return
  for (const other of tables.open) {
    if (other !== open && other.writes.get(table)?.has(id)) throw conflict(`${table.name} ${id} is locked`)
  }
  const state = table.states.get(id)
  if (state && state.moment > open.began) throw conflict(`${table.name} ${id} was changed meanwhile`)
}

function reserve(tables: Tables, open: Open, table: Table, document: StoredDocument): void {
  for (const other of tables.open) {
    if (other !== open && reservedBy(other, table, document))
      throw conflict(`a unique value of ${document._id} is reserved`)
  }
  for (const [index, key] of table.indexes.uniqueKeys(document)) {
    demandFree(open, table, { index, key, id: document._id })
    mapOf(open.reservations, table).set(`${index}\u0000${key}`, document._id)
  }
}

/** A value is free when nobody holds it, or its holder gives it up in this same transaction. */
function demandFree(open: Open, table: Table, value: { index: string; key: string; id: string }): void {
  const own = mapOf(open.reservations, table).get(`${value.index}\u0000${value.key}`)
  if (own !== undefined && own !== value.id && keeps(open, table, own, value)) throw duplicate(value)
  const holder = table.indexes.holder(value.index, value.key)
  if (holder === undefined || holder === value.id || open.writes.get(table)?.has(holder)) return
  if ((table.states.get(holder)?.moment ?? 0) > open.began)
    throw conflict(`a unique value of ${value.id} was taken meanwhile`)
  throw duplicate(value)
}

function keeps(open: Open, table: Table, id: string, value: { index: string; key: string }): boolean {
  const document = open.writes.get(table)?.get(id)
  return (
    !!document && table.indexes.uniqueKeys(document).some(([index, key]) => index === value.index && key === value.key)
  )
}

function reservedBy(open: Open, table: Table, document: StoredDocument): boolean {
  const reservations = open.reservations.get(table)
  if (!reservations) return false
  return table.indexes
    .uniqueKeys(document)
    .some(([index, key]) => (reservations.get(`${index}\u0000${key}`) ?? document._id) !== document._id)
}

function mapOf<Value>(maps: Map<Table, Map<string, Value>>, table: Table): Map<string, Value> {
  const map = maps.get(table) ?? new Map<string, Value>()
  maps.set(table, map)
  return map
}

function conflict(what: string): TransactionConflict {
  return new TransactionConflict(`[ResourceUnavailable.TransactionConflict] ${what}`)
}

function duplicate(value: { index: string; id: string }): StoreDuplicate {
  return new StoreDuplicate(`E11000 duplicate key: index ${value.index} of ${value.id}`)
}
