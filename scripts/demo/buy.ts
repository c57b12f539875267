import type { Instant } from '../../shared/kit/time'
import { shopTime } from '../pos/local'
import { sendBatch } from '../pos/till'
import type { Founded } from '../start/found'
import type { StoreOrders } from './orders'

const batchMax = 100

export type Bought = {
  orderId: string
  storeId: 'S1' | 'S2'
  amountFen: number
  burnPoints?: number
  at: Instant
  memberNo: string
}

/** Sends what was sold, given oldest first, in as few batches as keep everybody's orders in their order. */
export async function buy(url: string, founded: Founded, sold: readonly Bought[]): Promise<void> {
  for (const batch of batchesOf(sold)) {
    const orders = batch.map(({ storeId: _, memberNo, ...order }) => ({ ...order, customer: { memberNo } }))
    const items = orders.map((order) => ({ kind: 'order' as const, ...order }))
    await sendItems(url, founded, { storeId: batch[0]?.storeId ?? 'S1', items })
  }
}

/** Sends the items of one store as its till does; nothing of the demonstration is ever refused. */
export async function sendItems(
  url: string,
  { keyId, secret }: Founded,
  { storeId, items }: StoreOrders,
): Promise<void> {
  const till = { url, key: { keyId, secret }, storeId, patienceMs: 60_000, clock: () => shopTime(url) }
  for (let from = 0; from < items.length; from += batchMax) {
    const refused = (await sendBatch(till, items.slice(from, from + batchMax))).find((result) => !result.ok)
    if (refused && !refused.ok) throw new Error(`The demonstration shop was not loaded: ${refused.refusal.message}`)
  }
}

/** Each batch is of one store; whoever has bought in both meets the tills one after the other. */
function batchesOf(sold: readonly Bought[]): Bought[][] {
  const batches: Bought[][] = []
  for (const order of sold) {
    const last = batches.findLastIndex((batch) => batch.some(({ memberNo }) => memberNo === order.memberNo))
    const fitting = batches.find((batch, index) => index >= last && batch[0]?.storeId === order.storeId)
    if (fitting) fitting.push(order)
    else batches.push([order])
  }
  return batches
}
