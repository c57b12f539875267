import type { Account } from '../books/account'
import type { Entry } from '../books/entry'
import type { Lot } from '../books/lots'
import { addDays, addMilliseconds, dayOf, startOfDay, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
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
}

type CardUse = { holderId: string; earned: number; burned: number; seq: number; at: Instant }

export const nothingTold: Telling = { tierMove: null, reminded: null }

/** Days between the reminder and the last day on which the points are good. */
const reminderDays = 7
const reminderHour = 10
const hourMs = 3_600_000

/** A burst of uses beyond this is told of by its last ones. */
const usesMax = 10

/**
 * Takes newly written entries in: tiers left and reached on the business day on which that was written down, as one move.
 * What is dated in the past tells nothing, and neither does anything of somebody who has never agreed to hear from the shop.
 */
export function withEntries(telling: Telling, account: Account, entries: readonly Entry[]): Telling {
  if (!account.consent) return telling
  return withUses(withMoves(telling, entries), entries)
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
  return soonest ? remindAt(soonest.expiresAt) : null
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
  const due = unreminded(telling, account.lots).filter(({ expiresAt }) => remindAt(expiresAt) <= now && expiresAt > now)
  return {
    notices: [
      ...upgradeOf(telling.tierMove, account, programme),
      ...due.map(reminderOf),
      ...(telling.uses ?? []).map(useOf),
    ],
    telling: { tierMove: null, reminded: due.at(-1)?.expiresAt ?? telling.reminded },
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

function reminderOf({ expiresAt, points }: ExpiringLot): Notice {
  const on = lastDayOf(expiresAt)
  return { topic: 'points-expiring', key: `expiry-${on}`, facts: { points, on } }
}

function lastDayOf(expiresAt: Instant): string {
  return addDays(dayOf(expiresAt), -1)
}
