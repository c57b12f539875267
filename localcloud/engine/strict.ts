import type { Core } from './core'
import type { Plan } from './plan'
import type { Order, Selection } from './select'
import type { Table } from './table'

/** A collection larger than this must be read by an index. */
export const unindexedDocumentsMax = 1_000

/** The most documents that one request may ask for. */
export const rowsMax = 1_000

/**
 * Refuses a query that would scan a large collection: on the platform it takes seconds and the whole instance's patience.
 * A list is found by an index as well, as on the platform: here every list of the field is read and tested.
 * A query is indexed when it pins or ranges `_id` or the first field of an index, or when it asks for an index's order without conditions.
 */
export function requireIndex(core: Core, table: Table, plan: Plan, selection: Selection | null): void {
  if (isIndexed(table, plan, selection) || !isLarge(table)) return
  const fields = selection ? [...Object.keys(selection.query), ...selection.order.map(({ path }) => path)] : []
  core.refuse(
    `A query on «${table.collection}» (more than ${unindexedDocumentsMax} documents) is not helped by any index` +
      `${fields.length > 0 ? ` (fields: ${[...new Set(fields)].join(', ')})` : ''}. ` +
      `Query by _id or by the first fields of an index, or name an index for it in cloudfunctions/database.ts.`,
  )
}

/** Refuses to sort many documents by a field without an index. */
export function requireSmallSort(core: Core, table: Table, documents: number): void {
  if (documents <= unindexedDocumentsMax) return
  core.refuse(
    `${documents} documents of «${table.collection}» would be sorted in memory. Name an index that has the order, or narrow the query.`,
  )
}

/** Refuses more documents, asked for or found, than one request may give. */
export function requireFewRows(core: Core, rows: number): void {
  if (rows <= rowsMax) return
  core.refuse(
    `${rows} documents are above the platform's ${rowsMax} documents a request. Ask page by page, by a range on an index.`,
  )
}

/** Refuses what only looks as if it ran inside the transaction. */
export function requireDocumentOperation(core: Core, request: { [field: string]: unknown }): void {
  if (request.queryType !== 'WHERE' || !request.transactionId) return
  core.refuse(
    'A where() operation inside a transaction does not take part in it. Use doc(id) operations and add() with a known _id.',
  )
}

/** Refuses a call beside the open transaction of the same invocation: it would not be rolled back with it, and may wait for it for ever. */
export function requireOwnTransaction(core: Core, request: { [field: string]: unknown }, invocation: string): void {
  if (request.transactionId || invocation === '') return
  for (const transaction of core.transactions.open.values()) {
    if (transaction.invocation !== invocation) continue
    return core.refuse(
      `${String(request.action)} on «${String(request.collectionName)}» runs outside the open transaction of this invocation ` +
        `(where(), count() and aggregate() always do). Do it before the transaction or after it.`,
    )
  }
}

function isIndexed(table: Table, plan: Plan, selection: Selection | null): boolean {
  if (plan.constrained.size > 0 && firstFields(table).some((path) => plan.constrained.has(path))) return true
  if (plan.branches.some((branches) => branches.every((branch) => isIndexed(table, branch, null)))) return true
  // Without conditions only a page in an index's order is cheap; everything at once is a scan.
  return (
    selection !== null &&
    selection.limit !== Infinity &&
    Object.keys(selection.query).length === 0 &&
    isIndexOrder(table, selection.order)
  )
}

const firstFields = (table: Table) => ['_id', ...table.indexes.map(({ fields }) => fields[0]?.field ?? '_id')]

function isIndexOrder(table: Table, order: Order): boolean {
  if (order.length === 0 || (order.length === 1 && order[0]?.path === '_id')) return true
  return table.indexes.some(({ fields }) => {
    const same = (turn: 1 | -1) =>
      order.every(
        ({ path, direction }, i) =>
          fields[i]?.field === path && (fields[i].direction === 'asc' ? 1 : -1) * turn === direction,
      )
    return order.length <= fields.length && (same(1) || same(-1))
  })
}

function isLarge(table: Table): boolean {
  return table.prepare(`SELECT 1 FROM ${table.name} LIMIT 1 OFFSET ${unindexedDocumentsMax}`).get() !== undefined
}
