import type { benefitsUntick } from '../../../shared/benefits/contract'
import { entitlementsOf, untickEntitlement, untickId } from '../../../shared/benefits/entitlements'
import { allow } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { takeBack } from './take-back'

/** Takes back a tick that the same employee made within the last five minutes. */
export const untick: Handler<typeof benefitsUntick, StaffContext> = (context, { tickId, accountId }) => {
  const { now } = context
  const undoId = untickId(tickId)
  return takeBack(context, {
    accountId,
    entryIds: [tickId],
    undoId,
    unknown: 'tick_unknown',
    decide: (opened, { view, grant, terms }) => {
      const about = { staffId: grant._id, undone: view.entries.has(undoId), at: now }
      const ruling = untickEntitlement(opened, view.entries.get(tickId) ?? null, about)
      if (!ruling.ok) return ruling
      const entitlements = entitlementsOf(ruling.value.account, terms.programme, now)
      return allow({ journal: ruling.value, reply: { entitlements } })
    },
  })
}
