import type { Entry } from '../books/entry'
import { dayOf, type Instant } from '../kit/time'
import { windowKey } from '../kit/window'
import type { Leaderboard } from '../programme/parts/events'

/** Somebody's ledger, and the tier that they have when the window ends. */
export type Contender = { accountId: string; tierId: string; entries: readonly Entry[] }

/** A place on the board: what was gathered, and when so much was reached. */
export type Place = { accountId: string; amount: number; reachedAt: Instant }

/**
 * Who has most in a window, as many as win. What was refunded counts as if it had never been bought. Of several with as
 * much, who reached it first stands before the others; in the same instant, the account that comes first by its id.
 */
export function placesOf(board: Leaderboard, window: string, contenders: readonly Contender[]): Place[] {
  const isIn = (at: Instant) => windowKey(board.per, dayOf(at)) === window
  return contenders
    .filter(({ tierId }) => board.tiers?.includes(tierId) ?? true)
    .flatMap(({ accountId, entries }) => {
      const orders = ordersLeft(board, entries).filter(({ at, amount }) => isIn(at) && amount > 0)
      const reachedAt = orders
        .map(({ at }) => at)
        .sort()
        .at(-1)
      const amount = orders.reduce((sum, order) => sum + order.amount, 0)
      return reachedAt === undefined ? [] : [{ accountId, amount, reachedAt }]
    })
    .sort(byPlace)
    .slice(0, board.winners)
}

type Counted = { id: string; at: Instant; amount: number }

/** Each order with what refunds have left of it. */
function ordersLeft(board: Leaderboard, entries: readonly Entry[]): Counted[] {
  const taken = new Map<string, number>()
  for (const entry of entries) {
    if (entry.kind !== 'refund' || entry.reverses === null) continue
    const back = { 'points-earned': entry.reversed, spend: entry.amountFen, orders: entry.whole ? 1 : 0 }[board.by]
    taken.set(entry.reverses, (taken.get(entry.reverses) ?? 0) + back)
  }
  return entries.flatMap((entry) => {
    if (entry.kind !== 'purchase') return []
    const gave = { 'points-earned': entry.earned, spend: entry.amountFen, orders: 1 }[board.by]
    return [{ id: entry._id, at: entry.at, amount: gave - (taken.get(entry._id) ?? 0) }]
  })
}

function byPlace(a: Place, b: Place): number {
  if (a.amount !== b.amount) return b.amount - a.amount
  if (a.reachedAt !== b.reachedAt) return a.reachedAt < b.reachedAt ? -1 : 1
  return a.accountId < b.accountId ? -1 : 1
}
