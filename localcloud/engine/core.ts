import type { Committer } from './commit'
import type { Sqlite } from './sqlite'
import type { Tables } from './tables'
import type { Transactions } from './transactions'

/** What every action of the engine works on. */
export type Core = {
  sqlite: Sqlite
  tables: Tables
  transactions: Transactions
  committer: Committer
  now: () => number
  /** Throws in strict mode, else writes a readable warning. */
  refuse: (message: string) => void
}
