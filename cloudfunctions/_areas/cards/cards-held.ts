import { balanceOf, type Account } from '../../../shared/books/account'
import type { cardsMine } from '../../../shared/cards/contract'
import type { OutputOf } from '../../../shared/kit/contract'
import { accountAt } from '../../../shared/points/expiring'
import { tierById } from '../../../shared/tiers/qualify'
import { cardSecret } from '../../_runtime/card-secret'
import type { Effects } from '../../_runtime/effects'
import type { Terms } from '../../_runtime/terms'
import { tierFace } from '../tiers/faces'

/** The cards that a member may show. A frozen one has no secret, so no phone makes a code of it. */
export function cardsHeld(effects: Effects, stored: Account, terms: Terms, now: string): OutputOf<typeof cardsMine> {
  const { cardNo, cardFrozenAt = null, name, tierId } = stored
  const own = {
    cardId: 'own',
    cardNo,
    kind: 'own' as const,
    title: null,
    tier: tierFace(tierById(terms.programme, tierId)),
    points: balanceOf(accountAt(stored, now)),
    holderName: name,
    note: null,
    frozenAt: cardFrozenAt,
    secret: cardFrozenAt ? null : cardSecret(effects, cardNo),
  }
  return { serverAt: now, cards: [own] }
}
