import type { Entry } from '../../shared/books/entry'
import { addMilliseconds, soonest, type Instant } from '../../shared/kit/time'
import { balanceOf, type Account } from '../../shared/books/account'
import { nextCouponAt } from '../../shared/coupons/settle'
import { nextReferralAt } from '../../shared/referrals/friend'
import { nextReleaseAt } from '../../shared/rewards/release'
import type { Duty } from '../../shared/obligations/duty'
import { dutyOf } from '../../shared/obligations/duty-of'
import { nextNoticeAt, nothingTold, withEntries, type Telling } from '../../shared/messages/telling'

/** The account's one document: what the rules know, and what the runtime needs to write it safely. */
export type StoredAccount = Account & {
  _id: string
  /** Counts writes; every write is on condition that it is unchanged. */
  version: number
  /** The balance, written beside its lots so that the database can add balances up. */
  balance: number
  /** Entries that have to be in the ledger, kept here until they surely are. */
  outbox: OutboxRow[]
  /** What the member is to be told of, and has been; absent in an account written before there were notices. */
  telling?: Telling
  /** When the clock has to see what tier and calendar entitle the member to; null or absent when never. */
  givingAt?: Instant | null
  /** The programme's version under which that was last seen. */
  givenUnder?: number
  /** Answers to the member's last requests, so that a repeated request is answered as then. */
  recent: RecentReply[]
  /** True once a reply was dropped from `recent`: from then on the ledger is asked about unknown request ids. */
  forgot: boolean
  /** Where rewards that are to be sent go, sealed; let go of once they were sent. Absent in an account that never had any. */
  parcels?: Parcel[]
  /** Since when something of this account's waits to be sent; null when nothing does. */
  sendAt?: Instant | null
  /** Since when the referral that the member came by waits for a manager, and the account, so that no two are the same; null when it does not. */
  review?: string | null
  /** What has happened that may begin a journey, oldest first, until the clock has seen it; absent where nothing ever did. */
  journeyMarks?: JourneyMark[]
  /** What of that referral the referrer's account has still to be given, oldest first. */
  toReferrer?: ForReferrer[]
  /** What happened to promises and the clock has still to write down, oldest first; absent where nothing ever did. */
  owing?: Duty[]
  /** What calendar and tier had promised when the clock looked last; absent where it never did. */
  promised?: string[]
  /** As what lists of customers show the member, as far as the clock has written it; absent where there are none. */
  shownAs?: string
  /** When the clock has to look at this account; null when never. */
  dueAt: Instant | null
  /** Since when the clock cannot settle it, so that it may carry entries that are not in the ledger; null when it can. */
  putOffAt?: Instant | null
  [field: string]: unknown
}

/** Something that may begin a journey: a member joined, reached another tier, or bought. */
export type JourneyMark = {
  kind: 'enrol' | 'tier' | 'purchase'
  entryId: string
  at: Instant
  storeId: string | null
  tierId?: string
  kinds?: string[]
}

/** A reward of the friend's that the referrer's follows, or one that was taken back. */
export type ForReferrer = { round: number; what: 'reward' | 'undo'; at: Instant }

/** `later`: whoever wrote it has left its posting to the account's next write, or to the clock. */
export type OutboxRow = { entry: Entry; at: Instant; later?: true }
/** The sealed address of one exchange. */
export type Parcel = { exchangeNo: number; sealed: string }
export type RecentReply = { requestId: string; inputHash: string; reply: unknown }

/** How many replies an account carries. Phones retry within minutes; twenty commands are days for a busy member. */
const recentMax = 20

/**
 * After this the clock posts what the function that wrote it did not, and lets the row go. A row stays at least this long, so that a function which read the ledger before the row was posted and the account
 * after it was cleared cannot exist: no invocation lives this long.
 */
export const keepRowMs = 90_000

export function storedAccount(
  account: Account,
  before: StoredAccount | null,
  rows: OutboxRow[],
  parcel?: Parcel,
): StoredAccount {
  const added = rows.map((row) => row.entry).filter((entry) => entry.seq > (before?.seq ?? 0))
  const telling = withEntries(before?.telling ?? nothingTold, account, added)
  const givenUnder = before?.givenUnder ?? 0
  const givingAt = givingAfter({ givingAt: before?.givingAt ?? null, givenUnder }, added)
  const referral = referralAfter(account, before, added)
  const duties = dutiesAfter(before, added)
  const marks = [...(before?.journeyMarks ?? []), ...added.flatMap(markOf)].slice(-marksMax)
  return {
    ...account,
    _id: account.accountId,
    version: (before?.version ?? 0) + 1,
    balance: balanceOf(account),
    outbox: rows,
    telling,
    givingAt,
    givenUnder,
    recent: before?.recent ?? [],
    forgot: before?.forgot ?? false,
    ...parcelsAfter(account, before, parcel),
    ...referral,
    ...duties,
    ...(before?.shownAs ? { shownAs: before.shownAs } : {}),
    ...(before?.promised ? { promised: before.promised } : {}),
    ...(before?.journeyMarks || marks.length > 0 ? { journeyMarks: marks } : {}),
    dueAt: dueAt(account, rows, { telling, givingAt, marks, ...referral, ...duties }),
  }
}

