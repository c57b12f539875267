import type { Core } from './core'
import { readFields, writeEjson, type Fields, type Value } from './ejson'
import type { Answered, WireRequest } from './engine'
import { keyOf } from './keys'
import { applyProjection, readProjection } from './projection'
import { invalidParameter } from './refused'
import { countMatches, documentOf, select, type Found, type Order } from './select'
import { requireFewRows, rowsMax } from './strict'
import { tableOf } from './tables'
import { textOf, type Table } from './table'
import { readInTransaction, useTransaction } from './transactions'

const limitDefault = 100

/** `doc(id).get()` and `where(…).get()`. */
export function getDocument(core: Core, request: WireRequest): Answered {
  const table = tableOf(core.tables, request.collectionName)
  const query = queryOf(core, request)
  const found =
    request.queryType === 'DOC' ? findOne(core, table, query, request) : findMany(core, table, query, request)
  const projection = request.projection ? readProjection(readFields(request.projection, core.now())) : null
  const list = projection
    ? found.map((one) => writeEjson(applyProjection(documentOf(one), projection)))
    : found.map(({ text }) => text)
  const { limit, offset } = boundsOf(core, request)
  return { answer: { data: { list, limit, offset } }, cost: { documentsRead: list.length, documentsWritten: 0 } }
}

/** `where(…).count()`. */
export function calculateDocument(core: Core, request: WireRequest): Answered {
  const table = tableOf(core.tables, request.collectionName)
  const total = countMatches(core, table, queryOf(core, request))
  return { answer: { data: { total } }, cost: { documentsRead: 0, documentsWritten: 0 } }
}

/** The query of a request; a collection without `where` sends none. */
export function queryOf(core: Core, request: WireRequest): Fields {
  return request.query ? readFields(request.query, core.now()) : {}
}

/** The `_id` of a `doc(id)` request. */
export function idOf(query: Fields): Value {
  const id = query._id
  if (typeof id !== 'string' && typeof id !== 'number') throw invalidParameter('docId must be a string or a number')
  return id
}

function findOne(core: Core, table: Table, query: Fields, request: WireRequest): Found[] {
  const id = keyOf(idOf(query))
  if (request.transactionId) {
    const text = readInTransaction(
      core.transactions,
      useTransaction(core.transactions, request.transactionId),
      table,
      id,
    )
    return text === null ? [] : [{ text, document: null }]
  }
  const text = textOf(table, id)
  return text === null ? [] : [{ text, document: null }]
}

function findMany(core: Core, table: Table, query: Fields, request: WireRequest): Found[] {
  return select(core, table, { query, order: orderOf(core, request), ...boundsOf(core, request) })
}

function boundsOf(core: Core, request: WireRequest): { offset: number; limit: number } {
  const limit = Number(request.limit ?? limitDefault)
  const offset = Number(request.offset ?? 0)
  if (!Number.isInteger(limit) || limit < 0 || !Number.isInteger(offset) || offset < 0)
    throw invalidParameter('limit and offset must be whole numbers, not negative')
  requireFewRows(core, limit)
  return { offset, limit: Math.min(limit, rowsMax) }
}

function orderOf(core: Core, request: WireRequest): Order {
  if (!request.order) return []
  const order = readFields(request.order, core.now())
  return Object.entries(order).map(([path, direction]) => ({ path, direction: direction === -1 ? -1 : 1 }))
}
