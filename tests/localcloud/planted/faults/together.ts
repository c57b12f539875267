import { engine, type Fault } from '../fault'

const transactions = engine('transactions.ts')
const commit = engine('write-in-transaction.ts')

export const together: Fault[] = [
  {
    name: 'a transaction reads the present instead of its snapshot',
    file: transactions,
    find: 'return before !== undefined ? before :',
    replace: 'return before === null && false ? before :',
    near: 'transactions',
  },
  {
    name: 'a transaction does not read what it wrote',
    file: transactions,
    find: 'const own = transaction.changes.get(document)\n',
    replace: 'const own = undefined as PendingChange | undefined\n',
    near: 'transactions',
  },
  {
    name: 'a rollback is lost',
    file: engine('execute.ts'),
    find: 'endTransaction(core.transactions, useTransaction(core.transactions, request.transactionId))',
    replace: 'void commitTransaction(core, request.transactionId)',
    near: 'transactions',
  },
  {
    name: 'a commit writes one document of several',
    file: commit,
    find: 'for (const change of changes) apply(core, change)',
    replace: 'for (const change of changes.slice(0, 1)) apply(core, change)',
    near: 'transactions',
  },
  {
    name: 'the second writer of a document meets no conflict',
    file: transactions,
    find: 'if (holder && holder !== transaction)\n',
    replace: 'if (holder && holder !== transaction && !key)\n',
    near: 'locks',
  },
  {
    name: 'a document that changed since the snapshot is written over',
    file: transactions,
    find: 'if (transactions.history.before(key, snapshot) !== undefined)',
    replace: 'if (snapshot < 0)',
    near: 'locks',
  },
  {
    name: 'an ordinary write does not wait for the transaction',
    file: transactions,
    find: 'if (holder) throw new Blocked(holder.ended)',
    replace: '',
    near: 'locks',
  },
  {
    name: 'a lock outlives its transaction',
    file: transactions,
    find: 'if (transactions.locks.get(document) === transaction) transactions.locks.delete(document)',
    replace: 'void document',
    near: 'locks',
  },
  {
    name: 'a duplicate inside a transaction is written over',
    file: commit,
    find: 'if (readInTransaction(core.transactions, transaction, table, id) !== null)\n      throw',
    replace: 'if (id === undefined)\n      throw',
    near: 'runs',
  },
  {
    name: 'a transaction never ends by itself',
    file: transactions,
    find: 'transactionLimitMs = 30_000',
    replace: 'transactionLimitMs = 30_000_000',
    near: 'locks',
  },
]
