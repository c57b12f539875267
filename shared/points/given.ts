import { record, type Journal } from '../books/journal'
import type { Take } from '../books/taken'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { expiryOf } from './earn'

/** How the reason of points that a rule gave begins in the ledger. */
export const givenBy = 'given:'

/**
 * Points that a rule gives besides what orders earn; like every gift they count towards no tier. They pay a debt first.
 * `gift` is the gift of a tier that they are a part of, by which they are found again when the tier is lost by a refund.
 */
export function pointsGiven(
  journal: Journal,
  programme: Programme,
  { points, why, takes, gift, at }: { points: number; why: string; takes?: Take[]; gift?: string; at: Instant },
): Journal {
  return record(
    journal,
    {
      kind: 'adjust',
      change: points,
      repaid: Math.min(journal.account.debt, points),
      expiresAt: expiryOf(programme, at),
      draws: [],
      reason: `${givenBy}${why}`,
      actor: 'programme',
      ...(takes ? { takes } : {}),
      ...(gift ? { gift } : {}),
    },
    { at },
  )
}
