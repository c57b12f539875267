import type { Entry } from '../../../../shared/books/entry'
import { addMilliseconds, type Instant } from '../../../../shared/kit/time'
import type { Effects } from '../../../_runtime/effects'
import { endLeftHold, type Held, type Stock } from '../../../_runtime/stock'
import { keepRowMs, type StoredAccount } from '../../../_runtime/stored-account'
import type { Job } from '../job'

const pageSize = 50

/** What functions that were cut off left held of limited things. */
export const stocks: Job = {
  name: 'stocks',
  title: { zh: '库存占用清理', en: 'Stock left held' },
  everyMinutes: 1,
  waits: { collection: 'stocks', field: 'dueAt' },
  run: async (effects, _, { now }) => {
    const due = await sweepStocks(effects, now)
    return { due, done: due, failed: 0, left: due === pageSize }
  },
}

/**
 * Ends what functions that were cut off left held of limited things: what was written stays taken, what was not is there
 * again. A stock that cannot be looked through now stays due.
 */
export async function sweepStocks(effects: Effects, now: Instant): Promise<number> {
  const due = await effects.store.find<Stock>('stocks', {
    where: { dueAt: { gt: '', lte: now } },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
  for (const stock of due) await sweepStock(effects, stock, now)
  return due.length
}

async function sweepStock(effects: Effects, stock: Stock, now: Instant): Promise<void> {
  const old = addMilliseconds(now, -keepRowMs)
  const held = Object.values(stock.held)
  const left = held.filter(({ at }) => at <= old)
  for (const one of left) await endLeftHold(effects, stock._id, one, await isWritten(effects, one))
  const [next = null] = held
    .filter((one) => !left.includes(one))
    .map(({ at }) => addMilliseconds(at, keepRowMs))
    .sort()
  // Only as it was read: whoever holds something meanwhile has set a later one.
  await effects.store.change('stocks', { _id: stock._id, dueAt: stock.dueAt }, { set: { dueAt: next } })
}

/** Whether the command came to its end. The account is read first: what it no longer carries is in the ledger by then. */
async function isWritten({ store }: Effects, { accountId, entryId }: Held): Promise<boolean> {
  const account = await store.get<StoredAccount>('accounts', accountId)
  if (account?.outbox.some(({ entry }) => entry._id === entryId)) return true
  return (await store.get<Entry>('entries', entryId)) !== null
}
