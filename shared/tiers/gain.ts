import type { ActFact, CheckInFact } from '../books/act-facts'
import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { heldAfterGain, rankOfTop } from './held'
import { rankOf } from './qualify'
import { retier } from './retier'

/**
 * Writes down what an act brought, and the tier that it leads to at once. Points of an act are earned: they count towards
 * tiers as those of orders do, and so does the engagement score. What is given without an act (a correction, a gift for
 * joining, a top-up) counts towards none.
 */
export function recordGain(
  journal: Journal,
  programme: Programme,
  fact: ActFact | CheckInFact,
  about: { at: Instant; id?: string },
): Journal {
  const before = rankOf(programme, journal.account.tierId)
  const gained = record(journal, fact, about)
  const held = heldAfterGain(programme, gained.account, about.at)
  const cause = rankOfTop(programme, held) < before ? 'programme' : 'qualified'
  return retier(gained, programme, { held, at: about.at, cause })
}
