import { addDays, dayOf, type Day, type Instant } from '../kit/time'
import type { Account } from '../books/account'
import { openToRead } from '../books/journal'
import { expiredLots } from '../books/lots'
import { expirePoints } from './expire'

/** The account as it stands at an instant: lots whose time is over are gone, written down or not. */
export function accountAt(stored: Account, now: Instant): Account {
  const account = stored.pending?.some(({ activeAt }) => activeAt <= now) ? withActive(stored, now) : stored
  const over = expiredLots(account.lots, now)
  return over.length === 0 ? account : { ...account, lots: account.lots.filter((lot) => !over.includes(lot)) }
}

/** Points that wait, soonest first, with the day from which they may be burned. */
export function waitingLots({ pending = [] }: Account): { points: number; from: Day }[] {
  const days = new Map<Day, number>()
  for (const { activeAt, points } of pending) days.set(dayOf(activeAt), (days.get(dayOf(activeAt)) ?? 0) + points)
  return [...days].map(([from, points]) => ({ points, from }))
}

function withActive(account: Account, now: Instant): Account {
  return expirePoints(openToRead(account), now).account
}

/** Lots that will expire, soonest first, with the last day on which they are good. */
export function expiringLots(account: Account): { points: number; on: Day }[] {
  return account.lots.flatMap((lot) =>
    lot.expiresAt === null ? [] : [{ points: lot.points, on: lastDayOf(lot.expiresAt) }],
  )
}

/** The last day on which something is good that ends with an instant. */
export function lastDayOf(expiresAt: Instant): Day {
  return addDays(dayOf(expiresAt), -1)
}
