import { allow } from '../../../shared/kit/ruling'
import type { staffMe } from '../../../shared/staff/contract'
import type { Handler } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'

/** Who is at the till, and in which stores they may work. */
export const me: Handler<typeof staffMe, StaffContext> = async ({ entered, now }) => {
  const ruling = await entered
  if (!ruling.ok) return ruling
  const { grant, terms } = ruling.value
  return allow({
    serverAt: now,
    shopName: terms.shop.name,
    name: grant.name,
    role: grant.role,
    stores: terms.shop.stores.filter((store) => worksIn(grant, store.id)),
  })
}
