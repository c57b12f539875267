import type { benefitsTick } from '../../../shared/benefits/contract'
import { entitlementsOf, tickEntitlement, untickMs } from '../../../shared/benefits/entitlements'
import { cardAccepted } from '../../../shared/cards/accepted'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import { reviewTiers } from '../../../shared/tiers/retier'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { actFor } from './act-for'

/** Ticks a monthly entitlement off, of a customer who has shown a code of their own. */
export const tick: Handler<typeof benefitsTick, StaffContext> = (context, input) => {
  const { now } = context
  const { accountId, code } = input
  return actFor(context, input, {
    receiptId: ({ requestId }) => tickId(accountId, requestId),
    decide: (opened, { pass, terms, requestId }) => {
      const { cardNo, holderId, storeId } = pass
      if (holderId) return refuse('own_card_needed')
      if (cardNo === null) return refuse('tick_needs_code')
      const accepted = cardAccepted({ holder: opened.account, main: null }, cardNo)
      if (!accepted.ok) return accepted
      const id = tickId(accountId, requestId)
      const reviewed = reviewTiers(opened, terms.programme, now)
      const ruling = tickEntitlement(reviewed, terms.programme, { code, storeId, at: now, id })
      if (!ruling.ok) return ruling
      const entitlements = entitlementsOf(ruling.value.account, terms.programme, now)
      return allow({
        journal: ruling.value,
        reply: { tickId: id, undoUntil: addMilliseconds(now, untickMs), entitlements },
      })
    },
  })
}

function tickId(accountId: string, requestId: string): string {
  return `tick:${accountId}:${requestId}`
}
