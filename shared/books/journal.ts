import { monthOfInstant, type Instant } from '../kit/time'
import { balanceOf, type Account } from './account'
import type { Entry, Fact } from './entry'
import { evolve, evolveOwn } from './evolve'

/** Where and when a command stands: carried by every entry it writes. */
export type Stamp = {
  recordedAt: Instant
  programmeVersion: number
  requestId: string
  /** Who acted, where it was not the member: an employee's id. */
  actor?: string
}

/** An account on its way through a command, with the entries that brought it here. */
export type Journal = {
  account: Account
  entries: Entry[]
  stamp: Stamp
  /** Whether nobody else holds the account, so that entries may change it itself. */
  own?: boolean
}

export function openJournal(account: Account, stamp: Stamp): Journal {
  return { account, entries: [], stamp, own: false }
}

/** The same on an account that nobody else holds: once the command is allowed it may have changed. */
export function openOwnJournal(account: Account, stamp: Stamp): Journal {
  return { account, entries: [], stamp, own: true }
}

/** A journal only to be looked at: what is worked out in it stands in no ledger. */
export function openToRead(account: Account): Journal {
  return openJournal(account, { recordedAt: '', programmeVersion: 0, requestId: '' })
}

/**
 * Writes one fact: numbers it, works out what it does to the balance and moves the account on. The id defaults to the
 * account and the entry's number, which a retry reaches again. The fact is taken over and becomes the entry, without a
 * copy: a history of ten million orders is replayed through here.
 */
export function record(journal: Journal, fact: Fact, about: { at: Instant; id?: string; reverses?: string }): Journal {
  const { account, stamp, own = false } = journal
  const before = balanceOf(account)
  const seq = account.seq + 1
  const entry = fact as Entry
  entry._id = about.id ?? `entry:${account.accountId}:${seq}`
  entry.accountId = account.accountId
  entry.seq = seq
  entry.at = about.at
  entry.recordedAt = stamp.recordedAt
  entry.programmeVersion = stamp.programmeVersion
  entry.requestId = stamp.requestId
  entry.month = monthOfInstant(about.at)
  entry.reverses = about.reverses ?? null
  if (stamp.actor) entry.actor = stamp.actor
  const next = own ? evolveOwn(account, entry) : evolve(account, entry)
  entry.balanceAfter = balanceOf(next)
  entry.points = entry.balanceAfter - before
  entry.gained = Math.max(entry.points, 0)
  entry.spent = Math.max(-entry.points, 0)
  return { account: next, entries: withEntry(journal.entries, entry), stamp, own }
}

function withEntry(entries: readonly Entry[], entry: Entry): Entry[] {
  return entries.length === 0 ? [entry] : [...entries, entry]
}
