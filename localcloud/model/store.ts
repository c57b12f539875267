import type { DatabaseSchema } from '../../cloudfunctions/database'
import {
  checkChange,
  checkDistinct,
  checkDocument,
  checkId,
  checkIds,
  checkQueries,
  checkQuery,
  checkReplacement,
  checkTally,
  checkWhere,
  checkWriteWhere,
  ROWS_MAX,
} from '../../cloudfunctions/_runtime/store-checks'
import {
  StoreDuplicate,
  type Change,
  type Query,
  type Store,
  type StoredDocument,
} from '../../cloudfunctions/_runtime/store'
import { untilCommitted } from '../../cloudfunctions/_runtime/transaction-tries'
import { callsOf, Wait, type CallKind, type Hooks, type Meter } from './calls'
import { changed, grouped, replaced, tallied } from './change'
import { copy } from './copy'
import { arrange } from './match'
import { blocker, finish, type Open } from './open-transaction'
import { seededRandom } from './random'
import { add, current, emptyTables, everyDocument, select, tableOf, writeAll, type Table, type Tables } from './tables'
import { attempt } from './transaction'

/**
 * The cloud database in plain maps behind the same port as the SDK: unique indexes, snapshot transactions, conflicts
 * and lost calls as in the cloud, thousands of handlers a second. Each call is one step, so the order in which
 * `yieldBefore` lets calls go on is the whole schedule, and the same seed and schedule give the same run.
 */
export function memoryStore(schema: DatabaseSchema, options: MemoryOptions = {}): MemoryStore {
  const tables = emptyTables(schema)
  const store = viewOf(tables, options)
  return {
    ...store,
    dump: () => [...everyDocument(tables)].map(copy),
    clear: () => void Object.assign(tables, emptyTables(schema)),
  }
}

export interface MemoryStore extends StoreView {
  /** Every document, in collection and id order. */
  dump(): { collection: string; document: StoredDocument }[]
  /** Removes every document; not while a transaction is open. */
  clear(): void
}

/** The same documents seen through hooks and a meter of one's own: one view per handler gives its calls and trips. */
export interface StoreView extends Store {
  /** What this view has spent since it was made or reset. */
  meter: Meter
  resetMeter(): void
  view(options?: MemoryOptions): StoreView
  /** Rolls back the transactions that this view has open, as the cloud does when a function's process ends. */
  abandon(): void
}

export interface MemoryOptions extends Hooks {
  /** Jitter of the waits between the tries of a transaction. */
  random?: () => number
  /** The wait itself; by default some turns of the event loop, more for longer waits, and no real time. */
  pause?: (ms: number) => Promise<void>
}

/** One document after the other by its id, as the cloud changes them: the first that cannot be changed ends it. */
function changedUntilRefused(
  documents: StoredDocument[],
  change: Change,
): { changes: Written[]; failure: Error | null } {
  const changes: Written[] = []
  for (const document of [...documents].sort((one, other) => (one._id < other._id ? -1 : 1))) {
    try {
      changes.push({ id: document._id, document: changed(document, change) })
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure
      return { changes, failure }
    }
  }
  return { changes, failure: null }
}

