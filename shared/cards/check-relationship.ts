import { record, type Journal } from '../books/journal'
import type { RelationshipCheck } from '../books/shared-card'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import { holderOf, mainCard } from './shared-cards'

/** An employee has made sure that a holder belongs to the family. How is noted; what was on the paper is not. */
export function checkRelationship(
  journal: Journal,
  about: { cardId: string; holderId: string; check: RelationshipCheck; at: Instant },
): Ruling<Journal, 'card_not_held'> {
  const { cardId, holderId, check, at } = about
  const card = mainCard(journal.account, cardId)
  const holder = card && holderOf(card, holderId)
  if (!holder) return refuse('card_not_held')
  if (holder.checked) return allow(journal)
  return allow(record(journal, { kind: 'holder-check', cardId, holderId, check }, { at }))
}
