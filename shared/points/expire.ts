import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import { expiredLots } from '../books/lots'

/** Takes out every lot whose time is over, each as an entry of its own expiry; nothing when none is. */
export function expirePoints(journal: Journal, now: Instant): Journal {
  return expiredLots(journal.account.lots, now).reduce(
    (current, lot) => record(current, { kind: 'expire', draws: [lot] }, { at: lot.expiresAt ?? now }),
    journal,
  )
}
