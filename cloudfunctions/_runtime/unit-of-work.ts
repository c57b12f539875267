import type { Entry } from '../../shared/books/entry'
import type { Journal } from '../../shared/books/journal'
import { allow, refuse, type Ruling } from '../../shared/kit/ruling'
import type { Effects } from './effects'
import { leftLater, postEntries, rowsToKeep } from './outbox'
import { waitMs } from './retry'
import { holdStock, releaseStock, settleStock, type StockClaim, type StockWay } from './stock'
import { storedAccount, withReply, type OutboxRow, type Parcel, type StoredAccount } from './stored-account'

/**
 * One command on one account, in two trips: what was read, then the account written back on condition that its version
 * is unchanged. The entries ride in that same write and are posted after the reply; the clock posts what a crash left.
 */
export type Work<Loaded extends Read, Value, Refusal extends string> = {
  /** What the first trip read. */
  loaded: Loaded
  /** Reads it again after somebody else was faster. */
  reload: () => Promise<Loaded>
  /** The phone's request, whose repetition is answered as the first time; null where a business key carries that. */
  request: RequestMark | null
  /** The entry that keeps the answer, where it has an id of its own; otherwise the first, which is named after the request. */
  receiptId?: string
  /**
   * The rule. May run several times; has no effect of its own. A journal without entries writes nothing. `lacking` says of
   * what that it can do without too little is left.
   */
  decide: (loaded: Loaded, lacking: Lacking) => Ruling<Decision<Value, Refusal>, Refusal>
  /** Leaves the posting of its entries to the account's next write, or to the clock. */
  lazily?: boolean
  /** Takes the written entries over, for a batch that posts those of many accounts together. */
  post?: (entries: readonly Entry[]) => void
}

/** What was read: the account, and what the ledger holds of this request where that was asked as well. */
type Read = { account: StoredAccount | null; receipt?: Entry | null }

export type RequestMark = { id: string; inputHash: string }
export type Decision<Value, Refusal extends string = never> = {
  journal: Journal | null
  reply: Value
  /** Where something goes that it lets be sent, sealed. */
  parcel?: Parcel
  /** What it takes of things of which there are only so many, and what it gives back of them. */
  stock?: readonly Wanted<Refusal>[]
}

/**
 * So many of something limited, and what happens when too few are left: a refusal, or the rule is asked again without it.
 * `entryId`: of the entry that stands for it, the first where it says none.
 */
export type Wanted<Refusal extends string = never> = {
  stockId: string
  way: StockWay
  total: number
  /** One where it says nothing. */
  count?: number
  entryId?: string
} & ({ refusal: Refusal } | { elseWithout: string })

/** What of a decision's wishes that it can do without could not be had, by the names it gave them. */
export type Lacking = ReadonlySet<string>

/** 2026-11: twelve tries, so that sixty-four commands at once on one account all come to a ruling. */
const triesMax = 12
const wait = { fromMs: 5, upToMs: 20 }
const waitMaxMs = 400

export async function commit<Loaded extends Read, Value, Refusal extends string>(
  effects: Effects,
  work: Work<Loaded, Value, Refusal>,
): Promise<Ruling<Value, Refusal | 'busy' | 'request_reused'>> {
  const claims: StockClaim[] = []
  const ruling = await tried(effects, work, claims)
  if (!ruling.ok) for (const claim of claims) await releaseStock(effects, claim)
  return ruling
}

async function tried<Loaded extends Read, Value, Refusal extends string>(
  effects: Effects,
  work: Work<Loaded, Value, Refusal>,
  claims: StockClaim[],
): Promise<Ruling<Value, Refusal | 'busy' | 'request_reused'>> {
  let loaded = work.loaded
  const lacking = new Set<string>()
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    const known = await knownReply<Value>(effects, loaded, work.request, work.receiptId)
    if (known) return known
    const ruling = await decided(effects, work, { loaded, lacking, claims })
    if (!ruling.ok) return ruling
    const { journal, reply, parcel } = ruling.value
    if (!journal || journal.entries.length === 0) return allow(reply)
    const written = await write(effects, loaded.account, journal, {
      request: work.request,
      receiptId: work.receiptId,
      lazily: work.lazily ?? false,
      reply,
      parcel,
    })
    if (written) {
      if (work.post) work.post(written)
      else if (!work.lazily)
        effects.afterReply(() => post(effects, [...leftLater(effects, loaded.account), ...written]))
      for (const claim of claims) effects.afterReply(() => settleStock(effects, claim))
      return allow(reply)
    }
    await effects.sleep(Math.min(waitMs(attempt, { ...wait, random: () => fraction(effects) }), waitMaxMs))
    loaded = await work.reload()
  }
  return refuse('busy')
}

/** What the rule decides, with all that it wants held; asked again as long as something lacks that it can do without. */
async function decided<Loaded extends Read, Value, Refusal extends string>(
  effects: Effects,
  { decide, request }: Work<Loaded, Value, Refusal>,
  { loaded, lacking, claims }: { loaded: Loaded; lacking: Set<string>; claims: StockClaim[] },
): Promise<Ruling<Decision<Value, Refusal>, Refusal>> {
  for (;;) {
    const ruling = decide(loaded, lacking)
    if (!ruling.ok) return ruling
    const { journal, stock = [] } = ruling.value
    if (!journal || journal.entries.length === 0) return ruling
    const lacked = await hold(effects, claims, claimsOf(journal, request, stock))
    if (!lacked) return ruling
    if ('refusal' in lacked) return refuse(lacked.refusal)
    if (lacking.has(lacked.elseWithout)) throw new Error(`${lacked.elseWithout} lacks, and was wanted again`)
    lacking.add(lacked.elseWithout)
  }
}

