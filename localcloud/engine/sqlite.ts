import BetterSqlite, { type Database } from 'better-sqlite3'
import { openFailure } from './open-failure'

export type Sqlite = Database
export type { Statement } from 'better-sqlite3'

/**
 * Opens the database file so that a committed change survives a kill and a power cut: write-ahead log, synced at each commit.
 * Where better-sqlite3 has no binary for the machine, libsql (prebuilt, same interface) stands in.
 */
export function openSqlite(file: string): Sqlite {
  try {
    return prepared(open(file))
  } catch (error) {
    throw openFailure(error, file)
  }
}

function prepared(sqlite: Sqlite): Sqlite {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('cache_size = -65536')
  sqlite.pragma('temp_store = MEMORY')
  return sqlite
}

function open(file: string): Sqlite {
  try {
    return exclusive(new BetterSqlite(file))
  } catch (error) {
    if (!/bindings|\.node|NODE_MODULE_VERSION|ERR_DLOPEN/.test(String(error))) throw error
    // Loaded only here: the package is optional, and an import would fail where it is not installed.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const Libsql = require('libsql') as typeof BetterSqlite
    return new Libsql(file)
  }
}

// Locks and reservations live in this process, so no other one may write beside it. Not with the fallback: it keeps a
// closed file locked until its statements are collected.
function exclusive(sqlite: Sqlite): Sqlite {
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('locking_mode = EXCLUSIVE')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}
