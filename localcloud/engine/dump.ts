import type { Core } from './core'
import { readEjson, type Value } from './ejson'
import type { Row, Table } from './table'
import type { Json } from './values'

const pageDocuments = 500

/** Every document, in collection and id order, as plain JSON: dates as ISO strings, patterns as `/source/flags`. */
export function* dumpDocuments(core: Core): Iterable<{ collection: string; document: Json }> {
  for (const collection of [...core.tables.keys()].sort()) {
    const table = core.tables.get(collection)
    if (table) for (const text of textsOf(table)) yield { collection, document: plain(readEjson(text, 0)) }
  }
}

// Page by page: a statement left open between two documents would keep everybody else from writing.
function* textsOf(table: Table): Iterable<string> {
  let page = table.prepare(`SELECT id, doc FROM ${table.name} ORDER BY id LIMIT ${pageDocuments}`).all() as Row[]
  while (page.length > 0) {
    for (const { doc } of page) yield doc
    const last = page[page.length - 1] as Row
    page = table
      .prepare(`SELECT id, doc FROM ${table.name} WHERE id > ? ORDER BY id LIMIT ${pageDocuments}`)
      .all(last.id) as Row[]
  }
}

function plain(value: Value): Json {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof RegExp) return String(value)
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, plain(inner)]))
}
