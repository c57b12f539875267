import type { Account } from '../books/account'
import type { CardHolder, CardMode, MainCard, SharedCard, SharedCardKind, SubCard } from '../books/shared-card'
import type { Programme } from '../programme/schema'

/** What a programme says of one kind of shared card: how many may be invited, which mode, whether staff check. */
export type SharedCardTerms = { holdersMax: number; modes: readonly CardMode[]; checked: boolean }

/** The terms of a kind of shared card; null where the programme has none. */
export function sharedCardTerms({ cards }: Programme, kind: SharedCardKind): SharedCardTerms | null {
  if (kind === 'family' && cards?.family) {
    const { subCards, pooling, relationshipCheckedBy } = cards.family
    return { holdersMax: subCards, modes: modesOf(pooling), checked: relationshipCheckedBy === 'staff' }
  }
  if (kind === 'couple' && cards?.couple) {
    return { holdersMax: 1, modes: modesOf(cards.couple.pooling), checked: false }
  }
  if (kind === 'corporate' && cards?.corporate) {
    return { holdersMax: cards.corporate.holders, modes: ['pooled'], checked: false }
  }
  return null
}

export const sharedCardKinds = ['family', 'couple', 'corporate'] as const

export function cardsOf(account: Account): readonly SharedCard[] {
  return account.sharedCards ?? []
}

/** The card that this member opened, or null. */
export function mainCard(account: Account, cardId: string): MainCard | null {
  return cardsOf(account).find((card): card is MainCard => card.role === 'main' && card.cardId === cardId) ?? null
}

/** The card that this member was invited to, or null. */
export function subCard(account: Account, cardId: string): SubCard | null {
  return cardsOf(account).find((card): card is SubCard => card.role === 'sub' && card.cardId === cardId) ?? null
}

export function holderOf(card: MainCard, accountId: string): CardHolder | null {
  return card.holders.find((one) => one.accountId === accountId) ?? null
}

/** 2026-11: one of a kind each, so that a till and a phone never have to ask which family is meant. */
export function holdsKind(account: Account, kind: SharedCardKind): boolean {
  return cardsOf(account).some((card) => card.kind === kind)
}

function modesOf(pooling: 'holder-chooses' | CardMode): readonly CardMode[] {
  return pooling === 'holder-chooses' ? ['pooled', 'separate'] : [pooling]
}
