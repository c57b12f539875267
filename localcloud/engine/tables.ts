import type { CollectionIndex, DatabaseSchema } from '../../cloudfunctions/database'
import type { Key } from './keys'
import { collectionMissing } from './refused'
import type { Sqlite } from './sqlite'
import { columnName, fileNameOf, indexedPaths, openTable, quote, rebuildColumns, type Table } from './table'

export type Tables = Map<string, Table>

/**
 * Brings the file to the schema: creates missing collections, and where the list of indexes of a collection has changed, builds
 * its columns and indexes anew. Collections that functions made themselves (`createCollection`) stay, without indexes.
 */
export function openTables(sqlite: Sqlite, schema: DatabaseSchema): Tables {
  return sqlite.transaction(() => fitTables(sqlite, schema)).immediate()
}

/** The same for a caller that is within a transaction of SQLite. */
export function fitTables(sqlite: Sqlite, schema: DatabaseSchema): Tables {
  sqlite.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, indexes TEXT NOT NULL)')
  sqlite.exec('CREATE TABLE IF NOT EXISTS multi (collection TEXT, path TEXT, PRIMARY KEY (collection, path))')
  const tables: Tables = new Map()
  const rows = sqlite.prepare('SELECT name, indexes FROM collections').all() as { name: string; indexes: string }[]
  const known = new Map(rows.map(({ name, indexes }) => [name, indexes]))
  for (const { name, indexes } of schema.collections) tables.set(name, fitTable(sqlite, name, indexes, known.get(name)))
  for (const [name, indexes] of known) if (!tables.has(name)) tables.set(name, fitTable(sqlite, name, [], indexes))
  return tables
}

/** Makes a collection at run time; false when it is there already. */
export function addTable(sqlite: Sqlite, tables: Tables, collection: string): boolean {
  if (tables.has(collection)) return false
  tables.set(collection, fitTable(sqlite, collection, [], undefined))
  return true
}

export function tableOf(tables: Tables, collection: unknown): Table {
  const table = tables.get(String(collection))
  if (!table) throw collectionMissing(String(collection))
  return table
}

function fitTable(
  sqlite: Sqlite,
  collection: string,
  indexes: readonly CollectionIndex[],
  stored: string | undefined,
): Table {
  const wanted = JSON.stringify(indexes)
  if (stored === wanted) return openTable(sqlite, collection, indexes)
  const fileName = fileNameOf(sqlite, collection)
  const name = quote(`d:${fileName}`)
  if (stored === undefined)
    sqlite.exec(`CREATE TABLE ${name} (seq INTEGER PRIMARY KEY, id UNIQUE NOT NULL, doc TEXT NOT NULL)`)
  else forgetColumns(sqlite, collection, fileName, JSON.parse(stored) as CollectionIndex[])
  for (const path of indexedPaths(indexes)) sqlite.exec(`ALTER TABLE ${name} ADD COLUMN ${columnName(path)}`)
  const table = openTable(sqlite, collection, indexes)
  if (stored !== undefined) rebuildColumns(sqlite, table)
  for (const index of indexes) {
    if (index.unique) requireUnique(table, index)
    const fields = index.fields.map(
      ({ field, direction }) => `${columnName(field)} ${direction === 'desc' ? 'DESC' : 'ASC'}`,
    )
    sqlite.exec(
      `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${indexName(fileName, index)} ON ${name} (${fields.join()})`,
    )
  }
  sqlite.prepare('INSERT OR REPLACE INTO collections (name, indexes) VALUES (?, ?)').run(collection, wanted)
  return table
}

function requireUnique(table: Table, index: CollectionIndex): void {
  const columns = index.fields.map(({ field }) => columnName(field)).join()
  const twice = table
    .prepare(
      `SELECT min(id) AS one, max(id) AS other FROM ${table.name} GROUP BY ${columns} HAVING count(*) > 1 LIMIT 1`,
    )
    .get() as { one: Key; other: Key } | undefined
  if (!twice) return
  const fields = index.fields.map(({ field }) => field).join(', ')
  throw new Error(
    `The unique index «${index.name}» of «${table.collection}» cannot be built: the documents «${twice.one}» and «${twice.other}» ` +
      `have the same ${fields}. Change one of them, or take the index out of the schema.`,
  )
}

function forgetColumns(sqlite: Sqlite, collection: string, fileName: string, indexes: CollectionIndex[]): void {
  for (const index of indexes) sqlite.exec(`DROP INDEX ${indexName(fileName, index)}`)
  for (const path of indexedPaths(indexes))
    sqlite.exec(`ALTER TABLE ${quote(`d:${fileName}`)} DROP COLUMN ${columnName(path)}`)
  sqlite.prepare('DELETE FROM multi WHERE collection = ?').run(collection)
}

const indexName = (fileName: string, index: CollectionIndex) => quote(`${fileName}/${index.name}`)
