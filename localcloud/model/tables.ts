import type { DatabaseSchema } from '../../cloudfunctions/database'
import { StoreDuplicate, type StoredDocument, type Where } from '../../cloudfunctions/_runtime/store'
import { collectionIndexes, type Indexes } from './indexes'
import { matches } from './match'
import type { Open } from './open-transaction'
import { compareText } from './order'

/**
 * The documents of one environment in plain maps, every change synchronous. Each document keeps the states that an open
 * transaction may still have to see. Documents in here are never changed in place, only replaced.
 */
export interface Tables {
  collections: Map<string, Table>
  /** Counts commits; a transaction sees what was committed up to the moment it began. */
  moment: number
  open: Set<Open>
}

export interface Table {
  name: string
  states: Map<string, State>
  indexes: Indexes
}

export type State = { document: StoredDocument | null; moment: number; before: State | null }

export function emptyTables(schema: DatabaseSchema): Tables {
  const collections = schema.collections.map(({ name, indexes }): [string, Table] => [
    name,
    { name, states: new Map(), indexes: collectionIndexes(indexes) },
  ])
  return { collections: new Map(collections), moment: 0, open: new Set() }
}

export function tableOf(tables: Tables, collection: string): Table {
  const table = tables.collections.get(collection)
  if (!table) throw new Error(`the collection ${collection} does not exist`)
  return table
}

export function current(table: Table, id: string): StoredDocument | null {
  return table.states.get(id)?.document ?? null
}

/** The document as it was at a moment. */
export function asOf(table: Table, id: string, moment: number): StoredDocument | null {
  let state = table.states.get(id) ?? null
  while (state && state.moment > moment) state = state.before
  return state?.document ?? null
}

/** The documents that match, in the order of their ids' first writing, by an index where one fits. */
export function select(table: Table, where: Where): StoredDocument[] {
  const found: StoredDocument[] = []
  for (const id of table.indexes.candidates(where) ?? table.states.keys()) {
    const document = current(table, id)
    if (document && matches(document, where)) found.push(document)
  }
  return found
}

/**
 * Writes several documents of one table (null removes) as one moment, or throws `StoreDuplicate` and writes none. Old
 * states are kept only while a transaction is open.
 */
export function writeAll(
  tables: Tables,
  changes: { table: Table; id: string; document: StoredDocument | null }[],
): void {
  const undo: (() => void)[] = []
  try {
    for (const { table, id } of changes) undo.push(table.indexes.leave(id, current(table, id)))
    for (const { table, id, document } of changes) undo.push(table.indexes.enter(id, document))
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
  tables.moment += 1
  for (const { table, id, document } of changes) keep(tables, table, id, document)
}

/** Adds one document, or throws `StoreDuplicate` when its id is taken. */
export function add(tables: Tables, table: Table, document: StoredDocument): void {
  if (current(table, document._id)) throw new StoreDuplicate(`E11000 duplicate key: ${table.name} _id ${document._id}`)
  writeAll(tables, [{ table, id: document._id, document }])
}

export function* everyDocument(tables: Tables): Iterable<{ collection: string; document: StoredDocument }> {
  const inOrder = [...tables.collections].sort(([one], [other]) => compareText(one, other))
  for (const [name, table] of inOrder) {
    for (const id of [...table.states.keys()].sort(compareText)) {
      const document = current(table, id)
      if (document) yield { collection: name, document }
    }
  }
}

function keep(tables: Tables, table: Table, id: string, document: StoredDocument | null): void {
  const before = tables.open.size > 0 ? (table.states.get(id) ?? null) : null
  if (document === null && before === null) table.states.delete(id)
  else table.states.set(id, { document, moment: tables.moment, before })
}
