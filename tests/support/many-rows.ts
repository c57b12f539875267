import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import type { TestCloud } from './cloud'

/**
 * Makes many documents of one by writing them into the database's file while the cloud is closed, so that a million take a minute:
 * wherever the document has its own id, in whatever field, each copy has its own, which `idOf` tells SQL by the number `i`.
 */
export async function multiply(
  cloud: TestCloud,
  documents: readonly { collection: string; id: string; copies: number; idOf: string }[],
): Promise<void> {
  await cloud.restart(() => {
    const sqlite = new Sqlite(join(cloud.dataDir, 'database.sqlite'))
    // A power cut would lose a test's data and nothing else.
    sqlite.pragma('journal_mode = MEMORY')
    sqlite.pragma('synchronous = OFF')
    try {
      for (const one of documents) multiplyOne(sqlite, one)
    } finally {
      sqlite.close()
    }
  })
}

function multiplyOne(
  sqlite: Sqlite.Database,
  { collection, id, copies, idOf }: { collection: string; id: string; copies: number; idOf: string },
): void {
  const table = `"d:${collection}"`
  const columns = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).flatMap(({ name }) =>
    name === 'seq' ? [] : [`"${name}"`],
  )
  const own = (column: string) =>
    `CASE typeof(t.${column}) WHEN 'text' THEN replace(t.${column}, @id, ${idOf}) ELSE t.${column} END`
  const made = sqlite
    .prepare(
      `INSERT INTO ${table} (${columns.join()})
       WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @copies)
       SELECT ${columns.map(own).join()} FROM n CROSS JOIN ${table} AS t WHERE t.id = @id`,
    )
    .run({ id, copies })
  if (made.changes !== copies) throw new Error(`${made.changes} copies of ${id} in ${collection}, not ${copies}`)
  sqlite.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
}
