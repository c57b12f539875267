import { allow, refuse } from '../../../shared/kit/ruling'
import type { staffDismiss } from '../../../shared/staff/contract'
import type { Handler, ManagerContext, StaffGrant } from '../../_runtime/handler'
import { worksIn } from '../../_runtime/staff-door'

/** Ends somebody's right to work here, at once. Nobody dismisses themselves, so a shop always keeps a manager. */
export const dismiss: Handler<typeof staffDismiss, ManagerContext> = async ({ effects, grant, now }, { staffId }) => {
  if (!grant) return refuse('not_allowed')
  if (grant._id === staffId) return refuse('last_manager')
  return effects.store.transact(async (transaction) => {
    const own = await transaction.get<StaffGrant>('staff', grant._id)
    const other = await transaction.get<StaffGrant>('staff', staffId)
    if (!own?.active) return refuse('not_allowed')
    if (!other) return refuse('staff_unknown')
    if (!within(other, own)) return refuse('not_allowed')
    if (!other.active) return allow({ staffId })
    // What they had to do goes to the head within a minute, by the clock.
    await transaction.put('staff', { ...other, active: false, handOverAt: now })
    // Both are written, so that of two who dismiss each other at once one stays: a snapshot alone would let both go.
    await transaction.put('staff', { ...own, lastDismissal: { staffId, at: now } })
    return allow({ staffId })
  })
}

/** Whether all stores of the one are stores of the other too. */
function within(one: StaffGrant, other: StaffGrant): boolean {
  return other.storeIds === 'all' || (one.storeIds !== 'all' && one.storeIds.every((id) => worksIn(other, id)))
}
