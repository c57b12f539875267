import type { Account } from '../books/account'
import { allow, refuse, type Ruling } from '../kit/ruling'

/** Whether a till may go by this card: it is the member's present one, and nobody has reported it lost. */
export function cardAccepted(
  account: Pick<Account, 'cardNo' | 'cardFrozenAt'>,
  cardNo: string,
): Ruling<null, 'card_frozen' | 'card_reissued'> {
  if (account.cardNo !== cardNo) return refuse('card_reissued')
  return account.cardFrozenAt ? refuse('card_frozen') : allow(null)
}
