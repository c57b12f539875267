import { allow, refuse } from '../../../shared/kit/ruling'
import type { staffDismiss } from '../../../shared/staff/contract'
import type { Handler, ManagerContext, StaffGrant } from '../../_runtime/handler'

/** Ends somebody's right to work here, at once. Nobody dismisses themselves, so a shop always keeps a manager. */
export const dismiss: Handler<typeof staffDismiss, ManagerContext> = async ({ effects, grant }, input) => {
  if (grant?._id === input.staffId) return refuse('last_manager')
  const ended = await effects.store.change('staff', { _id: input.staffId, active: true }, { set: { active: false } })
  if (ended > 0) return allow({ staffId: input.staffId })
  const before = await effects.store.get<StaffGrant>('staff', input.staffId)
  return before ? allow({ staffId: input.staffId }) : refuse('staff_unknown')
}
