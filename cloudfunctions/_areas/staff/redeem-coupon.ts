import type { couponsHand, couponsRedeem, couponsUndo } from '../../../shared/coupons/contract'
import { cardAccepted } from '../../../shared/cards/accepted'
import { handCoupon } from '../../../shared/coupons/claim'
import { giveBackCoupon } from '../../../shared/coupons/give-back'
import { redeemCoupon } from '../../../shared/coupons/redeem'
import { settleCoupons } from '../../../shared/coupons/settle'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { issuedIn, stockOf } from '../coupons/claim'
import { actFor } from './act-for'
import { undoMs } from './accrue'
import { toldWhereUsed } from './coupon-used'
import { takeBack } from './take-back'

/** Takes a coupon for what it is exchanged for, or for delivery. The ledger has it with the account's next write or by the clock. */
export const redeem: Handler<typeof couponsRedeem, StaffContext> = async (context, input) => {
  const { now } = context
  const { couponId, channel } = input
  const ruling = await actFor(context, input, {
    lazily: true,
    receiptId: ({ requestId }) => redemptionIdOf(input.accountId, requestId),
    decide: (opened, { pass, terms, holder, requestId }) => {
      const { storeId, cardNo } = pass
      if (cardNo === null) return refuse('coupon_needs_code')
      if (holder) return refuse('coupon_not_yours')
      const accepted = cardAccepted({ holder: opened.account, main: null }, cardNo)
      if (!accepted.ok) return accepted
      const asked = { couponId, storeId, at: now, id: redemptionIdOf(input.accountId, requestId), channel }
      const redeemed = redeemCoupon(opened, terms.programme, asked)
      if (!redeemed.ok) return redeemed
      const entry = redeemed.value.entries.at(-1)
      if (entry?.kind !== 'coupon-redeem') throw new Error('a coupon that was taken wrote no entry')
      const { name, worth } = entry.coupon
      const reply = { redemptionId: entry._id, at: now, name, worth, undoUntil: addMilliseconds(now, undoMs) }
      return allow({ journal: redeemed.value, reply })
    },
  })
  return toldWhereUsed(context, input, ruling)
}

/** From member and request: no two members' uses ever share one. */
function redemptionIdOf(accountId: string, requestId: string): string {
  return `redeem:${accountId}:${requestId}`
}

/** Undoes a use that the same employee took within the last five minutes, once: the coupon may have been used again since. */
export const undoRedeem: Handler<typeof couponsUndo, StaffContext> = (context, { accountId, redemptionId }) => {
  const { now } = context
  const undoId = `undo:${redemptionId}`
  return takeBack(context, {
    accountId,
    entryIds: [redemptionId],
    undoId,
    unknown: 'redemption_unknown',
    decide: (opened, { view, grant }) => {
      const entry = view.entries.get(redemptionId)
      if (entry?.kind !== 'coupon-redeem' || entry.accountId !== accountId || entry.orderId !== null)
        return refuse('redemption_unknown')
      if (view.entries.has(undoId)) return refuse('redemption_undone')
      if (entry.actor !== grant._id || now >= addMilliseconds(entry.recordedAt, undoMs)) return refuse('undo_over')
      const about = { why: 'undo' as const, at: now, id: undoId, reverses: redemptionId }
      const journal = giveBackCoupon(opened, entry.coupon, about)
      return allow({ journal, reply: { name: entry.coupon.name } })
    },
  })
}

/** Hands a coupon to the customer. */
export const hand: Handler<typeof couponsHand, StaffContext> = (context, input) => {
  const { now } = context
  const { templateId, reason } = input
  return actFor(context, input, {
    decide: (opened, { terms }) => {
      const ruling = handCoupon(settleCoupons(opened, now), terms.programme, { templateId, reason, at: now })
      if (!ruling.ok) return ruling
      return allow({
        journal: ruling.value,
        reply: issuedIn(ruling.value, terms.programme, now),
        stock: stockOf(terms.programme, templateId),
      })
    },
  })
}
