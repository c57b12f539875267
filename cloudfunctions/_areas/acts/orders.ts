import type { Entry } from '../../../shared/books/entry'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import { storeName, type Terms } from '../../_runtime/terms'

export type OrderEntry = Extract<Entry, { kind: 'purchase' }>

/** What a member said of an order. Nobody but them reads a text that was not found harmless. */
export type Review = {
  _id: string
  accountId: string
  storeId: string
  stars: number
  text: string
  state: 'shown' | 'unchecked'
  at: string
}

/** An order of this member's own of which something is left. */
export async function ownOrder(
  effects: Effects,
  account: StoredAccount,
  entryId: string,
): Promise<Ruling<OrderEntry, 'order_unknown' | 'order_refunded'>> {
  const [posted, undoing] = await Promise.all([
    effects.store.get<Entry>('entries', entryId),
    effects.store.find<Entry>('entries', { where: { reverses: entryId }, limit: 1000 }),
  ])
  const order = account.outbox.find(({ entry }) => entry._id === entryId)?.entry ?? posted
  if (order?.kind !== 'purchase' || order.accountId !== account._id) return refuse('order_unknown')
  return isRefunded(account, entryId, undoing) ? refuse('order_refunded') : allow(order)
}

/** Whether nothing is left of an order, by what the ledger shows and what the account has not put there yet. */
export function isRefunded(account: StoredAccount, entryId: string, known: readonly Entry[]): boolean {
  return [...known, ...account.outbox.map(({ entry }) => entry)].some(
    (entry) => entry.kind === 'refund' && entry.reverses === entryId && entry.whole,
  )
}

export function orderFace(order: OrderEntry, terms: Terms) {
  const { _id: entryId, at, storeId, amountFen } = order
  return { entryId, at, storeName: storeName(terms, storeId), amountFen }
}
