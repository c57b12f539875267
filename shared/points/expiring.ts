import { addDays, dayOf, type Day, type Instant } from '../kit/time'
import type { Account } from '../books/account'
import { expiredLots } from '../books/lots'

/** The account as it stands at an instant: lots whose time is over are gone, written down or not. */
export function accountAt(account: Account, now: Instant): Account {
  const over = expiredLots(account.lots, now)
  return over.length === 0 ? account : { ...account, lots: account.lots.filter((lot) => !over.includes(lot)) }
}

/** Lots that will expire, soonest first, with the last day on which they are good. */
export function expiringLots(account: Account): { points: number; on: Day }[] {
  return account.lots.flatMap((lot) =>
    lot.expiresAt === null ? [] : [{ points: lot.points, on: addDays(dayOf(lot.expiresAt), -1) }],
  )
}
