import { canonicalInstant, addMilliseconds, type Instant } from '../../../shared/kit/time'
import { linesTotal, mergedLines } from '../../../shared/purchases/lines'
import { purchaseItem, type ItemRefusal, type PurchaseItem, type WalkInItem } from '../../../shared/purchases/contract'
import { burnEntryId, orderEntryId } from '../../../shared/purchases/purchase'
import { refundEntryId, refundNoOf } from '../../../shared/purchases/refund'
import type { RefusalDetails } from '../../../shared/kit/ruling'
import { actIdsOf } from './ledger-view'
import { fieldOf } from '../../_runtime/envelope'

/** One item of a batch on its way: what was asked, where its answer goes, and the account it belongs to once known. */
export type Line = { index: number; item: PurchaseItem }
export type WalkInLine = { index: number; item: WalkInItem }
export type RefusedLine = { index: number; code: ItemRefusal; details?: RefusalDetails }

/** How far ahead of the server a till's clock may run. */
const clockSkewMs = 5 * 60_000

/** Splits a batch into items that can be worked and items that are refused for what they say. */
export function readBatch(
  items: readonly unknown[],
  now: Instant,
): { lines: Line[]; walkIns: WalkInLine[]; refused: RefusedLine[] } {
  const lines: Line[] = []
  const walkIns: WalkInLine[] = []
  const refused: RefusedLine[] = []
  items.forEach((raw, index) => {
    const parsed = purchaseItem.safeParse(raw)
    if (!parsed.success) return refused.push({ index, code: 'item_invalid', details: { field: fieldOf(parsed.error) } })
    const at = canonicalInstant(parsed.data.at)
    if (!at) return refused.push({ index, code: 'item_invalid', details: { field: 'at' } })
    if (at > addMilliseconds(now, clockSkewMs)) return refused.push({ index, code: 'date_in_future' })
    if (parsed.data.kind === 'walk-in') return walkIns.push({ index, item: { ...parsed.data, at } })
    const over = aboveAmount(parsed.data)
    if (over) return refused.push({ index, code: 'lines_above_amount', details: over })
    return lines.push({ index, item: withMergedLines({ ...parsed.data, at }) })
  })
  return { lines, walkIns, refused }
}

/** What an item's parts come to where that is more than the whole. */
function aboveAmount(item: PurchaseItem): RefusalDetails | null {
  const linesFen = (item.kind === 'order' ? linesTotal(item.lines ?? []) : 0) + (item.leftOutFen ?? 0)
  return linesFen > item.amountFen ? { linesFen, amountFen: item.amountFen } : null
}

/** However a till splits its lines, one order is one order. */
function withMergedLines(item: PurchaseItem): PurchaseItem {
  return item.kind === 'order' && item.lines ? { ...item, lines: mergedLines(item.lines) } : item
}

/** Every ledger id by which the items of a batch could be known already. */
export function entryIdsOf(storeId: string, lines: readonly Line[]): string[] {
  const ids = lines.flatMap(({ item }) =>
    item.kind === 'order'
      ? [orderEntryId(storeId, item.orderId)]
      : [
          refundEntryId(storeId, item.orderId, item.refundId),
          orderEntryId(storeId, item.orderId),
          burnEntryId(storeId, item.orderId),
          ...actIdsOf(orderEntryId(storeId, item.orderId)),
        ],
  )
  return [...new Set(ids)]
}

/** The numbers of a batch's refunds, by which a number used for another order is found. */
export function refundNosOf(storeId: string, lines: readonly Line[]): string[] {
  return [...new Set(lines.flatMap(({ item }) => (item.kind === 'refund' ? [refundNoOf(storeId, item.refundId)] : [])))]
}

/** The orders whose earlier refunds matter to a batch. */
export function refundedOrderIdsOf(storeId: string, lines: readonly Line[]): string[] {
  return [
    ...new Set(lines.flatMap(({ item }) => (item.kind === 'refund' ? [orderEntryId(storeId, item.orderId)] : []))),
  ]
}
