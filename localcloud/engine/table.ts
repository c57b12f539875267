import type { CollectionIndex } from '../../cloudfunctions/database'
import { readEjson, type Fields } from './ejson'
import { keyOf, listKeys, type Key } from './keys'
import { valueAt } from './paths'
import { requestFailed } from './refused'
import type { Sqlite, Statement } from './sqlite'

/** One collection: its rows, its typed columns and the statements on it. */
export type Table = {
  collection: string
  /** Its name in the file, and that of its table in SQL. */
  fileName: string
  name: string
  indexes: readonly CollectionIndex[]
  /** Typed columns by dotted path; `_id` is the column `id`. */
  columns: ReadonlyMap<string, Column>
  find: Statement
  keys: Statement
  insert: Statement
  replace: Statement
  replaceDocument: Statement
  remove: Statement
  /** Any other statement, prepared once. */
  prepare(sql: string): Statement
}

/** `multi`: some document held a list there once, so the column alone may not decide (as in a multikey index). */
export type Column = { path: string; sql: string; multi: boolean }

export type Row = { id: Key; doc: string }

const statementsMax = 500

export const quote = (name: string) => `"${name.replace(/"/g, '""')}"`
export const columnName = (path: string) => (path === '_id' ? 'id' : quote(`f:${path}`))

/**
 * How the collection is called in the file, unquoted. SQLite takes names that differ in their capitals alone for one, the platform does not:
 * of two such collections the later one bears the places of its capitals behind its name.
 */
export function fileNameOf(sqlite: Sqlite, collection: string): string {
  const alike = sqlite
    .prepare("SELECT substr(name, 3) AS name FROM sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE")
    .all(`d:${collection}`) as { name: string }[]
  if (alike.every(({ name }) => name === collection)) return collection
  return `${collection}~${[...collection].map((letter) => (/[A-Z]/.test(letter) ? 1 : 0)).join('')}`
}

export function openTable(sqlite: Sqlite, collection: string, indexes: readonly CollectionIndex[]): Table {
  const fileName = fileNameOf(sqlite, collection)
  const name = quote(`d:${fileName}`)
  const paths = indexedPaths(indexes)
  const multi = multiPaths(sqlite, collection)
  const columns = new Map<string, Column>([['_id', { path: '_id', sql: 'id', multi: false }]])
  for (const path of paths) columns.set(path, { path, sql: columnName(path), multi: multi.has(path) })
  const cached = new Map<string, Statement>()
  const prepare = (sql: string) => {
    let statement = cached.get(sql)
    if (statement) return statement
    // Lists of different lengths make endless texts; what is in use comes back at once.
    if (cached.size >= statementsMax) cached.clear()
    cached.set(sql, (statement = sqlite.prepare(sql)))
    return statement
  }
  const names = paths.map(columnName)
  return {
    collection,
    fileName,
    name,
    indexes,
    columns,
    prepare,
    find: sqlite.prepare(`SELECT doc FROM ${name} WHERE id = ?`),
    insert: sqlite.prepare(
      `INSERT INTO ${name} (${['id', 'doc', ...names].join()}) VALUES (${['id', 'doc', ...names].map(() => '?').join()})`,
    ),
    replace: sqlite.prepare(
      `UPDATE ${name} SET ${['doc', ...names].map((column) => `${column} = ?`).join()} WHERE id = ?`,
    ),
    replaceDocument: sqlite.prepare(`UPDATE ${name} SET doc = ? WHERE id = ?`),
    keys: sqlite.prepare(`SELECT ${names.join() || 'id'} FROM ${name} WHERE id = ?`),
    remove: sqlite.prepare(`DELETE FROM ${name} WHERE id = ?`),
  }
}

/** The paths that need a column of their own. */
export function indexedPaths(indexes: readonly CollectionIndex[]): string[] {
  return [...new Set(indexes.flatMap((index) => index.fields.map(({ field }) => field)))].filter(
    (path) => path !== '_id',
  )
}

/** The values of the typed columns of a document; notes paths where a list was met. */
export function keysOf(table: Table, document: Fields): Key[] {
  const keys: Key[] = []
  for (const column of table.columns.values()) {
    if (column.path === '_id') continue
    if (valueAt(document, column.path).multi) markMulti(table, column)
    keys.push(columnKey(document, column.path))
  }
  return keys
}

/** What a document has in the column of a path. Where a list was met on the way it is a list's key, whatever was found behind it. */
export function columnKey(document: Fields, path: string): Key {
  const { value, multi } = valueAt(document, path)
  return keyOf(multi && !Array.isArray(value) ? [value ?? null] : value)
}