export function withReply(account: StoredAccount, reply: RecentReply): StoredAccount {
  const recent = [...account.recent, reply]
  return { ...account, recent: recent.slice(-recentMax), forgot: account.forgot || recent.length > recentMax }
}

/** Addresses of what is still to be sent; every field is written, since one that is not named stays as it was. */
function parcelsAfter(account: Account, before: StoredAccount | null, added?: Parcel) {
  if (!added && !before?.parcels) return {}
  const toSend = (account.exchanges ?? []).filter(({ way }) => way === 'post')
  const parcels = [...(before?.parcels ?? []), ...(added ? [added] : [])]
  return {
    parcels: parcels.filter(({ exchangeNo }) => toSend.some(({ no }) => no === exchangeNo)),
    sendAt: toSend[0]?.at ?? null,
  }
}

/** Of a member for whom a till sends a whole history at once only the latest begins anything. */
const marksMax = 50

function markOf(entry: Entry): JourneyMark[] {
  const { kind, _id: entryId, at } = entry
  if (kind === 'enrol') return [{ kind, entryId, at, storeId: entry.source.storeId }]
  if (kind === 'tier') return [{ kind, entryId, at, storeId: null, tierId: entry.to }]
  if (kind !== 'purchase' || !entry.lines?.length) return []
  const kinds = [...new Set(entry.lines.map((line) => line.kind))]
  return [{ kind, entryId, at, storeId: entry.storeId, kinds }]
}

/** What the referral that a member came by leaves to do; nothing for whoever came by themselves. */
function referralAfter(account: Account, before: StoredAccount | null, added: readonly Entry[]) {
  if (!account.referral) return {}
  const { state, since } = account.referral
  const review = state === 'review' ? `${since} ${account.accountId}` : null
  const toReferrer = added.reduce<ForReferrer[]>(withForReferrer, before?.toReferrer ?? [])
  return { review, toReferrer }
}

function withForReferrer(left: ForReferrer[], entry: Entry): ForReferrer[] {
  if (entry.kind !== 'referral-reward' && entry.kind !== 'referral-undone') return left
  const { role, round, recordedAt: at } = entry
  // What was taken back before the friend had it was never the referrer's either.
  if (role !== 'friend' || (entry.kind === 'referral-undone' && entry.reverses === null)) return left
  return [...left, { round, what: entry.kind === 'referral-reward' ? 'reward' : 'undo', at }]
}

/** What of promises is left to be written down. */
function dutiesAfter(before: StoredAccount | null, added: readonly Entry[]): { owing?: Duty[] } {
  const more = added.flatMap((entry) => dutyOf(entry) ?? [])
  if (more.length === 0 && !before?.owing) return {}
  return { owing: [...(before?.owing ?? []), ...more] }
}

/** Entries after which a member may be entitled to more than before; so is whoever meets a version for the first time. */
const entitling: readonly Entry['kind'][] = ['enrol', 'link', 'profile', 'tier', 'grant', 'challenge']

function givingAfter(
  { givingAt, givenUnder }: { givingAt: Instant | null; givenUnder: number },
  added: readonly Entry[],
): Instant | null {
  const entitles = ({ kind, programmeVersion }: Entry) => entitling.includes(kind) || programmeVersion > givenUnder
  return soonest([givingAt, added.find(entitles)?.recordedAt ?? null])
}

type WhatWaits = {
  telling: Telling
  givingAt: Instant | null
  marks?: JourneyMark[]
  toReferrer?: ForReferrer[]
  owing?: Duty[]
}

/**
 * The earliest of: an outbox row that should have been posted, a lot that becomes active or expires, a coupon that ends, a
 * reward that nobody picked up, a referral that counts or is over, a notice that is due, something to be given, a tier's term.
 */
export function dueAt(
  account: Account,
  rows: readonly OutboxRow[],
  { telling, givingAt, marks = [], toReferrer, owing }: WhatWaits,
): Instant | null {
  return soonest([
    ...rows.slice(0, 1).map((row) => addMilliseconds(row.at, keepRowMs)),
    ...(account.pending ?? []).map(({ activeAt }) => activeAt),
    ...account.lots.map((lot) => lot.expiresAt),
    nextCouponAt(account),
    nextReleaseAt(account),
    nextReferralAt(account),
    toReferrer?.[0]?.at ?? null,
    // Beside the posting of the same entries: nobody waits for it, and the clock comes once.
    ...(owing ?? []).slice(0, 1).map(({ at }) => addMilliseconds(at, keepRowMs)),
    // As late as the entry that it came by: it costs the clock no look of its own.
    ...marks.slice(0, 1).map(({ at }) => addMilliseconds(at, keepRowMs)),
    nextNoticeAt(telling, account),
    account.consent ? givingAt : null,
    account.held.at(-1)?.reviewAt ?? null,
    account.tenureAt[0] ?? null,
  ])
}
