import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import { expiredLots, type Lot } from '../books/lots'

/**
 * Brings the lots to an instant: what waited and may be burned now joins them, and every lot whose time is over is taken
 * out, each as an entry of its own instant. Nothing when there is neither.
 */
export function expirePoints(journal: Journal, now: Instant): Journal {
  const active = activatePoints(journal, now)
  if (!expiresFirst(active.account.lots, now)) return active
  return expiredLots(active.account.lots, now).reduce(
    (current, lot) => record(current, { kind: 'expire', draws: [lot] }, { at: lot.expiresAt ?? now }),
    active,
  )
}

/** Whether the lot that expires before the others has. */
function expiresFirst(lots: readonly Lot[], now: Instant): boolean {
  const first = lots[0]
  return first !== undefined && first.expiresAt !== null && first.expiresAt <= now
}

function activatePoints(journal: Journal, now: Instant): Journal {
  const { pending } = journal.account
  if (!pending || pending.length === 0) return journal
  return pending
    .filter(({ activeAt }) => activeAt <= now)
    .reduce((current, lot) => {
      const repaid = Math.min(current.account.debt, lot.points)
      return record(current, { kind: 'activate', from: [lot], repaid }, { at: lot.activeAt })
    }, journal)
}
