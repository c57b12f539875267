import type { Entry } from '../../../shared/books/entry'
import type { CardUse } from '../../../shared/cards/shared-contract'
import { storeName, type Terms } from '../../_runtime/terms'

/** Entries of a holder on the main holder's account, as the history of the card shows them. */
export type UseEntry = Extract<
  Entry,
  {
    kind:
      | 'purchase'
      | 'refund'
      | 'exchange'
      | 'exchange-release'
      | 'holder-join'
      | 'holder-check'
      | 'holder-leave'
      | 'transfer-out'
  }
> & { holderId: string }

/** A burn is told with its order, and handing out moves no points. */
export function isUse(entry: Entry): entry is UseEntry {
  return 'holderId' in entry && !!entry.holderId && entry.kind !== 'burn' && entry.kind !== 'exchange-fulfil'
}

/** One line of the history. */
export function useOf(entry: UseEntry, { terms, name }: { terms: Terms; name: string | null }): CardUse {
  const { _id: id, seq, at, holderId } = entry
  const about = { id, seq, at, holderId, holderName: name }
  const nothing = { earned: 0, burned: 0, amountFen: null, storeName: null, what: null }
  switch (entry.kind) {
    case 'purchase': {
      const { earned, burned, amountFen } = entry
      return {
        ...about,
        kind: 'purchase',
        earned,
        burned,
        amountFen,
        storeName: storeName(terms, entry.storeId),
        what: null,
      }
    }
    case 'refund': {
      const [earned, burned] = [-entry.reversed, -entry.returned]
      const { amountFen, storeId } = entry
      return { ...about, kind: 'refund', earned, burned, amountFen, storeName: storeName(terms, storeId), what: null }
    }
    case 'exchange':
      return { ...about, kind: 'swap', ...nothing, burned: entry.burned, what: entry.name }
    case 'exchange-release':
      return { ...about, kind: 'swap-back', ...nothing, burned: -entry.returned, what: entry.name }
    case 'holder-join':
      return { ...about, kind: 'joined', ...nothing }
    case 'holder-check':
      return { ...about, kind: 'checked', ...nothing }
    case 'holder-leave':
      return { ...about, kind: 'left', ...nothing }
    case 'transfer-out':
      return { ...about, kind: 'settled', ...nothing, burned: entry.moved }
  }
}
