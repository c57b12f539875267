import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import type { staffInvite } from '../../../shared/staff/contract'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { shortCode, shortCodeId } from '../../_runtime/short-code'
import { worksIn } from '../../_runtime/staff-door'
import { invitationMs, type Invitation } from './invitation'

/** Makes a code by which somebody becomes staff of stores of the caller's own. The same request gives the same code. */
export const invite: Handler<typeof staffInvite, ManagerContext> = async (context, { name, role, storeIds }) => {
  const { effects, terms, grant, request, now } = context
  const unknown = storeIds.find((id) => !terms?.shop.stores.some((store) => store.id === id))
  if (!grant || !request || unknown !== undefined) return refuse('store_unknown', { storeId: unknown ?? '' })
  if (!storeIds.every((id) => worksIn(grant, id))) return refuse('store_not_yours')
  const code = shortCode(effects, 'invitation', `${grant._id}:${request.id}`)
  const goodUntil = addMilliseconds(now, invitationMs)
  const invitation: Invitation = {
    _id: invitationId(effects, code),
    name,
    role,
    storeIds,
    invitedBy: grant._id,
    goodUntil,
    takenBy: null,
  }
  if ((await effects.store.insert('invitations', [invitation])) === 'inserted') return allow({ code, goodUntil })
  const before = await effects.store.get<Invitation>('invitations', invitation._id)
  const same = before?.name === name && before.role === role && before.storeIds.join() === storeIds.join()
  return same ? allow({ code, goodUntil: before.goodUntil }) : refuse('request_reused')
}

export function invitationId(effects: Effects, code: string): string {
  return shortCodeId(effects, 'invitation', code)
}
