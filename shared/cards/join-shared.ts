import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { holdsKind, mainCard, sharedCardTerms } from './shared-cards'

/** The accounts of the two whom a shared card binds: whoever opened it, and whoever holds it with them. */
export type Pair = { main: Journal; own: Journal }

/** Somebody who was invited takes the card up. No points move. Where staff check relationships, the card waits for that. */
export function joinShared(
  { main, own }: Pair,
  { cardId, cardNo, at }: { cardId: string; cardNo: string; at: Instant },
  programme: Programme,
): Ruling<Pair, 'card_code_over' | 'card_code_own' | 'card_kind_held' | 'card_full'> {
  const card = mainCard(main.account, cardId)
  const terms = card && sharedCardTerms(programme, card.kind)
  if (!card || !terms) return refuse('card_code_over')
  const [mainAccountId, holderId] = [main.account.accountId, own.account.accountId]
  if (mainAccountId === holderId) return refuse('card_code_own')
  if (holdsKind(own.account, card.kind)) return refuse('card_kind_held')
  if (card.holders.length >= terms.holdersMax) return refuse('card_full', { max: terms.holdersMax })
  const { kind, mode } = card
  return allow({
    main: record(main, { kind: 'holder-join', cardId, holderId, cardNo, checked: !terms.checked }, { at }),
    own: record(own, { kind: 'card-join', cardId, cardNo, card: kind, mode, mainAccountId }, { at }),
  })
}
