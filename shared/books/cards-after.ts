import type { Account } from './account'
import type { CardEntry, EntryFrame, Fact } from './entry'
import { lotsTotal, putIntoLot, takeDraws, type Lot } from './lots'
import { putPending, takePending, type PendingLot } from './pending'
import {
  noShare,
  shareAt,
  shareBurned,
  shareEarned,
  shareReturned,
  shareReversed,
  shareWaitsLess,
  type CardHolder,
  type Share,
  type SharedCard,
} from './shared-card'

type Fated = EntryFrame & Fact
type Joining = Extract<CardEntry, { kind: 'card-open' | 'card-join' | 'card-leave' | `holder-${string}` }>

/** What entries about cards change, of the member's own and of shared ones. */
export function afterCard(account: Account, entry: CardEntry, seq: number): Account {
  switch (entry.kind) {
    case 'card-freeze':
      return { ...account, seq, cardFrozenAt: entry.at }
    case 'card-reissue':
      return { ...account, seq, cardNo: entry.to, cardFrozenAt: null }
    case 'card-open':
    case 'card-join':
    case 'card-leave':
    case 'holder-join':
    case 'holder-check':
    case 'holder-leave':
      return { ...account, seq, sharedCards: cardsAfter(account.sharedCards ?? [], entry) }
    case 'transfer-out':
      return {
        ...account,
        seq,
        lots: takeDraws(account.lots, entry.draws),
        ...(entry.pendingDraws ? { pending: takePending(account.pending ?? [], entry.pendingDraws) } : {}),
      }
    case 'transfer-in':
      return {
        ...account,
        seq,
        debt: account.debt - entry.repaid,
        lots: entry.lots.reduce<Lot[]>(putIntoLot, account.lots),
        ...(entry.pending ? { pending: entry.pending.reduce<PendingLot[]>(putPending, account.pending ?? []) } : {}),
      }
  }
}

/** The cards that an account shares, after an entry about one of them. */
function cardsAfter(cards: readonly SharedCard[], entry: Joining): SharedCard[] {
  const { cardId, at } = entry
  switch (entry.kind) {
    case 'card-open': {
      const { cardNo, card: kind, mode, title } = entry
      return [...cards, { role: 'main', cardId, cardNo, kind, mode, title, since: at, holders: [] }]
    }
    case 'card-join': {
      const { cardNo, card: kind, mode, mainAccountId } = entry
      return [...cards, { role: 'sub', cardId, cardNo, kind, mode, mainAccountId, since: at }]
    }
    case 'card-leave':
      return cards.filter((card) => card.cardId !== cardId)
    case 'holder-join': {
      const { holderId: accountId, cardNo, checked } = entry
      const holder = { accountId, cardNo, since: at, checked, share: noShare }
      return withHolders(cards, cardId, (holders) => [...holders, holder])
    }
    case 'holder-check':
      return withHolders(cards, cardId, (holders) =>
        holders.map((one) => (one.accountId === entry.holderId ? { ...one, checked: true } : one)),
      )
    case 'holder-leave':
      return withHolders(cards, cardId, (holders) => holders.filter((one) => one.accountId !== entry.holderId))
  }
}

/** The account with what an entry changed of its holders' shares. */
export function withShares(account: Account, entry: Fated): Account {
  const { sharedCards } = account
  if (!sharedCards || !('holderId' in entry) || !entry.cardId) return account
  const { cardId, holderId } = entry
  const next = withHolders(sharedCards, cardId, (holders) =>
    holders.map((one) => (one.accountId === holderId ? { ...one, share: shareAfter(one.share, entry) } : one)),
  )
  return { ...account, sharedCards: next }
}

function shareAfter(before: Share, entry: Fated): Share {
  const share = shareAt(before, entry.recordedAt)
  switch (entry.kind) {
    case 'purchase':
      return shareEarned(share, {
        expiresAt: entry.expiresAt,
        points: entry.earned,
        ...(entry.activeAt ? { activeAt: entry.activeAt } : {}),
      })
    case 'burn':
    case 'exchange':
      return shareBurned(share, entry.draws)
    case 'exchange-release': {
      // What paid a debt of the pool is theirs all the same.
      const repaid = { expiresAt: null, points: entry.repaid }
      return shareReturned(share, entry.repaid > 0 ? [...entry.lots, repaid] : entry.lots)
    }
    case 'refund': {
      const repaid = { expiresAt: entry.lapsedFrom, points: entry.returned - lotsTotal(entry.returnedLots) }
      const waiting = entry.pendingDraws ? shareWaitsLess(share, entry.pendingDraws) : share
      const reversed = shareReversed(waiting, { expiresAt: entry.lapsedFrom, points: entry.reversed }, entry.lapsed)
      return shareReturned(reversed, repaid.points > 0 ? [...entry.returnedLots, repaid] : entry.returnedLots)
    }
    default:
      return share
  }
}

function withHolders(
  cards: readonly SharedCard[],
  cardId: string,
  change: (holders: CardHolder[]) => CardHolder[],
): SharedCard[] {
  return cards.map((card): SharedCard =>
    card.role === 'main' && card.cardId === cardId ? { ...card, holders: change(card.holders) } : card,
  )
}
