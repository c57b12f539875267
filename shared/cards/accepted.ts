import type { Account } from '../books/account'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { cardsOf, holderOf, mainCard } from './shared-cards'

/** Whoever shows a card, and the account of whoever opened it where that is somebody else's. */
export type Shown = { holder: Account; main: Account | null }
export type CardRefusal = 'card_frozen' | 'card_reissued' | 'card_left' | 'card_unchecked'

/** The numbers of shared cards begin with a zero, those of members' own cards never do. */
export function isSharedNo(cardNo: string): boolean {
  return cardNo.startsWith('0')
}

/**
 * Whether a till may go by this card: it is the member's present one or a shared one that they still hold, and they have
 * not reported a loss, which stops every card on their phone.
 */
export function cardAccepted({ holder, main }: Shown, cardNo: string): Ruling<null, CardRefusal> {
  if (!isSharedNo(cardNo) && holder.cardNo !== cardNo) return refuse('card_reissued')
  if (isSharedNo(cardNo)) {
    const held = cardsOf(holder).find((card) => card.cardNo === cardNo)
    if (!held) return refuse('card_left')
    const there = main && mainCard(main, held.cardId)
    const place = there && holderOf(there, holder.accountId)
    if (main && !place) return refuse('card_left')
    if (place && !place.checked) return refuse('card_unchecked')
  }
  return holder.cardFrozenAt ? refuse('card_frozen') : allow(null)
}
