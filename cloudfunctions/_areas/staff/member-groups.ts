import type { groupsOfMember } from '../../../shared/groups/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { readStanding, standingView } from '../groups/standing'
import { identified } from './identified'

/** In which groups and at which step of the funnel a customer stands. */
export const memberGroups: Handler<typeof groupsOfMember, StaffContext> = async (context, input) => {
  const { effects, now } = context
  const { accountId } = input
  const [entered, account, read] = await Promise.all([
    context.entered,
    effects.store.get<StoredAccount>('accounts', accountId),
    readStanding(effects, accountId),
  ])
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  const may = identified(effects, grant, input)
  if (!may.ok) return may
  return account ? allow(standingView(account, read, terms, now)) : refuse('member_unknown')
}
