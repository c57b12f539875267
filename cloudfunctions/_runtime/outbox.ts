import type { Entry } from '../../shared/books/entry'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import type { Effects } from './effects'
import type { Store } from './store'
import { keepRowMs, type OutboxRow, type StoredAccount } from './stored-account'

/**
 * Puts entries into the ledger under their own ids. May run any number of times, by the function that wrote them or by
 * the clock; an entry that is there already is left as it is. Gives the ids that surely stand in the ledger, and the
 * entries whose id another account's entry has taken.
 */
export async function postEntries(effects: Effects, entries: readonly Entry[]): Promise<Posting> {
  if (entries.length === 0) return { posted: [], taken: [] }
  if ((await effects.store.insert('entries', entries)) === 'inserted') return noteAsPosted(effects, entries, [])
  const present = await presentEntries(effects, entries)
  const missing = entries.filter((entry) => !present.has(entry._id))
  for (const entry of missing) await effects.store.insert('entries', [entry])
  const after = missing.length > 0 ? await presentEntries(effects, entries) : present
  const taken = entries.filter((entry) => after.get(entry._id)?.accountId !== entry.accountId)
  return noteAsPosted(
    effects,
    entries.filter((entry) => !taken.includes(entry)),
    taken,
  )
}

export type Posting = { posted: string[]; taken: Entry[] }

/** Rows that have to stay: not known to be in the ledger yet, or too young to be let go. */
export function rowsToKeep(effects: Effects, account: StoredAccount, now: Instant): OutboxRow[] {
  const postedHere = postedBy(effects.store)
  const youngest = addMilliseconds(now, -keepRowMs)
  return account.outbox.filter((row) => row.at > youngest || !postedHere.has(row.entry._id))
}

/** Entries of earlier commands that left their posting to this one, but for those that this instance has posted since. */
export function leftLater(effects: Effects, account: StoredAccount | null): Entry[] {
  const postedHere = postedBy(effects.store)
  const left = (account?.outbox ?? []).filter(({ later, entry }) => later && !postedHere.has(entry._id))
  return left.map(({ entry }) => entry)
}

/** What this instance has posted itself, by database; bounded, and only ever a reason to let a row go sooner. */
const posted = new WeakMap<Store, Set<string>>()
const rememberMax = 20_000

function postedBy(store: Store): Set<string> {
  const known = posted.get(store) ?? new Set<string>()
  posted.set(store, known)
  return known
}

function noteAsPosted(effects: Effects, entries: readonly Entry[], taken: Entry[]): Posting {
  const known = postedBy(effects.store)
  if (known.size > rememberMax) known.clear()
  for (const entry of entries) known.add(entry._id)
  return { posted: entries.map((entry) => entry._id), taken }
}

/** Which of these entries' ids stand in the ledger, and whose they are. At most 1,000. */
export async function presentEntries(effects: Effects, entries: readonly Entry[]): Promise<Map<string, Entry>> {
  if (entries.length === 0) return new Map()
  const found = await effects.store.getMany<Entry>(
    'entries',
    entries.map((entry) => entry._id),
  )
  return new Map(found.map((entry) => [entry._id, entry]))
}
