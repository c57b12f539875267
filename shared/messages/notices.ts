import type { Account } from '../books/account'
import type { Entry } from '../books/entry'
import type { Lot } from '../books/lots'
import { addDays, addMilliseconds, dayOf, startOfDay, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { checkInReminder, nextCheckInReminder, reminderAfter } from './check-in-reminder'
import type { Notice } from './topics'

/** A move to another tier that nobody has been told of yet. */
export type TierMove = { from: string; to: string; seq: number; at: Instant }

/** What an account remembers about its notices, beside its books. */
export type Telling = {
  tierMove: TierMove | null
  /** The latest expiry of which the member has been reminded. */
  reminded: Instant | null
  /** Uses of the member's shared card by somebody else that they have not been told of; absent when there are none. */
  uses?: CardUse[]
  /** What there is to tell of events, each from its time on; absent when there is nothing. */
  events?: EventNews[]
  /** When the member, who asked for it, is to be reminded to check in, unless they have; absent while nobody asks. */
  checkIn?: Instant
}

/** A seat that waits to be taken, or a sign-up of whose opening the member wants to be told. */
type EventNews = { eventId: string; at: Instant; seq: number; until: Instant | null }

type CardUse = { holderId: string; earned: number; burned: number; seq: number; at: Instant }

export const nothingTold: Telling = { tierMove: null, reminded: null }

/** Days between the reminder and the last day on which the points are good. */
const reminderDays = 7
const reminderHour = 10
const hourMs = 3_600_000

/** A burst of uses, or of events, beyond this is told of by its last ones. */
const usesMax = 10

/**
 * Takes newly written entries in: tiers left and reached on the business day on which that was written down, as one move.
 * What is dated in the past tells nothing, and neither does anything of somebody who has never agreed to hear from the shop.
 */
export function withEntries(telling: Telling, account: Account, entries: readonly Entry[]): Telling {
  if (!account.consent) return telling
  return withVisits(withEvents(withUses(withMoves(telling, entries), entries), entries), entries)
}

/** The member wants to be reminded to check in. */
export function withCheckInReminder(
  telling: Telling,
  account: Account,
  { programme, now }: { programme: Programme; now: Instant },
): Telling {
  return { ...telling, checkIn: telling.checkIn ?? nextCheckInReminder(account, programme, now) }
}

/** Nobody wants to be reminded to check in any more. */
export function withoutCheckInReminder({ checkIn: _, ...telling }: Telling): Telling {
  return telling
}

function withMoves(telling: Telling, entries: readonly Entry[]): Telling {
  const moves = entries.filter((entry): entry is TierEntry => entry.kind === 'tier' && isOfToday(entry))
  const [first] = moves
  const last = moves.at(-1)
  if (!first || !last) return telling
  const from = telling.tierMove?.from ?? first.from
  return { ...telling, tierMove: from === last.to ? null : { from, to: last.to, seq: last.seq, at: last.at } }
}

/** When the clock has to look at the account for its notices; null when there is nothing to wait for. */
export function nextNoticeAt(telling: Telling, account: Account): Instant | null {
  if (!account.consent) return null
  if (telling.tierMove) return telling.tierMove.at
  const [use] = telling.uses ?? []
  if (use) return use.at
  const [soonest] = unreminded(telling, account.lots)
  const times = [
    ...(soonest ? [remindAt(soonest.expiresAt)] : []),
    ...(telling.events ?? []).map(({ at }) => at),
    ...(telling.checkIn ? [telling.checkIn] : []),
  ]
  return times.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null)
}

/**
 * What is to be told now, and what remains. A tier that was reached and lost again meanwhile is not told; points that are
 * spent or gone are not either, and a reminder that the clock missed is sent late as long as the points are there.
 */
export function noticesAt(
  telling: Telling,
  account: Account,
  { programme, now }: { programme: Programme; now: Instant },
): { notices: Notice[]; telling: Telling } {
  if (!account.consent) return { notices: [], telling }
  const news = telling.events ?? []
  const later = news.filter(({ at }) => at > now)
  const { checkIn } = telling
  const isCheckInDue = checkIn !== undefined && checkIn <= now
  const due = unreminded(telling, account.lots).filter(({ expiresAt }) => remindAt(expiresAt) <= now && expiresAt > now)
  return {
    notices: [
      ...upgradeOf(telling.tierMove, account, programme),
      ...due.map(reminderOf),
      ...(telling.uses ?? []).map(useOf),
      ...news.filter(({ at }) => at <= now).flatMap((one) => newsOf(one, programme, now)),
      ...(isCheckInDue ? checkInReminder(account, programme, now) : []),
    ],
    telling: {
      tierMove: null,
      reminded: due.at(-1)?.expiresAt ?? telling.reminded,
      ...(later.length > 0 ? { events: later } : {}),
      ...(checkIn ? { checkIn: isCheckInDue ? nextCheckInReminder(account, programme, now) : checkIn } : {}),
    },
  }
}

/** Ten in the morning of the day seven days before the last day on which the points are good. */
export function remindAt(expiresAt: Instant): Instant {
  return addMilliseconds(startOfDay(addDays(lastDayOf(expiresAt), -reminderDays)), reminderHour * hourMs)
}

type TierEntry = Extract<Entry, { kind: 'tier' }>
type ExpiringLot = Lot & { expiresAt: Instant }

function isOfToday({ at, recordedAt }: Entry): boolean {
  return dayOf(at) === dayOf(recordedAt)
}

/** Lots stand in the order in which they expire. */
function unreminded({ reminded }: Telling, lots: readonly Lot[]): ExpiringLot[] {
  return lots.filter(
    (lot): lot is ExpiringLot => lot.expiresAt !== null && (reminded === null || lot.expiresAt > reminded),
  )
}

/** One notice however many tiers were skipped; none on the way down. */
function upgradeOf(move: TierMove | null, account: Account, programme: Programme): Notice[] {
  const rankOf = (id: string) => programme.tiers.findIndex((tier) => tier.id === id)
  const tier = programme.tiers.find(({ id }) => id === move?.to)
  if (!move || !tier) return []
  if (rankOf(move.to) <= rankOf(move.from) || rankOf(account.tierId) < rankOf(move.to)) return []
  return [{ topic: 'tier-upgraded', key: `tier-${move.seq}`, facts: { tier: tier.name, on: dayOf(move.at) } }]
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

/** Whose name it bears is filled in by whoever delivers it: the books of one account know no other's name. */
function useOf({ holderId, earned, burned, seq, at }: CardUse): Notice {
  return { topic: 'card-used', key: `use-${seq}`, facts: { holderId, by: null, earned, burned, on: dayOf(at) } }
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

/** Nothing of an event that is gone, nor of a seat whose time is over meanwhile. */
function newsOf({ eventId, at, seq, until }: EventNews, { events = [] }: Programme, now: Instant): Notice[] {
  const event = events.find(({ id }) => id === eventId)
  if (!event || now >= event.endsAt) return []
  if (until === null)
    return [{ topic: 'event-opens', key: `opens-${seq}`, facts: { eventId, event: event.name, on: dayOf(at) } }]
  if (now >= until) return []
  return [{ topic: 'event-place', key: `place-${seq}`, facts: { eventId, event: event.name, until } }]
}

function reminderOf({ expiresAt, points }: ExpiringLot): Notice {
  const on = lastDayOf(expiresAt)
  return { topic: 'points-expiring', key: `expiry-${on}`, facts: { points, on } }
}

function lastDayOf(expiresAt: Instant): string {
  return addDays(dayOf(expiresAt), -1)
}
