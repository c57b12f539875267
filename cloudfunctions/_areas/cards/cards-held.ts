import { balanceOf, type Account } from '../../../shared/books/account'
import type { SharedCard } from '../../../shared/books/shared-card'
import type { Card, cardsMine } from '../../../shared/cards/contract'
import {
  cardsOf,
  holderOf,
  holdsKind,
  mainCard,
  sharedCardKinds,
  sharedCardTerms,
} from '../../../shared/cards/shared-cards'
import type { OutputOf } from '../../../shared/kit/contract'
import { accountAt } from '../../../shared/points/expiring'
import { tierById } from '../../../shared/tiers/qualify'
import { cardSecret, sharedCardSecret } from '../../_runtime/card-secret'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { tierFace } from '../tiers/faces'
import { shownName } from './shown-name'

/** The accounts of those whose cards a member holds with them. */
export async function readMains(effects: Effects, account: Account): Promise<StoredAccount[]> {
  const ids = cardsOf(account).flatMap((card) => (card.role === 'sub' ? [card.mainAccountId] : []))
  return ids.length > 0 ? effects.store.getMany<StoredAccount>('accounts', ids) : []
}

type Holding = { account: Account; mains: readonly Account[]; terms: Terms; now: string }

/** The cards that a member may show, their own first. A frozen or pending one has no secret, so no phone makes a code of it. */
export function cardsHeld(effects: Effects, holding: Holding): OutputOf<typeof cardsMine> {
  const { account, now } = holding
  const { cardNo, name } = account
  const frozenAt = account.cardFrozenAt ?? null
  const own: Card = {
    cardId: 'own',
    cardNo,
    kind: 'own',
    title: null,
    ...worthOf(account, holding),
    holderName: name,
    shared: null,
    frozenAt,
    secret: frozenAt ? null : cardSecret(effects, cardNo),
  }
  const others = cardsOf(account).flatMap((card) => sharedCard(effects, card, holding) ?? [])
  return { serverAt: now, cards: [own, ...others], offers: offersTo(account, holding.terms) }
}

function offersTo(account: Account, { programme }: Terms): OutputOf<typeof cardsMine>['offers'] {
  return sharedCardKinds.flatMap((kind) => {
    const terms = sharedCardTerms(programme, kind)
    const open = terms && !holdsKind(account, kind) && (kind !== 'corporate' || account.holder.kind === 'organisation')
    return open ? [{ kind, modes: [...terms.modes] }] : []
  })
}

function sharedCard(effects: Effects, held: SharedCard, holding: Holding): Card | null {
  const { account, mains } = holding
  const main = held.role === 'main' ? account : mains.find((one) => one.accountId === held.mainAccountId)
  const card = main && mainCard(main, held.cardId)
  if (!main || !card) return null
  const { cardNo, role, kind, mode } = held
  const frozenAt = account.cardFrozenAt ?? null
  const pending = role === 'sub' && !holderOf(card, account.accountId)?.checked
  return {
    cardId: held.cardId,
    cardNo,
    kind,
    title: card.title,
    ...worthOf(mode === 'pooled' ? main : account, holding),
    holderName: account.name,
    shared: { role, mode, ownerName: shownName(main), people: card.holders.length + 1, pending },
    frozenAt,
    secret: frozenAt || pending ? null : sharedCardSecret(effects, cardNo, account.cardNo),
  }
}

/** The tier and the points that a card comes to: those of the account that its orders count on. */
function worthOf(account: Account, { terms, now }: Holding) {
  return {
    tier: tierFace(tierById(terms.programme, account.tierId)),
    points: balanceOf(accountAt(account, now)),
  }
}
