import { allow, refuse } from '../../../shared/kit/ruling'
import type { staffJoin } from '../../../shared/staff/contract'
import type { Handler, StaffGrant } from '../../_runtime/handler'
import { staffId } from '../../_runtime/people'
import type { StaffContext } from '../../_runtime/staff-door'
import type { Invitation } from './invitation'
import { invitationId } from './invite'

/**
 * Takes an invitation up. It is given to whoever comes first; who has it already is answered again as the first time. A
 * manager who tries one out would lose the rights they have, and perhaps the shop its only manager, so that is refused.
 */
export const join: Handler<typeof staffJoin, StaffContext> = async (context, { code }) => {
  const { effects, openid, now } = context
  const id = invitationId(effects, code)
  const [entered, invitation] = await Promise.all([context.entered, effects.store.get<Invitation>('invitations', id)])
  // A visitor has no grant yet; what else the door refuses holds.
  if (!entered.ok && entered.refusal !== 'not_allowed') return entered
  if (!invitation) return refuse('invitation_unknown')
  const own = staffId(effects, openid)
  if (invitation.takenBy !== null && invitation.takenBy !== own) return refuse('invitation_used')
  const { name, role, storeIds } = invitation
  const grant: StaffGrant = { _id: own, name, role, storeIds, active: true, joinedAt: now }
  if (invitation.takenBy === own) {
    // A repetition completes what a crash cut off, and never brings back somebody who was dismissed meanwhile.
    if (!(await effects.store.get<StaffGrant>('staff', own))) await effects.store.put('staff', grant)
    return allow({ name, role })
  }
  if (entered.ok && entered.value.grant.role === 'manager') return refuse('manager_already')
  if (now >= invitation.goodUntil) return refuse('invitation_over')
  const taken = await effects.store.change('invitations', { _id: id, takenBy: null }, { set: { takenBy: own } })
  if (taken === 0) return refuse('busy')
  await effects.store.put('staff', grant)
  return allow({ name, role })
}
