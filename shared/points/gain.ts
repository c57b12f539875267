import type { Account } from '../books/account'
import type { Gained } from '../books/act-facts'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { expiryOf } from './earn'

/** Points of an act as they are booked: a debt is paid off first, the rest expires as points of an order do. */
export function gainOf(
  programme: Programme,
  account: Account,
  brings: { points?: number | undefined; engagement?: number | undefined; at: Instant },
): Gained {
  const { points = 0, engagement = 0, at } = brings
  return { earned: points, repaid: Math.min(account.debt, points), expiresAt: expiryOf(programme, at), engagement }
}
