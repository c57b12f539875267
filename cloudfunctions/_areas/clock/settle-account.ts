import { openJournal } from '../../../shared/books/journal'
import type { Entry } from '../../../shared/books/entry'
import { addMilliseconds } from '../../../shared/kit/time'
import { expirePoints } from '../../../shared/points/expire'
import type { Effects } from '../../_runtime/effects'
import { postEntries } from '../../_runtime/outbox'
import { keepRowMs, storedAccount, type OutboxRow, type StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { giveUpTakenOrder } from './taken-order'

/**
 * Brings one due account in order: posts the entries that a crash left unposted, writes down the points whose time is
 * over, and lets go of rows that surely stand in the ledger. False when somebody else wrote meanwhile; the next tick
 * looks again.
 */
export async function settleAccount(effects: Effects, account: StoredAccount, terms: Terms): Promise<boolean> {
  const now = effects.now()
  const { posted, taken } = await postEntries(
    effects,
    account.outbox.map((row) => row.entry),
  )
  const [firstTaken] = taken
  if (firstTaken) return giveUpTakenOrder(effects, account, firstTaken, terms)

  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: `clock-${now}` }
  const journal = expirePoints(openJournal(account, stamp), now)
  const young = addMilliseconds(now, -keepRowMs)
  const kept = account.outbox.filter((row) => row.at > young || !posted.includes(row.entry._id))
  const added: OutboxRow[] = journal.entries.map((entry: Entry) => ({ entry, at: now }))
  const written = await effects.store.replaceIf(
    'accounts',
    storedAccount(journal.account, account, [...kept, ...added]),
    account.version,
  )
  if (written) await postEntries(effects, journal.entries)
  return written
}
