import type { ReissueCheck } from '../books/entry'
import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'

/**
 * A frozen card gets a new number under the same account, so points, tier and history stay. The employee says how they
 * made sure who it is; only the kind is noted.
 */
export function reissueCard(
  journal: Journal,
  { cardNo, check, at }: { cardNo: string; check: ReissueCheck; at: Instant },
): Ruling<Journal, 'card_not_frozen'> {
  const { cardNo: from, cardFrozenAt } = journal.account
  if (!cardFrozenAt) return refuse('card_not_frozen')
  return allow(record(journal, { kind: 'card-reissue', from, to: cardNo, check }, { at }))
}