/** Whether some document holds a list there now; a column that leads no index is not searched, but believed to. */
export function holdsLists(table: Table, column: Column): boolean {
  if (!column.multi) return false
  if (!table.indexes.some(({ fields }) => fields[0]?.field === column.path)) return true
  const statement = table.prepare(`SELECT 1 FROM ${table.name} WHERE ${column.sql} >= ? AND ${column.sql} < ? LIMIT 1`)
  return statement.get(listKeys.from, listKeys.to) !== undefined
}

/** The text of a stored document, or null. Rows are read as objects: the fallback engine knows no other form. */
export function textOf(table: Table, id: Key): string | null {
  const row = table.find.get(id) as Pick<Row, 'doc'> | undefined
  return row ? row.doc : null
}

/** Writes a new document. Throws the platform's duplicate error. */
export function insertRow(table: Table, id: Key, document: Fields, text: string): void {
  guard(table, document, () => table.insert.run(id, text, ...keysOf(table, document)))
}

/** Writes a changed document over the old one; columns are touched only when one of them changed. */
export function replaceRow(table: Table, id: Key, document: Fields, text: string): void {
  const keys = keysOf(table, document)
  if (keys.length === 0 || sameKeys(keys, Object.values(table.keys.get(id) as { [column: string]: Key })))
    table.replaceDocument.run(text, id)
  else guard(table, document, () => table.replace.run(text, ...keys, id))
}

/** Takes the unique values from a stored document that is about to get others: within one write job, before `replaceRow`. */
export function freeUniqueValues(table: Table, id: Key, after: Fields): void {
  const paths = indexedPaths(table.indexes.filter(({ unique }) => unique))
  if (paths.length === 0) return
  const columns = paths.map(columnName)
  const stored = table.prepare(`SELECT ${columns.join()} FROM ${table.name} WHERE id = ?`).get(id)
  const keys = paths.map((path) => columnKey(after, path))
  if (!stored || sameKeys(keys, Object.values(stored as { [column: string]: Key }))) return
  const nobodys = Buffer.concat([Buffer.from([0xff]), Buffer.from(JSON.stringify(id))])
  const empty = columns.map((column) => `${column} = ?`).join()
  table.prepare(`UPDATE ${table.name} SET ${empty} WHERE id = ?`).run(...columns.map(() => nobodys), id)
}

export function removeRow(table: Table, id: Key): void {
  table.remove.run(id)
}

/** Rebuilds the columns of every row, after the list of indexes has changed. */
export function rebuildColumns(sqlite: Sqlite, table: Table): void {
  for (const row of sqlite.prepare(`SELECT id, doc FROM ${table.name}`).all() as Row[]) {
    table.replace.run(row.doc, ...keysOf(table, readEjson(row.doc, 0) as Fields), row.id)
  }
}

/** The platform's error for a taken unique value; it names the index, `_id_` for the document id. */
export function duplicateKey(table: Table, index: { name: string; paths: string[] }, document: Fields) {
  const key = index.paths.map((path) => `${path}: ${JSON.stringify(valueAt(document, path).value ?? null)}`).join(', ')
  return requestFailed(
    `E11000 duplicate key error collection: local.${table.collection} index: ${index.name} dup key: { ${key} }`,
  )
}

function guard(table: Table, document: Fields, run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!/UNIQUE constraint failed/.test(String(error))) throw error
    throw duplicateKey(table, brokenIndex(table, String(error)), document)
  }
}

// SQLite names the columns of the broken index: "UNIQUE constraint failed: d:accounts.f:a, d:accounts.f:b".
function brokenIndex(table: Table, message: string): { name: string; paths: string[] } {
  const names = message.split('failed: ')[1]?.split(', ') ?? []
  const columns = names
    .map((name) => name.slice(`d:${table.fileName}.`.length).replace(/^f:/, ''))
    .map((name) => (name === 'id' ? '_id' : name))
  const index = table.indexes.find(
    ({ unique, fields }) => unique && fields.map(({ field }) => field).join() === columns.join(),
  )
  return index ? { name: index.name, paths: index.fields.map(({ field }) => field) } : { name: '_id_', paths: ['_id'] }
}

function sameKeys(a: Key[], b: Key[]): boolean {
  return a.every((key, i) => {
    const other = b[i]
    return key === other || (Buffer.isBuffer(key) && Buffer.isBuffer(other) && key.equals(other))
  })
}

function multiPaths(sqlite: Sqlite, collection: string): Set<string> {
  const rows = sqlite.prepare('SELECT path FROM multi WHERE collection = ?').all(collection) as { path: string }[]
  return new Set(rows.map(({ path }) => path))
}

// Written each time, since an earlier mark may have been rolled back with its change.
function markMulti(table: Table, column: Column): void {
  table.prepare('INSERT OR IGNORE INTO multi (collection, path) VALUES (?, ?)').run(table.collection, column.path)
  column.multi = true
}
