import { record, type Journal } from '../books/journal'
import type { CardMode, SharedCardKind } from '../books/shared-card'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { holdsKind, sharedCardTerms } from './shared-cards'

export type Opening = { cardNo: string; kind: SharedCardKind; mode: CardMode; title: string | null; at: Instant }

/** A member opens a card that others may hold with them. Nobody holds two of a kind; a company's is opened by a company. */
export function openShared(
  journal: Journal,
  { cardNo, kind, mode, title, at }: Opening,
  programme: Programme,
): Ruling<Journal, 'card_kind_not_offered' | 'card_mode_not_offered' | 'card_kind_held' | 'organisation_needed'> {
  const terms = sharedCardTerms(programme, kind)
  if (!terms) return refuse('card_kind_not_offered')
  if (!terms.modes.includes(mode)) return refuse('card_mode_not_offered')
  if (kind === 'corporate' && journal.account.holder.kind !== 'organisation') return refuse('organisation_needed')
  if (holdsKind(journal.account, kind)) return refuse('card_kind_held')
  return allow(
    record(journal, { kind: 'card-open', cardId: sharedCardId(cardNo), cardNo, card: kind, mode, title }, { at }),
  )
}

/** A shared card goes by the number under which it was opened, which nobody else ever has. */
export function sharedCardId(cardNo: string): string {
  return `shared-${cardNo}`
}
