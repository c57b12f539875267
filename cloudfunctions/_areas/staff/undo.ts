import { balanceOf } from '../../../shared/books/account'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import { burnEntryId, orderEntryId } from '../../../shared/purchases/purchase'
import { refund, refundEntryId, refundedFen } from '../../../shared/purchases/refund'
import type { staffUndo } from '../../../shared/staff/contract'
import { tierById } from '../../../shared/tiers/qualify'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { wantedOfBudgets } from '../campaigns/budget'
import { actIdsOf, orderIn } from '../purchases/ledger-view'
import { tierFace } from '../tiers/faces'
import { undoMs } from './accrue'
import { takeBack } from './take-back'

/** The number of the refund that undoes an order: there is one. */
const undoId = 'undo'

/** Undoes an order that the same employee took within the last five minutes: a refund of all of it, by its own number. */
export const undo: Handler<typeof staffUndo, StaffContext> = (context, { orderId, storeId, accountId }) => {
  const { now } = context
  const orderEntry = orderEntryId(storeId, orderId)
  return takeBack(context, {
    accountId,
    entryIds: [orderEntry, burnEntryId(storeId, orderId), ...actIdsOf(orderEntry)],
    orderEntryId: orderEntry,
    undoId: refundEntryId(storeId, orderId, undoId),
    unknown: 'order_unknown',
    decide: (opened, { view, grant, terms }) => {
      const order = orderIn(view, storeId, orderId)
      if (!order || order.purchase.accountId !== accountId) return refuse('order_unknown')
      const { actor, recordedAt, amountFen } = order.purchase
      if (actor !== grant._id || now >= addMilliseconds(recordedAt, undoMs)) return refuse('undo_over')
      const rest = { storeId, refundId: undoId, amountFen: amountFen - refundedFen(order), at: now, nonce: null }
      const ruling = refund(opened, order, rest, terms.programme)
      if (!ruling.ok) return ruling
      const { account } = ruling.value
      const tier = tierFace(tierById(terms.programme, account.tierId))
      const stock = wantedOfBudgets(ruling.value, terms.programme)
      return allow({ journal: ruling.value, reply: { orderId, balance: balanceOf(account), tier }, stock })
    },
  })
}