function viewOf(tables: Tables, options: MemoryOptions): StoreView {
  const { meter, call, resetMeter } = callsOf(options)
  const luck = { random: options.random ?? seededRandom(1), sleep: options.pause ?? turns }
  const own = new Set<Open>()

  const ask = <T>(kind: CallKind, collection: string, act: (table: Table) => T | Wait): Promise<T> =>
    call({ kind, collection, transaction: null }, () => act(tableOf(tables, collection)))

  /** An ordinary write waits while a transaction holds what it changes, and then looks anew. */
  const write = (table: Table, changes: Written[], act: () => void): Wait | null => {
    const open = blocker(tables, table, changes)
    if (open) return new Wait(open.ended)
    act()
    return null
  }
  const writeMatching = (table: Table, changes: Written[]): number | Wait =>
    write(
      table,
      changes,
      () =>
        changes.length > 0 &&
        writeAll(
          tables,
          changes.map((change) => ({ table, ...change })),
        ),
    ) ?? changes.length

  return {
    meter,
    resetMeter,
    view: (other = {}) => viewOf(tables, other),
    abandon: () => own.forEach((open) => finish(tables, open)),

    async get<D extends StoredDocument>(collection: string, id: string) {
      checkId(id)
      return ask('get', collection, (table) => copy(current(table, id)) as D | null)
    },

    async getMany<D extends StoredDocument>(collection: string, ids: readonly string[]) {
      checkIds(ids)
      if (ids.length === 0) return []
      return ask(
        'getMany',
        collection,
        (table) =>
          select(table, { _id: { in: ids } })
            .slice(0, ROWS_MAX)
            .map(copy) as D[],
      )
    },

    async find<D extends StoredDocument>(collection: string, query: Parameters<Store['find']>[1]) {
      checkQuery(query)
      return ask('find', collection, (table) => found(table, query) as D[])
    },

    async findTogether(anchor, queries) {
      checkId(anchor.id)
      checkQueries(queries)
      return ask('findTogether', anchor.collection, (table) => {
        if (!current(table, anchor.id)) return null
        return queries.map((query) => found(tableOf(tables, query.collection), query))
      })
    },

    async count(collection, where) {
      checkWhere(where)
      return ask('count', collection, (table) => select(table, where).length)
    },

    async tally(collection, tally) {
      checkTally(tally)
      return ask('tally', collection, (table) => tallied(select(table, tally.where), tally))
    },

    async countDistinct(collection, where, field) {
      checkDistinct(where, field)
      const by = { where, by: field, sums: {} }
      return ask('countDistinct', collection, (table) => grouped(select(table, where), by).length)
    },

    async insert(collection, documents) {
      documents.forEach((document) => checkDocument(document))
      if (documents.length === 0) return 'inserted'
      const copies = documents.map(copy)
      return ask('insert', collection, (table) => {
        const changes = copies.map((document) => ({ id: document._id, document }))
        return write(table, changes, () => undefined) ?? addAll(tables, table, copies)
      })
    },

    async put(collection, document) {
      checkDocument(document)
      const changes = [{ id: document._id, document: copy(document) }]
      await ask('put', collection, (table) => writeMatching(table, changes))
    },

    async replaceIf(collection, document, expectedVersion) {
      checkReplacement(document, expectedVersion)
      const given = copy(document)
      return ask('replaceIf', collection, (table) => {
        const stored = current(table, given._id)
        if (stored?.version !== expectedVersion) {
          return write(table, [{ id: given._id, document: null }], () => undefined) ?? false
        }
        const outcome = writeMatching(table, [{ id: given._id, document: replaced(stored, given) }])
        return outcome instanceof Wait ? outcome : true
      })
    },

    async change(collection, where, change) {
      checkWriteWhere(where)
      checkChange(change)
      const given = copy(change)
      return ask('change', collection, (table) => {
        const { changes, failure } = changedUntilRefused(select(table, where), given)
        const outcome = writeMatching(table, changes)
        if (failure !== null && !(outcome instanceof Wait)) throw failure
        return outcome
      })
    },

    async remove(collection, where) {
      checkWriteWhere(where)
      return ask('remove', collection, (table) =>
        writeMatching(
          table,
          select(table, where).map(({ _id }) => ({ id: _id, document: null })),
        ),
      )
    },

    transact: (run) => untilCommitted(() => attempt({ tables, call, own }, run), luck),
  }
}

type Written = { id: string; document: StoredDocument | null }

/** The platform stops at the first that is taken and keeps those before it. */
function addAll(tables: Tables, table: Table, documents: StoredDocument[]): 'inserted' | 'duplicate' {
  try {
    for (const document of documents) add(tables, table, document)
    return 'inserted'
  } catch (error) {
    if (error instanceof StoreDuplicate) return 'duplicate'
    throw error
  }
}

function found(table: Table, query: Query): StoredDocument[] {
  const arranged = arrange(select(table, query.where), query)
  return arranged.map((document) => copy(query.fields ? pick(document, query.fields) : document))
}

function pick(document: StoredDocument, fields: readonly string[]): StoredDocument {
  const named = fields.filter((field) => field in document).map((field) => [field, document[field]])
  return { _id: document._id, ...Object.fromEntries(named) }
}

async function turns(ms: number): Promise<void> {
  for (let left = Math.ceil(ms / 10); left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve))
}
