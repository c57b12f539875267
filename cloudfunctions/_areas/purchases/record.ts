import type { Entry } from '../../../shared/books/entry'
import type { ItemResult, purchasesRecord, WalkInResult } from '../../../shared/purchases/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { ItemRefusal } from '../../../shared/purchases/contract'
import type { RefusalDetails } from '../../../shared/kit/ruling'
import { orderEntryId } from '../../../shared/purchases/purchase'
import { refundNoOf } from '../../../shared/purchases/refund'
import { refusalText, type Language } from '../../../shared/refusals'
import type { Handler } from '../../_runtime/handler'
import type { PosContext } from '../../_runtime/pos-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { post } from '../../_runtime/unit-of-work'
import { readCustomers, type Customers } from './customers'
import { entryIdsOf, readBatch, refundedOrderIdsOf, refundNosOf, type Line } from './batch'
import { workLane, type Lane } from './lane'
import { readLedger } from './ledger-view'
import { isOfWalkIn, refundWalkIn, takeWalkIn } from './walk-in'

/** How many members' accounts a batch works on at the same time. */
const lanesAtOnce = 16

/**
 * Takes a batch of orders and refunds: one round of reads for the whole batch beside the check of the key, then a lane
 * for each member, in which items are worked in the order of the batch and written in one go. The ledger
 * says whose order is refunded; a refund that does not name that customer costs one more trip.
 */
export const recordPurchases: Handler<typeof purchasesRecord, PosContext> = async (context, input) => {
  const { effects, now, language, storeId } = { ...context, storeId: input.storeId }
  const { lines, walkIns, refused } = readBatch(input.items, now)
  const walkInIds = walkIns.map(({ item }) => orderEntryId(storeId, item.orderId))
  const ids = [...entryIdsOf(storeId, lines), ...walkInIds]
  const [entered, ledger, customers] = await Promise.all([
    context.entered,
    readLedger(effects, ids, refundedOrderIdsOf(storeId, lines), refundNosOf(storeId, lines)),
    readCustomers(effects, lines),
  ])
  if (!entered.ok) return entered
  const { terms, key } = entered.value
  if (!key.storeIds.includes(storeId)) return refuse('store_not_allowed')
  if (!terms.shop.stores.some((store) => store.id === storeId)) return refuse('store_unknown', { storeId })
  const walking = { effects, terms, storeId, now }
  const entries = ledger.filter((entry) => !isOfWalkIn(entry))
  const walkedIn = new Set(ledger.filter(isOfWalkIn).map(({ _id }) => _id))
  const owners = await ownersOfRefunded(context, storeId, lines, entries, customers.accounts)
  const accounts = [...customers.accounts, ...owners]
  if (seenBefore(context.nonce, entries, accounts)) return refuse('signature_replayed')

  const results = new Map<number, ItemResult | WalkInResult>()
  for (const { index, code, details } of refused) results.set(index, refusedItem(code, language, details))
  const known = new Set(entries.map(({ _id }) => _id))
  for (const { index, item } of walkIns) {
    const before = lines.filter((line) => line.index < index)
    const isOther = known.has(orderEntryId(storeId, item.orderId)) || ordersIn(before).includes(item.orderId)
    const ruling = isOther ? refuse('order_id_reused') : await takeWalkIn(walking, item)
    if (ruling.ok && ruling.value.claimCode !== null) walkedIn.add(orderEntryId(storeId, item.orderId))
    results.set(index, answerOf(ruling, language))
  }
  const { lanes, homeless } = lanesOf({ storeId, lines, customers, entries, accounts, walkedIn })
  for (const { index, code, item } of homeless) {
    const ruling = item.kind === 'refund' ? await refundWalkIn(walking, item) : null
    results.set(index, ruling ? answerOf(ruling, language) : refusedItem(code, language))
  }
  const written: Entry[] = []
  const about = {
    effects,
    now,
    terms,
    storeId,
    nonce: context.nonce,
    post: (all: readonly Entry[]) => void written.push(...all),
  }
  await inTurns(lanes, lanesAtOnce, async (lane) => {
    const outcome = await workLane(about, lane)
    for (const [index, result] of outcome)
      results.set(index, result.ok ? result.value : refusedItem(result.refusal, language, result.details))
  })
  effects.afterReply(() => post(effects, written))
  return allow({ results: input.items.map((_, index) => results.get(index) ?? refusedItem('busy', language)) })
}

