import { orderActId } from '../../../shared/acts/act'
import type { Entry } from '../../../shared/books/entry'
import { orderEntryId, burnEntryId } from '../../../shared/purchases/purchase'
import type { RefundedOrder } from '../../../shared/purchases/refund'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'

/**
 * What is known of a batch's orders and refunds: entries of the ledger, entries that an account still holds, and those
 * that the batch itself has just written.
 */
export type LedgerView = { entries: ReadonlyMap<string, Entry> }

export function viewOf(entries: readonly Entry[], account: StoredAccount | null): LedgerView {
  const held = account ? account.outbox.map((row) => row.entry) : []
  return { entries: new Map([...entries, ...held].map((entry) => [entry._id, entry])) }
}

export function withEntries(view: LedgerView, added: readonly Entry[]): LedgerView {
  return added.length === 0 ? view : { entries: new Map([...view.entries, ...added.map((e) => [e._id, e] as const)]) }
}

/** An order with all that happened to it, or null when it is not known. */
export function orderIn(view: LedgerView, storeId: string, orderId: string): RefundedOrder | null {
  const id = orderEntryId(storeId, orderId)
  const purchase = view.entries.get(id)
  if (purchase?.kind !== 'purchase') return null
  const burn = view.entries.get(burnEntryId(storeId, orderId))
  return {
    purchase,
    burn: burn?.kind === 'burn' ? burn : null,
    refunds: [...view.entries.values()]
      .filter((entry) => entry.kind === 'refund')
      .filter((entry) => entry.reverses === id),
    acts: actIdsOf(id).flatMap((actId) => {
      const act = view.entries.get(actId)
      return act?.kind === 'act' ? [act] : []
    }),
  }
}

/** The ids of the acts that may belong to an order. */
export function actIdsOf(orderEntry: string): string[] {
  return [orderActId('review', orderEntry)]
}

/** The ledger's entries for these ids, every refund of these orders, and whatever refunds bear these numbers. One round. */
export async function readLedger(
  effects: Effects,
  ids: readonly string[],
  refundedOrderIds: readonly string[],
  refundNos: readonly string[] = [],
): Promise<Entry[]> {
  const [known, refunds, sameNumbers] = await Promise.all([
    ids.length > 0 ? effects.store.getMany<Entry>('entries', ids) : [],
    refundedOrderIds.length > 0
      ? effects.store.find<Entry>('entries', { where: { reverses: { in: refundedOrderIds } }, limit: 1000 })
      : [],
    refundNos.length > 0
      ? effects.store.find<Entry>('entries', { where: { refundNo: { in: refundNos } }, limit: 1000 })
      : [],
  ])
  return [...known, ...refunds, ...sameNumbers]
}
