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
} from './store-checks'
import {
  StoreDuplicate,
  type Change,
  type Condition,
  type QueryOf,
  type Scalar,
  type Store,
  type StoredDocument,
  type Tally,
  type TallyRow,
  type Where,
} from './store'
import type { Luck } from './transaction-tries'
import { toOrdinaryError } from './wx-errors'
import { wxTransact } from './wx-transaction'

/** The SDK's database object; its own types are too loose to be worth keeping. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type SdkDatabase = any

/** The store over the SDK's database. Dates are never stored, so what comes back is plain JSON. */
export function wxStore(db: SdkDatabase, luck: Luck): Store {
  const command = db.command
  const matching = (collection: string, where: Where) => db.collection(collection).where(toConditions(command, where))

  return {
    async get(collection, id) {
      checkId(id)
      return (await ask(db.collection(collection).doc(id).get())).data
    },

    async getMany(collection, ids) {
      checkIds(ids)
      if (ids.length === 0) return []
      // Without a limit the platform answers 100 documents and says nothing.
      return (
        await ask(
          matching(collection, { _id: { in: ids } })
            .limit(ROWS_MAX)
            .get(),
        )
      ).data
    },

    async find(collection, query) {
      checkQuery(query)
      let request = matching(collection, query.where).limit(query.limit)
      for (const [field, direction] of query.orderBy ?? []) request = request.orderBy(field, direction)
      if (query.fields)
        request = request.field(Object.fromEntries(['_id', ...query.fields].map((field) => [field, true])))
      return (await ask(request.get())).data
    },

    async findTogether(anchor, queries) {
      checkId(anchor.id)
      checkQueries(queries)
      const base = db.collection(anchor.collection).aggregate().match({ _id: anchor.id }).limit(1)
      const joined = queries.reduce((pipeline, query, n) => pipeline.lookup(toLookup(command, query, nameOf(n))), base)
      const [row] = (await ask(joined.end())).list
      return row ? queries.map((_, n) => row[nameOf(n)]) : null
    },

    async count(collection, where) {
      checkWhere(where)
      return (await ask(matching(collection, where).count())).total
    },

    async tally(collection, tally) {
      checkTally(tally)
      const pipeline = db.collection(collection).aggregate().match(toConditions(command, tally.where))
      const grouped = pipeline.group(toGroup(command.aggregate, tally)).sort({ _id: 1 }).limit(ROWS_MAX)
      return toTallyRows((await ask(grouped.end())).list, tally)
    },

    async countDistinct(collection, where, field) {
      checkDistinct(where, field)
      const matched = db.collection(collection).aggregate().match(toConditions(command, where))
      const [row] = (
        await ask(
          matched
            .group({ _id: `$${field}` })
            .count('total')
            .end(),
        )
      ).list
      return row?.total ?? 0
    },

    async insert(collection, documents) {
      documents.forEach((document) => checkDocument(document))
      if (documents.length === 0) return 'inserted'
      try {
        await ask(db.collection(collection).add({ data: documents }))
        return 'inserted'
      } catch (error) {
        if (error instanceof StoreDuplicate) return 'duplicate'
        throw error
      }
    },

    async put(collection, document) {
      checkDocument(document)
      const { _id, ...data } = document
      await ask(db.collection(collection).doc(_id).set({ data }))
    },

    async replaceIf(collection, document, expectedVersion) {
      checkReplacement(document, expectedVersion)
      const request = matching(collection, { _id: document._id, version: expectedVersion })
      return (await ask(request.update({ data: toReplacement(command, document) }))).stats.updated === 1
    },

    async change(collection, where, change) {
      checkWriteWhere(where)
      checkChange(change)
      return (await ask(matching(collection, where).update({ data: toUpdate(command, change) }))).stats.updated
    },

    async remove(collection, where) {
      checkWriteWhere(where)
      return (await ask(matching(collection, where).remove())).stats.removed ?? 0
    },

    transact: (run) => wxTransact(db, run, luck),
  }
}

async function ask(request: Promise<SdkDatabase>): Promise<SdkDatabase> {
  try {
    return await request
  } catch (error) {
    throw toOrdinaryError(error)
  }
}

function toConditions(command: SdkDatabase, where: Where): object {
  return Object.fromEntries(Object.entries(where).map(([field, condition]) => [field, toCondition(command, condition)]))
}

function toCondition(command: SdkDatabase, condition: Condition): unknown {
  if (condition === null || typeof condition !== 'object') return command.eq(condition)
  const parts = Object.entries(condition).map(([operator, operand]) =>
    command[operator === 'ne' ? 'neq' : operator](operand),
  )
  return parts.length === 1 ? parts[0] : command.and(parts)
}

/** Every field through `set`, because a plain object in an update is merged and an empty one is dropped. */
function toReplacement(command: SdkDatabase, document: StoredDocument): object {
  const fields = Object.entries(document).filter(([field]) => field !== '_id')
  return Object.fromEntries(
    fields.map(([field, value]) => [field, value === undefined ? command.remove() : command.set(value)]),
  )
}

function toUpdate(command: SdkDatabase, change: Change): object {
  return Object.fromEntries([
    ...Object.entries(change.set ?? {}).map(([field, value]) => [field, command.set(value)]),
    ...Object.entries(change.increase ?? {}).map(([field, by]) => [field, command.inc(by)]),
    ...(change.unset ?? []).map((field) => [field, command.remove()]),
    ...Object.entries(change.append ?? {}).map(([field, values]) => [field, command.push([...values])]),
  ])
}

/** What a joined query finds stands under this name. */
function nameOf(n: number): string {
  return `found${n}`
}

function toLookup(command: SdkDatabase, { collection, where, orderBy = [], limit, fields }: QueryOf, as: string) {
  const order = Object.fromEntries(orderBy.map(([field, direction]) => [field, direction === 'asc' ? 1 : -1]))
  const matched = command.aggregate.pipeline().match(toConditions(command, where))
  const bounded = (orderBy.length > 0 ? matched.sort(order) : matched).limit(limit)
  const named = Object.fromEntries(['_id', ...(fields ?? [])].map((field) => [field, 1]))
  return { from: collection, pipeline: (fields ? bounded.project(named) : bounded).done(), as }
}

function toGroup(aggregate: SdkDatabase, tally: Tally): object {
  const sums = Object.entries(tally.sums).map(([name, field]) => [name, aggregate.sum(`$${field}`)])
  return { _id: tally.by === undefined ? null : `$${tally.by}`, count: aggregate.sum(1), ...Object.fromEntries(sums) }
}

function toTallyRows(list: { _id: Scalar; [name: string]: unknown }[], tally: Tally): TallyRow[] {
  const names = Object.keys(tally.sums)
  const rows = list.map((row) => ({
    by: row._id ?? null,
    count: row.count as number,
    sums: Object.fromEntries(names.map((name) => [name, row[name] as number])),
  }))
  if (rows.length > 0 || tally.by !== undefined) return rows
  return [{ by: null, count: 0, sums: Object.fromEntries(names.map((name) => [name, 0])) }]
}
