import { record, type Journal } from '../books/journal'
import type { Take } from '../books/taken'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { expiryOf } from './earn'

/** Points that a rule gives besides what orders earn; like every gift they count towards no tier. They pay a debt first. */
export function pointsGiven(
  journal: Journal,
  programme: Programme,
  { points, reason, takes, at }: { points: number; reason: string; takes?: Take[]; at: Instant },
): Journal {
  return record(
    journal,
    {
      kind: 'adjust',
      change: points,
      repaid: Math.min(journal.account.debt, points),
      expiresAt: expiryOf(programme, at),
      draws: [],
      reason,
      actor: 'programme',
      ...(takes ? { takes } : {}),
    },
    { at },
  )
}
