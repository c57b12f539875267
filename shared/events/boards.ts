import type { Account } from '../books/account'
import type { Journal } from '../books/journal'
import { giveWon } from '../coupons/due'
import { addDays, startOfDay, type Day, type Instant } from '../kit/time'
import { windowKey, windowStart } from '../kit/window'
import type { Leaderboard } from '../programme/parts/events'
import type { Programme } from '../programme/schema'

/** One window of a leaderboard, with the instant at which it is over. */
export type BoardWindow = { window: string; lastDay: Day; over: Instant }

/** The window that runs on a day. */
export function windowOn({ per }: Leaderboard, day: Day): BoardWindow {
  const window = windowKey(per, day)
  let lastDay = day
  // A window is a year at most, and its days are in order.
  for (let step = 366; step > 0; step = Math.floor(step / 2))
    while (windowKey(per, addDays(lastDay, step)) === window) lastDay = addDays(lastDay, step)
  return { window, lastDay, over: startOfDay(addDays(lastDay, 1)) }
}

/** The window before the one that runs on a day. */
export function windowBefore(board: Leaderboard, day: Day): BoardWindow {
  return windowOn(board, addDays(windowStart(board.per, day) ?? day, -1))
}

/** What a member has gathered in a window by their days: points of orders, money in fen, or orders. */
export function gatheredIn({ by, per }: Leaderboard, window: string, { days }: Pick<Account, 'days'>): number {
  return days.reduce((sum, one) => {
    if (windowKey(per, one.day) !== window) return sum
    return sum + { 'points-earned': one.pointsEarned - (one.byActs ?? 0), spend: one.spendFen, orders: one.orders }[by]
  }, 0)
}

export type Gathered = { accountId: string; amount: number }

/** Those who may win: as many as win, and all who have as much as the last of them. */
export function inContention({ winners }: Leaderboard, all: readonly Gathered[]): Gathered[] {
  const ranked = all.filter(({ amount }) => amount > 0).sort((one, other) => other.amount - one.amount)
  const least = ranked[winners - 1]?.amount ?? 1
  return ranked.filter(({ amount }) => amount >= least)
}

/** Gives a place's prize, once in its window however often this runs. */
export function givePrize(
  journal: Journal,
  programme: Programme,
  { board, window, now }: { board: Leaderboard; window: string; now: Instant },
): Journal {
  return giveWon(journal, programme, board.prize, { why: 'leaderboard', what: board.id, window }, now)
}
