import type { Account } from '../books/account'
import type { Entry } from '../books/entry'
import type { Lot } from '../books/lots'
import { addDays, addMilliseconds, dayOf, hourMs, soonest, startOfDay, type Instant } from '../kit/time'
import { lastDayOf } from '../points/expiring'
import { reminderAfter } from './check-in-reminder'
import type { Marks } from './due'
import type { TierMove } from './tier-move'

/** What an account remembers about its notices, beside its books. */
export type Telling = {
  tierMove: TierMove | null
  /** The latest expiry of which the member has been reminded by the built-in reminder. */
  reminded: Instant | null
  /** Uses of the member's shared card by somebody else that they have not been told of; absent when there are none. */
  uses?: CardUse[]
  /** What there is to tell of events, each from its time on; absent when there is nothing. */
  events?: EventNews[]
  /** When the member, who asked for it, is to be reminded to check in, unless they have; absent while nobody asks. */
  checkIn?: Instant
  /** When the clock has to see which messages are due: as it worked out itself, or because of what was written since. */
  tellAt?: Instant
  /** What was told last by each message that the programme has; absent where it has none. */
  marks?: Marks
  /** When the member joined, until that is a day ago. */
  joined?: Instant
  /** When the member last came to a store, for an hour; kept only of who `greets` says is greeted. */
  arrived?: Instant
  greets?: true
}

/** A seat that waits to be taken, or a sign-up of whose opening the member wants to be told. */
export type EventNews = { eventId: string; at: Instant; seq: number; until: Instant | null }

export type CardUse = { holderId: string; earned: number; burned: number; seq: number; at: Instant }

export const nothingTold: Telling = { tierMove: null, reminded: null }

/** Days between the reminder and the last day on which the points are good. */
const reminderDays = 7
const reminderHour = 10
/** A burst of uses, or of events, beyond this is told of by its last ones. */
const usesMax = 10

/**
 * After what was written the clock looks whether that makes a message due: as soon as it looks anyway to see that the
 * entries are in the ledger.
 */
const lookAfterMs = 90_000

/**
 * Takes newly written entries in: tiers left and reached on the business day on which that was written down, as one move.
 * What is dated in the past tells nothing, and neither does anything of somebody who has never agreed to hear from the shop.
 */
export function withEntries(telling: Telling, account: Account, entries: readonly Entry[]): Telling {
  if (!account.consent) return telling
  const steps = [withMoves, withUses, withEvents, withVisits, withArrival] as const
  const taken = steps.reduce((current, step) => step(current, entries), telling)
  return withLook(withJoining(taken, account, entries), telling, entries)
}

/** What happened just now is looked at as soon as the clock comes, the rest when it looks anyway. */
function withLook(telling: Telling, before: Telling, entries: readonly Entry[]): Telling {
  const last = entries.at(-1)
  if (!last) return telling
  const { tierMove, joined, arrived } = telling
  const isNews = tierMove !== before.tierMove || joined !== before.joined || arrived !== before.arrived
  const at = isNews ? last.recordedAt : addMilliseconds(last.recordedAt, lookAfterMs)
  return telling.tellAt !== undefined && telling.tellAt <= at ? telling : { ...telling, tellAt: at }
}

/** The member has come to a store; kept only of who is greeted, and looked at as soon as the clock comes. */
export function arrivedAt(telling: Telling, at: Instant): Telling {
  return telling.greets ? { ...telling, arrived: at, tellAt: at } : telling
}

/** When the clock has to look at the account for its notices; null when there is nothing to wait for. */
export function nextNoticeAt(telling: Telling, account: Account): Instant | null {
  if (!account.consent) return null
  const [use] = telling.uses ?? []
  if (use) return use.at
  const [lot] = unreminded(telling, account.lots)
  return soonest([
    lot ? remindAt(lot.expiresAt) : null,
    ...(telling.events ?? []).map(({ at }) => at),
    telling.checkIn ?? null,
    telling.tellAt ?? null,
  ])
}

