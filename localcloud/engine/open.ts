import { openCommitter } from './commit'
import type { Core } from './core'
import { dumpDocuments } from './dump'
import { execute } from './execute'
import type { Engine, EngineOptions } from './engine'
import { openHistory } from './history'
import { strictRefusal } from './refused'
import { restoreFile, resetTables, snapshotFile } from './files'
import { openFailure } from './open-failure'
import { openSqlite, type Sqlite } from './sqlite'
import { openTables, type Tables } from './tables'
import { endTransaction, expireTransactions, openTransactions } from './transactions'

const expiryCheckMs = 500

/**
 * Opens the database of the local cloud in a file, and brings it to the schema. One process at a time may hold a file. Throws, in words
 * for the developer, when another one does, when the file is no database, and when its documents break a unique index; the file is free then.
 */
export function openEngine(options: EngineOptions): Engine {
  const core = openCore(options)
  // Writers that wait for a transaction must go on when it is over its time, even if nobody asks anything meanwhile.
  const expiry = setInterval(() => expireTransactions(core.transactions), expiryCheckMs)
  expiry.unref()
  return {
    execute: (request, invocation) => execute(core, request, invocation),
    abortInvocation(invocationId) {
      for (const transaction of core.transactions.open.values()) {
        if (transaction.invocation === invocationId) endTransaction(core.transactions, transaction)
      }
    },
    reset: () => resetTables(core),
    snapshot: (file) => snapshotFile(core, file),
    restore: (file) => restoreFile(core, file, options),
    dump: () => dumpDocuments(core),
    close() {
      clearInterval(expiry)
      core.committer.flush()
      core.sqlite.close()
    },
  }
}

function openCore(options: EngineOptions): Core {
  const sqlite = openSqlite(options.file)
  const history = openHistory()
  const elapsed = options.elapsed ?? (() => performance.now())
  return {
    sqlite,
    tables: tablesOf(sqlite, options),
    transactions: openTransactions(history, () => ({ clock: options.now(), elapsed: elapsed() })),
    committer: openCommitter(sqlite, history),
    now: options.now,
    refuse(message) {
      if (options.strict === 'refuse') throw strictRefusal(message)
      options.onWarning?.(message)
    },
  }
}

function tablesOf(sqlite: Sqlite, { file, schema }: EngineOptions): Tables {
  try {
    return openTables(sqlite, schema)
  } catch (error) {
    sqlite.close()
    throw openFailure(error, file)
  }
}