/** The accounts whose earlier orders are refunded here and that are not among the customers of the batch. */
async function ownersOfRefunded(
  { effects }: PosContext,
  storeId: string,
  lines: readonly Line[],
  entries: readonly Entry[],
  known: readonly StoredAccount[],
): Promise<StoredAccount[]> {
  const refunded = new Set(refundedOrderIdsOf(storeId, lines))
  const owners = entries.filter((entry) => refunded.has(entry._id)).map((entry) => entry.accountId)
  const missing = [...new Set(owners)].filter((id) => !known.some((account) => account._id === id))
  return missing.length > 0 ? effects.store.getMany<StoredAccount>('accounts', missing) : []
}

/**
 * A request that left its mark in the ledger before is a replay. It needs no list of its own: whatever a request wrote
 * carries its nonce, and a request that wrote nothing may be sent again without harm.
 */
function seenBefore(nonce: string, entries: readonly Entry[], accounts: readonly StoredAccount[]): boolean {
  const held = accounts.flatMap((account) => account.outbox.map((row) => row.entry))
  return [...entries, ...held].some((entry) => 'nonce' in entry && entry.nonce === nonce)
}

/**
 * Which member each item belongs to. An order number means one order: a second customer under it is refused, be it one
 * whom nobody knows, and so is a refund number that was used for another order.
 */
function lanesOf({ storeId, lines, customers, entries, accounts, walkedIn }: Batch): {
  lanes: Lane[]
  homeless: Homeless[]
} {
  const held = accounts.flatMap((account) => account.outbox.map((row) => row.entry))
  const owners = new Map([...entries, ...held].map((entry) => [entry._id, entry.accountId]))
  const refundOrders = ordersByRefundNo([...entries, ...held])
  const byAccount = new Map<string, Lane>()
  const homeless: Homeless[] = []
  for (const line of lines) {
    const orderId = orderEntryId(storeId, line.item.orderId)
    const owner = owners.get(orderId)
    const isOrder = line.item.kind === 'order'
    const accountId = line.item.kind === 'order' ? customers.accountIdOf(line.item.customer) : owner
    if (!accountId) homeless.push({ ...line, code: isOrder ? 'member_unknown' : 'order_unknown' })
    else if (owner ? owner !== accountId : isOrder && walkedIn.has(orderId))
      homeless.push({ ...line, code: 'order_id_reused' })
    else if ((refundOrders.get(refundNoIn(storeId, line)) ?? orderId) !== orderId)
      homeless.push({ ...line, code: 'refund_id_reused' })
    else {
      if (line.item.kind === 'order') owners.set(orderId, accountId)
      else refundOrders.set(refundNoIn(storeId, line), orderId)
      const lane = byAccount.get(accountId) ?? newLane(accountId, entries, accounts)
      lane.lines.push(line)
      byAccount.set(accountId, lane)
    }
  }
  return { lanes: [...byAccount.values()], homeless }
}

type Batch = {
  storeId: string
  lines: readonly Line[]
  customers: Customers
  entries: readonly Entry[]
  accounts: readonly StoredAccount[]
  /** The ids of orders that brought walk-ins a code. */
  walkedIn: ReadonlySet<string>
}

/** The numbers of the orders among them. */
function ordersIn(lines: readonly Line[]): string[] {
  return lines.flatMap(({ item }) => (item.kind === 'order' ? [item.orderId] : []))
}

/** An item of no known member, and why. */
type Homeless = Line & { code: ItemRefusal }

function answerOf(ruling: Ruling<WalkInResult, ItemRefusal>, language: Language): ItemResult | WalkInResult {
  return ruling.ok ? ruling.value : refusedItem(ruling.refusal, language, ruling.details)
}

function ordersByRefundNo(entries: readonly Entry[]): Map<string, string> {
  return new Map(entries.flatMap((entry) => (entry.kind === 'refund' ? [[entry.refundNo, entry.reverses ?? '']] : [])))
}

/** The number of a refund in its store; none for an order. */
function refundNoIn(storeId: string, { item }: Line): string {
  return item.kind === 'refund' ? refundNoOf(storeId, item.refundId) : ''
}

function newLane(accountId: string, entries: readonly Entry[], accounts: readonly StoredAccount[]): Lane {
  const account = accounts.find((candidate) => candidate._id === accountId) ?? null
  return { accountId, lines: [], account, entries: entries.filter((entry) => entry.accountId === accountId) }
}

function refusedItem(code: ItemRefusal, language: Language, details?: RefusalDetails): ItemResult {
  const message = refusalText(code, language, details)
  return { ok: false, refusal: details ? { code, message, details } : { code, message } }
}

async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}