/** Ten in the morning of the day seven days before the last day on which the points are good. */
export function remindAt(expiresAt: Instant): Instant {
  return addMilliseconds(startOfDay(addDays(lastDayOf(expiresAt), -reminderDays)), reminderHour * hourMs)
}

export type ExpiringLot = Lot & { expiresAt: Instant }

/** What the built-in reminder has not told of. Lots stand in the order in which they expire. */
export function unreminded({ reminded }: Telling, lots: readonly Lot[]): ExpiringLot[] {
  return lots.filter(
    (lot): lot is ExpiringLot => lot.expiresAt !== null && (reminded === null || lot.expiresAt > reminded),
  )
}

function withMoves(telling: Telling, entries: readonly Entry[]): Telling {
  const moves = entries.filter((entry): entry is TierEntry => entry.kind === 'tier' && isOfToday(entry))
  const [first] = moves
  const last = moves.at(-1)
  if (!first || !last) return telling
  const from = telling.tierMove?.from ?? first.from
  return { ...telling, tierMove: from === last.to ? null : { from, to: last.to, seq: last.seq, at: last.at } }
}

type TierEntry = Extract<Entry, { kind: 'tier' }>

function isOfToday({ at, recordedAt }: Entry): boolean {
  return dayOf(at) === dayOf(recordedAt)
}

function withUses(telling: Telling, entries: readonly Entry[]): Telling {
  const used = entries.flatMap((entry) =>
    (entry.kind === 'purchase' || entry.kind === 'exchange') && entry.holderId && isOfToday(entry)
      ? [{ holderId: entry.holderId, earned: earnedBy(entry), burned: entry.burned, seq: entry.seq, at: entry.at }]
      : [],
  )
  return used.length === 0 ? telling : { ...telling, uses: [...(telling.uses ?? []), ...used].slice(-usesMax) }
}

function earnedBy(entry: Extract<Entry, { kind: 'purchase' | 'exchange' }>): number {
  return entry.kind === 'purchase' ? entry.earned : 0
}

/** Seats that wait are told at once; an opening when it comes, once however often it was asked for. */
function withEvents(telling: Telling, entries: readonly Entry[]): Telling {
  const added = entries.flatMap((entry): EventNews[] => {
    const { seq, at } = entry
    if (entry.kind === 'event-offer') return [{ eventId: entry.eventId, at, seq, until: entry.until }]
    return entry.kind === 'event-remind' ? [{ eventId: entry.eventId, at: entry.opensAt, seq, until: null }] : []
  })
  if (added.length === 0) return telling
  const isAskedAgain = (one: EventNews) =>
    one.until === null && added.some(({ eventId, until }) => eventId === one.eventId && until === null)
  const kept = (telling.events ?? []).filter((one) => !isAskedAgain(one))
  return { ...telling, events: [...kept, ...added].slice(-usesMax) }
}

function withVisits(telling: Telling, entries: readonly Entry[]): Telling {
  return telling.checkIn ? { ...telling, checkIn: reminderAfter(telling.checkIn, entries) } : telling
}

/** Who comes to a store, as far as that is written down: an order, a coupon or a reward handed in or out, an event. */
function withArrival(telling: Telling, entries: readonly Entry[]): Telling {
  if (!telling.greets) return telling
  const came = entries.findLast((entry) => isOfToday(entry) && isInStore(entry))
  return came ? { ...telling, arrived: came.at } : telling
}

/** A holder of a shared card who comes is somebody else than its member. */
function isInStore(entry: Entry): boolean {
  if (entry.kind === 'purchase') return !entry.holderId
  return entry.kind === 'coupon-redeem' || entry.kind === 'event-attend'
}

/** Who joins by themselves or at a counter; whom only a till knew joins with the first WeChat of their own. */
function withJoining(telling: Telling, { source }: Account, entries: readonly Entry[]): Telling {
  const joined = entries.find(
    (entry) => isOfToday(entry) && (entry.kind === 'enrol' || (entry.kind === 'link' && source.kind === 'pos')),
  )
  return joined ? { ...telling, joined: joined.at } : telling
}