type Lacked<Refusal extends string> = { refusal: Refusal } | { elseWithout: string }
type Claimed<Refusal extends string> = { claim: StockClaim; lacked: Lacked<Refusal> }

function claimsOf<Refusal extends string>(
  { account, entries }: Journal,
  request: RequestMark | null,
  stock: readonly Wanted<Refusal>[],
): Claimed<Refusal>[] {
  const { accountId } = account
  const first = request ? requestEntryId(accountId, request.id) : (entries[0]?._id ?? '')
  return stock.map(({ stockId, way, total, entryId = first, count = 1, ...lacked }) => ({
    lacked,
    claim: { stockId, way, total, count, accountId, entryId },
  }))
}

/** Holds what is not held yet and lets go of what is wanted no more; the first of which too little is left, if any. */
async function hold<Refusal extends string>(
  effects: Effects,
  held: StockClaim[],
  wanted: readonly Claimed<Refusal>[],
): Promise<Lacked<Refusal> | null> {
  const same = (one: StockClaim, other: StockClaim) =>
    one.stockId === other.stockId && one.entryId === other.entryId && one.count === other.count
  for (const claim of held.filter((one) => !wanted.some((other) => same(one, other.claim)))) {
    await releaseStock(effects, claim)
    held.splice(held.indexOf(claim), 1)
  }
  for (const { claim, lacked } of wanted.filter((one) => !held.some((other) => same(one.claim, other)))) {
    if (!(await holdStock(effects, claim))) return lacked
    held.push(claim)
  }
  return null
}

async function write(
  effects: Effects,
  before: StoredAccount | null,
  journal: Journal,
  answer: Answer & { receiptId: string | undefined; lazily: boolean; parcel: Parcel | undefined },
): Promise<Entry[] | null> {
  const { next, entries } = nextAccount(effects, before, journal, answer)
  const written = before
    ? await effects.store.replaceIf('accounts', next, before.version)
    : (await effects.store.insert('accounts', [next])) === 'inserted'
  return written ? entries : null
}

type Answer = { request: RequestMark | null; reply: unknown }

/** The account as it is to be written, with the entries of a journal in its outbox and the answer to the request. */
export function nextAccount(
  effects: Effects,
  before: StoredAccount | null,
  journal: Journal,
  {
    request,
    receiptId,
    lazily = false,
    reply,
    parcel,
  }: Answer & { receiptId?: string | undefined; lazily?: boolean; parcel?: Parcel | undefined },
): { next: StoredAccount; entries: Entry[] } {
  const at = effects.now()
  const entries = request ? withReceipt(journal.entries, request, reply, receiptId) : [...journal.entries]
  const rows: OutboxRow[] = entries.map((entry) => ({ entry, at, ...(lazily ? { later: true } : {}) }))
  const kept = before ? rowsToKeep(effects, before, at) : []
  const plain = storedAccount(journal.account, before, [...kept, ...rows], parcel)
  const next = request ? withReply(plain, { requestId: request.id, inputHash: request.inputHash, reply }) : plain
  return { next, entries }
}

/**
 * One entry of a request keeps its answer, for when the account has let it go: the one of that id, or the first, which
 * is then named after the request.
 */
function withReceipt(entries: readonly Entry[], request: RequestMark, reply: unknown, receiptId?: string): Entry[] {
  const receipt = { inputHash: request.inputHash, reply }
  if (receiptId) return entries.map((entry) => (entry._id === receiptId ? { ...entry, receipt } : entry))
  return entries.map((entry, index) =>
    index > 0
      ? entry
      : {
          ...entry,
          _id: requestEntryId(entry.accountId, request.id),
          receipt,
        },
  )
}

/** Puts written entries into the ledger; what has to wait for the clock is logged. */
export async function post(effects: Effects, entries: readonly Entry[]): Promise<void> {
  const { taken } = await postEntries(effects, entries)
  for (const entry of taken) effects.log({ event: 'entry_id_taken', entry: entry._id, account: entry.accountId })
}

/**
 * The answer that this request got before, if it did. The account carries the last replies and the entries that may not
 * be in the ledger yet; once it has dropped a reply, the ledger is asked, whose first entry of a request is named after it.
 */
export async function knownReply<Value>(
  effects: Effects,
  { account, receipt }: Read,
  request: RequestMark | null,
  receiptId?: string,
): Promise<Ruling<Value, 'request_reused'> | null> {
  if (!account || !request) return null
  const recent = account.recent.find((row) => row.requestId === request.id)
  if (recent) return recent.inputHash === request.inputHash ? allow(recent.reply as Value) : refuse('request_reused')
  if (!account.forgot) return null
  const id = receiptId ?? requestEntryId(account._id, request.id)
  const held = account.outbox.find((row) => row.entry._id === id)?.entry
  const entry = held ?? (receipt === undefined ? await effects.store.get<Entry>('entries', id) : receipt)
  if (!entry?.receipt) return null
  return entry.receipt.inputHash === request.inputHash ? allow(entry.receipt.reply as Value) : refuse('request_reused')
}

/** The id of the first entry that a request writes: from member and request, so that no two members ever share one. */
export function requestEntryId(accountId: string, requestId: string): string {
  return `entry:${accountId}:${requestId}`
}

function fraction(effects: Effects): number {
  const [high = 0, low = 0] = effects.random(2)
  return (high * 256 + low) / 65_536
}
