import { existsSync, rmSync } from 'node:fs'
import type { Core } from './core'
import type { EngineOptions } from './engine'
import { isNoDatabase } from './open-failure'
import { environmentReplaced, invalidParameter } from './refused'
import { fitTables, type Tables } from './tables'
import { quote } from './table'
import { endTransaction } from './transactions'

/** Removes every document; open transactions are rolled back, and who waits for one of them is refused. */
export function resetTables(core: Core): void {
  quiet(core)
  const clear = core.sqlite.transaction(() => {
    for (const table of core.tables.values()) core.sqlite.exec(`DELETE FROM ${table.name}`)
    core.sqlite.exec('DELETE FROM multi')
  })
  clear.immediate()
  for (const table of core.tables.values()) for (const column of table.columns.values()) column.multi = false
}

/** Writes a consistent copy of the whole database. */
export async function snapshotFile(core: Core, file: string): Promise<void> {
  core.committer.flush()
  rmSync(file, { force: true })
  core.sqlite.prepare('VACUUM INTO ?').run(file)
}

/** Takes a copy back: what is in the tables now is lost, in one step. A file that is no snapshot is refused, and nothing is touched. */
export async function restoreFile(core: Core, file: string, options: EngineOptions): Promise<void> {
  attach(core, file)
  let tables
  try {
    const objects = objectsOf(core)
    if (!objects.some(({ name }) => name === 'collections')) throw noSnapshot()
    quiet(core)
    tables = copyBack(core, objects, options)
  } finally {
    core.sqlite.exec('DETACH DATABASE copy')
  }
  core.tables.clear()
  for (const [name, table] of tables) core.tables.set(name, table)
}

const noSnapshot = () => invalidParameter('the file is no snapshot of a local cloud')

// SQLite would make a file that is not there.
function attach(core: Core, file: string): void {
  if (!existsSync(file)) throw noSnapshot()
  try {
    core.sqlite.prepare('ATTACH DATABASE ? AS copy').run(file)
  } catch (error) {
    throw isNoDatabase(error) ? noSnapshot() : error
  }
}

type SqlObject = { type: string; name: string; sql: string }

function objectsOf(core: Core): SqlObject[] {
  return core.sqlite
    .prepare(
      "SELECT type, name, sql FROM copy.sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC",
    )
    .all() as SqlObject[]
}

function copyBack(core: Core, objects: SqlObject[], options: EngineOptions): Tables {
  const old = core.sqlite
    .prepare("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[]
  const copy = core.sqlite.transaction(() => {
    for (const { name } of old) core.sqlite.exec(`DROP TABLE main.${quote(name)}`)
    for (const { type, name, sql } of objects) {
      core.sqlite.exec(sql)
      if (type === 'table') core.sqlite.exec(`INSERT INTO main.${quote(name)} SELECT * FROM copy.${quote(name)}`)
    }
    return fitTables(core.sqlite, options.schema)
  })
  return copy.immediate()
}

// Who waits for a lock has not written yet and must not write into what comes now.
function quiet(core: Core): void {
  core.committer.flush()
  core.committer.rejectBlocked(environmentReplaced())
  for (const transaction of [...core.transactions.open.values()]) endTransaction(core.transactions, transaction)
}
