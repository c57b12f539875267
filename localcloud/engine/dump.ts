import type { Core } from './core'
import { readEjson, type Value } from './ejson'
import type { Json } from './values'

/** Every document, in collection and id order, as plain JSON: dates as ISO strings, patterns as `/source/flags`. */
export function* dumpDocuments(core: Core): Iterable<{ collection: string; document: Json }> {
  for (const collection of [...core.tables.keys()].sort()) {
    const table = core.tables.get(collection)
    const texts = table?.prepare(`SELECT doc FROM ${table.name} ORDER BY id`).pluck().all() as string[]
    for (const text of texts) yield { collection, document: plain(readEjson(text, 0)) }
  }
}

function plain(value: Value): Json {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof RegExp) return String(value)
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, plain(inner)]))
}
