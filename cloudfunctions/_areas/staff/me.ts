import { allow } from '../../../shared/kit/ruling'
import type { staffMe } from '../../../shared/staff/contract'
import type { Handler } from '../../_runtime/handler'
import { staffId } from '../../_runtime/people'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import { todayOf } from './today'

/** Who is at the till, in which stores they may work, and how their day has gone so far. */
export const me: Handler<typeof staffMe, StaffContext> = async ({ effects, openid, entered, now }) => {
  const [ruling, today] = await Promise.all([entered, todayOf(effects, staffId(effects, openid), now)])
  if (!ruling.ok) return ruling
  const { grant, terms } = ruling.value
  return allow({
    serverAt: now,
    shopName: terms.shop.name,
    name: grant.name,
    role: grant.role,
    stores: terms.shop.stores.filter((store) => worksIn(grant, store.id)),
    today,
  })
}
