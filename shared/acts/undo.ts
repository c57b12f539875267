import type { Entry } from '../books/entry'
import { record, type Journal } from '../books/journal'
import { takeBack } from '../books/take-back'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'

type ActEntry = Extract<Entry, { kind: 'act' }>

/**
 * Takes back what acts brought that belonged to an order, once all of that order is refunded. What was spent meanwhile
 * follows the programme's policy for a shortfall. The tier is left to whoever judges it after the refund.
 */
export function undoActs(
  journal: Journal,
  programme: Programme,
  { acts, at }: { acts: readonly ActEntry[]; at: Instant },
): Ruling<Journal, 'refund_points_spent'> {
  let current = journal
  for (const entry of acts) {
    const { act, earned, engagement, expiresAt, take, orderEntryId } = entry
    const { lapsed, draws, owed } = takeBack(current.account, { expiresAt, points: earned })
    if (owed > 0 && programme.refundShortfall === 'block') return refuse('refund_points_spent', { short: owed })
    const fact = {
      kind: 'act-undone' as const,
      act,
      actedAt: entry.at,
      reversed: earned,
      draws,
      owed,
      lapsed,
      lapsedFrom: expiresAt,
      engagement,
      ...(take ? { take } : {}),
      ...(orderEntryId ? { orderEntryId } : {}),
    }
    current = record(current, fact, { at, id: `undo:${entry._id}`, reverses: entry._id })
  }
  return allow(current)
}
