import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import { balanceOf } from '../books/account'
import type { Programme } from '../programme/schema'
import { expiryOf } from './earn'
import { expirePoints } from './expire'
import { drawFromLots } from '../books/lots'

export type Adjustment = { change: number; reason: string; actor: string; at: Instant }

/** A correction by staff, with reason and actor. Never takes more than the member has, and then takes nothing. */
export function adjustPoints(
  journal: Journal,
  adjustment: Adjustment,
  programme: Programme,
): Ruling<Journal, 'points_short'> {
  const settled = expirePoints(journal, adjustment.at)
  const { account } = settled
  const { change, reason, actor, at } = adjustment
  if (change > 0) {
    const repaid = Math.min(account.debt, change)
    const expiresAt = expiryOf(programme, at)
    return allow(record(settled, { kind: 'adjust', change, repaid, expiresAt, draws: [], reason, actor }, { at }))
  }
  const draws = account.debt > 0 ? null : drawFromLots(account.lots, -change)
  if (!draws) return refuse('points_short', { short: -change - balanceOf(account) })
  return allow(record(settled, { kind: 'adjust', change, repaid: 0, expiresAt: null, draws, reason, actor }, { at }))
}
