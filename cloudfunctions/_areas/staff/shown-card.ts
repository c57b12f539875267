import { isSharedNo, type Shown } from '../../../shared/cards/accepted'
import { cardsOf, mainCard } from '../../../shared/cards/shared-cards'
import { bulkPriceOf } from '../../../shared/purchases/bill'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { cardSecret, sharedCardSecret } from '../../_runtime/card-secret'
import { readCardNumber } from '../cards/card-number'
import { shownName } from '../cards/shown-name'
import type { Sharing } from './customer-sheet'

/** Whoever showed a card, and the account that its orders count on. */
export type ShownCard = Shown & { holder: StoredAccount; payer: StoredAccount }

/** Who holds the card of a number; null for a number that nobody has. */
export async function readShown(effects: Effects, cardNo: string): Promise<ShownCard | null> {
  if (isSharedNo(cardNo)) return readShared(effects, cardNo)
  const [account] = await effects.store.find<StoredAccount>('accounts', { where: { cardNo }, limit: 1 })
  return account ? { holder: account, main: null, payer: account } : null
}

/** The secret that the code of a card is checked by; a shared number that nobody has fits no code. */
export function secretOf(effects: Effects, cardNo: string, shown: ShownCard | null): string {
  return isSharedNo(cardNo)
    ? sharedCardSecret(effects, cardNo, shown?.holder.cardNo ?? '')
    : cardSecret(effects, cardNo)
}

async function readShared(effects: Effects, cardNo: string): Promise<ShownCard | null> {
  const number = await readCardNumber(effects, cardNo)
  if (!number) return null
  const { holderId, mainAccountId, cardId } = number
  const accounts = await effects.store.getMany<StoredAccount>('accounts', [...new Set([holderId, mainAccountId])])
  const [holder, main] = [holderId, mainAccountId].map((id) => accounts.find((one) => one._id === id))
  if (!holder || !main) return null
  if (holder === main) return { holder, main: null, payer: holder }
  const pooled = mainCard(main, cardId)?.mode === 'pooled'
  return { holder, main, payer: pooled ? main : holder }
}

/** What the till is told of a shared card, and which holders of this customer's family it may check. */
export async function readSharing(
  effects: Effects,
  { account, terms, shown }: { account: StoredAccount; terms: Terms; shown?: CardShown },
): Promise<Sharing> {
  const pending = cardsOf(account).flatMap((card) =>
    card.role === 'main' ? card.holders.filter((one) => !one.checked).map((one) => ({ card, one })) : [],
  )
  const ids = pending.map(({ one }) => one.accountId)
  const holders = ids.length > 0 ? await effects.store.getMany<StoredAccount>('accounts', ids) : []
  const toCheck = pending.map(({ card, one }) => {
    const holder = holders.find(({ _id }) => _id === one.accountId)
    return { cardId: card.cardId, holderId: one.accountId, name: holder ? shownName(holder) : null }
  })
  return { shared: shown ? sharedFace(shown, terms) : null, toCheck: shown?.main ? [] : toCheck }
}

type CardShown = ShownCard & { cardNo: string }

function sharedFace({ holder, main, cardNo }: CardShown, { programme }: Terms): Sharing['shared'] {
  const held = cardsOf(holder).find((card) => card.cardNo === cardNo)
  if (!held) return null
  const { kind, mode, role, cardId } = held
  const owner = main ?? holder
  const bulk = kind === 'corporate' ? bulkPriceOf(programme) : null
  const title = mainCard(owner, cardId)?.title ?? null
  return { kind, title, mode, role, holderName: shownName(holder), ownerName: shownName(owner), bulk }
}
