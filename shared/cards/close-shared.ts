import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import { mainCard } from './shared-cards'

/** Whoever opened a card closes it once nobody else holds it, so that everybody is settled with before. */
export function closeShared(
  journal: Journal,
  { cardId, at }: { cardId: string; at: Instant },
): Ruling<Journal, 'card_not_held' | 'card_has_holders'> {
  const card = mainCard(journal.account, cardId)
  if (!card) return refuse('card_not_held')
  if (card.holders.length > 0) return refuse('card_has_holders', { count: card.holders.length })
  return allow(record(journal, { kind: 'card-leave', cardId, cardNo: card.cardNo, by: 'main' }, { at }))
}
