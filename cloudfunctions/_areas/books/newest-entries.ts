import type { Entry } from '../../../shared/books/entry'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'

/** Pages pass over entries that they do not show, so each is read with some to spare. */
const readSize = 60

/**
 * A member's entries before a number, newest first, in one read. What the account has written and the ledger does not
 * show yet is taken from the account, so a member always sees their own last act; `unposted` are those.
 */
export async function newestEntries(
  effects: Effects,
  account: StoredAccount,
  before: number,
): Promise<{ entries: Entry[]; unposted: Entry[] }> {
  const posted = await effects.store.find<Entry>('entries', {
    where: { accountId: account._id, seq: { lt: before } },
    orderBy: [['seq', 'desc']],
    limit: readSize,
  })
  const unposted = unpostedOf(account, posted)
  const entries = [...posted, ...unposted.filter((entry) => entry.seq < before)].sort((a, b) => b.seq - a.seq)
  return { entries, unposted }
}

/** Entries that the account holds and the ledger has not shown; what is older than a full page stands in it for sure. */
function unpostedOf(account: StoredAccount, posted: readonly Entry[]): Entry[] {
  const known = new Set(posted.map((entry) => entry._id))
  const oldest = posted.length === readSize ? (posted.at(-1)?.seq ?? 0) : 0
  return account.outbox.map((row) => row.entry).filter((entry) => entry.seq > oldest && !known.has(entry._id))
}
