import { balanceOf } from '../../../shared/books/account'
import type { Entry } from '../../../shared/books/entry'
import { openJournal, type Journal } from '../../../shared/books/journal'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import { burnEntryId, orderEntryId } from '../../../shared/purchases/purchase'
import { refund, refundEntryId, refundedFen } from '../../../shared/purchases/refund'
import type { staffUndo } from '../../../shared/staff/contract'
import { tierById } from '../../../shared/tiers/qualify'
import type { Handler, StaffGrant } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { commit } from '../../_runtime/unit-of-work'
import { actIdsOf, orderIn, readLedger, viewOf } from '../purchases/ledger-view'
import { tierFace } from '../tiers/faces'
import { undoMs } from './accrue'

/** The number of the refund that undoes an order: there is one. */
const undoId = 'undo'

type Loaded = { account: StoredAccount | null; entries: Entry[] }

/** Undoes an order that the same employee took within the last five minutes: a refund of all of it, by its own number. */
export const undo: Handler<typeof staffUndo, StaffContext> = async (context, input) => {
  const { effects, request } = context
  const { orderId, storeId, accountId } = input
  const order = orderEntryId(storeId, orderId)
  const ids = [order, burnEntryId(storeId, orderId), refundEntryId(storeId, orderId, undoId), ...actIdsOf(order)]
  const load = async (): Promise<Loaded> => {
    const [account, entries] = await Promise.all([
      effects.store.get<StoredAccount>('accounts', accountId),
      readLedger(effects, ids, [order]),
    ])
    return { account, entries }
  }
  const [entered, loaded] = await Promise.all([context.entered, load()])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  return commit(effects, {
    loaded,
    reload: load,
    request,
    receiptId: refundEntryId(storeId, orderId, undoId),
    decide: (current) => decide(context, { grant, terms, ...input }, current),
  })
}

type About = { grant: StaffGrant; terms: Terms; orderId: string; storeId: string }
type Undone = { journal: Journal; reply: { orderId: string; balance: number; tier: ReturnType<typeof tierFace> } }

function decide(
  { now, request }: StaffContext,
  { grant, terms, orderId, storeId }: About,
  { account, entries }: Loaded,
): Ruling<Undone, 'order_unknown' | 'undo_over' | 'refund_above_rest' | 'refund_points_spent'> {
  const order = account && orderIn(viewOf(entries, account), storeId, orderId)
  if (!account || !order || order.purchase.accountId !== account._id) return refuse('order_unknown')
  if (order.purchase.actor !== grant._id || now >= addMilliseconds(order.purchase.recordedAt, undoMs))
    return refuse('undo_over')
  const stamp = {
    recordedAt: now,
    programmeVersion: terms.programmeVersion,
    requestId: request?.id ?? '',
    actor: grant._id,
  }
  const asked = {
    storeId,
    refundId: undoId,
    amountFen: order.purchase.amountFen - refundedFen(order),
    at: now,
    nonce: null,
  }
  const ruling = refund(openJournal(account, stamp), order, asked, terms.programme)
  if (!ruling.ok) return ruling
  const after = ruling.value.account
  const tier = tierFace(tierById(terms.programme, after.tierId))
  return allow({ journal: ruling.value, reply: { orderId, balance: balanceOf(after), tier } })
}
