import type { Core } from './core'
import { readEjson, type Fields, type Value } from './ejson'
import type { Point } from './geo'
import { distanceTo, nearOf } from './geo-query'
import { compileFilter } from './match'
import { compareValues } from './order'
import { sortValue } from './paths'
import { planQuery, whereOf, type Plan } from './plan'
import { requireIndex, requireSmallSort } from './strict'
import { holdsLists, type Row, type Table } from './table'

export type Order = { path: string; direction: 1 | -1 }[]
type Variables = { [name: string]: Value | undefined }
export type Selection = { query: Fields; order: Order; offset: number; limit: number }

/** A document as it is stored; `document` is there when it had to be read to decide. */
export type Found = { text: string; document: Fields | null }

/**
 * The documents that match, in order, from `offset`, at most `limit`. Order and bounds are SQL's where the columns allow it; else the
 * documents are read, tested and sorted here.
 */
export function select(core: Core, table: Table, selection: Selection, variables: Variables = {}): Found[] {
  const plan = planQuery(table, selection.query)
  requireIndex(core, table, plan, selection)
  const near = selection.order.length === 0 ? nearOf(selection.query) : null
  if (near)
    return nearest(selectFiltered(table, plan, '', everything(selection), variables), near).slice(
      selection.offset,
      selection.offset + selection.limit,
    )
  const orderBy = orderSql(table, selection.order)
  if (plan.exact && orderBy !== null) return selectBySql(table, plan, orderBy, selection)
  if (orderBy !== null) return selectFiltered(table, plan, orderBy, selection, variables)
  const rows = selectFiltered(table, plan, '', everything(selection), variables)
  requireSmallSort(core, table, rows.length)
  return sortFound(rows, selection.order).slice(selection.offset, selection.offset + selection.limit)
}

export function countMatches(core: Core, table: Table, query: Fields): number {
  const plan = planQuery(table, query)
  if (plan.exact) {
    if (plan.terms.length > 0) requireIndex(core, table, plan, null)
    const statement = table.prepare(`SELECT count(*) AS total FROM ${table.name}${whereOf(plan)}`)
    return (statement.get(...plan.parameters) as { total: number }).total
  }
  requireIndex(core, table, plan, null)
  return selectFiltered(table, plan, '', { query, order: [], offset: 0, limit: Infinity }).length
}

/** The fields of a document, read once. */
export function documentOf(found: Found): Fields {
  return (found.document ??= readEjson(found.text, 0) as Fields)
}

export function sortDocuments(documents: Fields[], order: Order): Fields[] {
  const keyed = documents.map((document) => ({ document, keys: order.map((part) => sortKey(document, part)) }))
  return keyed.sort((a, b) => compareKeys(a.keys, b.keys, order)).map(({ document }) => document)
}

const everything = (selection: Selection): Selection => ({ ...selection, offset: 0, limit: Infinity })

function nearest(rows: Found[], near: { path: string; from: Point }): Found[] {
  const keyed = rows.map((row) => ({ row, metres: distanceTo(documentOf(row), near.path, near.from) }))
  return keyed.sort((a, b) => a.metres - b.metres).map(({ row }) => row)
}

function selectBySql(table: Table, plan: Plan, orderBy: string, { offset, limit }: Selection): Found[] {
  const bounds = limit === Infinity ? '' : ' LIMIT ? OFFSET ?'
  const statement = table.prepare(`SELECT doc FROM ${table.name}${whereOf(plan)}${orderBy}${bounds}`)
  const rows = statement.all(...plan.parameters, ...(bounds === '' ? [] : [limit, offset])) as Pick<Row, 'doc'>[]
  return rows.map(({ doc }) => ({ text: doc, document: null }))
}

function selectFiltered(
  table: Table,
  plan: Plan,
  orderBy: string,
  { query, offset, limit }: Selection,
  variables: Variables = {},
): Found[] {
  const matches = compileFilter(query, variables)
  const statement = table.prepare(`SELECT doc FROM ${table.name}${whereOf(plan)}${orderBy}`)
  const found: Found[] = []
  let skipped = 0
  for (const { doc } of statement.iterate(...plan.parameters) as IterableIterator<Pick<Row, 'doc'>>) {
    const document = readEjson(doc, 0) as Fields
    if (!plan.exact && !matches(document)) continue
    if (skipped++ < offset) continue
    if (found.push({ text: doc, document }) >= limit) break
  }
  return found
}

// Null where a field has no column, or one that holds lists: then SQL cannot order.
function orderSql(table: Table, order: Order): string | null {
  const columns = order.map(({ path }) => table.columns.get(path))
  if (columns.some((column) => !column || holdsLists(table, column))) return null
  if (order.length === 0) return ''
  return ` ORDER BY ${order.map(({ direction }, i) => `${columns[i]?.sql}${direction === -1 ? ' DESC' : ''}`).join()}`
}

function sortFound(rows: Found[], order: Order): Found[] {
  const keyed = rows.map((row) => ({ row, keys: order.map((part) => sortKey(documentOf(row), part)) }))
  return keyed.sort((a, b) => compareKeys(a.keys, b.keys, order)).map(({ row }) => row)
}

function sortKey(document: Fields, { path, direction }: Order[number]): Value | undefined {
  return sortValue(document, path, (values) =>
    values.reduce<Value | undefined>((best, value) => pickSort(best, value, direction), undefined),
  )
}

function pickSort(best: Value | undefined, value: Value, direction: 1 | -1): Value {
  return best === undefined || compareValues(value, best) * direction < 0 ? value : best
}

function compareKeys(a: (Value | undefined)[], b: (Value | undefined)[], order: Order): number {
  for (let i = 0; i < order.length; i++) {
    const difference = compareValues(a[i], b[i]) * (order[i]?.direction ?? 1)
    if (difference !== 0) return difference
  }
  return 0
}
