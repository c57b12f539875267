import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'

/** A lost card is frozen at once: no till takes a code of it, and nothing of the member's is touched. Once is enough. */
export function freezeCard(journal: Journal, { by, at }: { by: 'member' | 'staff'; at: Instant }): Journal {
  const { cardNo, cardFrozenAt } = journal.account
  return cardFrozenAt ? journal : record(journal, { kind: 'card-freeze', cardNo, by, reason: 'lost' }, { at })
}
