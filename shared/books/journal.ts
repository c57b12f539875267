import { dayOf, monthOf, type Instant } from '../kit/time'
import { balanceOf, type Account } from './account'
import type { Entry, Fact } from './entry'
import { evolve } from './evolve'

/** Where and when a command stands: carried by every entry it writes. */
export type Stamp = {
  recordedAt: Instant
  programmeVersion: number
  requestId: string
  /** Who acted, where it was not the member: an employee's id. */
  actor?: string
}

/** An account on its way through a command, with the entries that brought it here. */
export type Journal = { account: Account; entries: Entry[]; stamp: Stamp }

export function openJournal(account: Account, stamp: Stamp): Journal {
  return { account, entries: [], stamp }
}

/**
 * Writes one fact: numbers it, works out what it does to the balance and moves the account on. The id defaults to the
 * account and the entry's number, which a retry reaches again.
 */
export function record(journal: Journal, fact: Fact, about: { at: Instant; id?: string; reverses?: string }): Journal {
  const { account, stamp } = journal
  const seq = account.seq + 1
  const frame = {
    _id: about.id ?? `entry:${account.accountId}:${seq}`,
    accountId: account.accountId,
    seq,
    at: about.at,
    recordedAt: stamp.recordedAt,
    programmeVersion: stamp.programmeVersion,
    requestId: stamp.requestId,
    points: 0,
    balanceAfter: 0,
    month: monthOf(dayOf(about.at)),
    gained: 0,
    spent: 0,
    reverses: about.reverses ?? null,
    ...(stamp.actor ? { actor: stamp.actor } : {}),
  }
  const next = evolve(account, { ...frame, ...fact })
  const balanceAfter = balanceOf(next)
  const points = balanceAfter - balanceOf(account)
  const moved = { points, balanceAfter, gained: Math.max(points, 0), spent: Math.max(-points, 0) }
  const entry: Entry = { ...frame, ...fact, ...moved }
  return { account: next, entries: [...journal.entries, entry], stamp }
}
