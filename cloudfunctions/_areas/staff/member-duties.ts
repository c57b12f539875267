import { allow, refuse } from '../../../shared/kit/ruling'
import type { obligationsOfMember } from '../../../shared/obligations/contract'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { openObligations, withOwing } from '../obligations/of-member'
import { obligationView } from '../obligations/view'
import { identified } from './identified'

/** What the shop owes a customer whom this employee has identified. */
export const memberDuties: Handler<typeof obligationsOfMember, StaffContext> = async (context, input) => {
  const { effects, now } = context
  const { accountId } = input
  const [entered, account, open] = await Promise.all([
    context.entered,
    effects.store.get<StoredAccount>('accounts', accountId),
    openObligations(effects, accountId),
  ])
  if (!entered.ok) return entered
  const may = identified(effects, entered.value.grant, input)
  if (!may.ok) return may
  if (!account) return refuse('member_unknown')
  return allow({ serverAt: now, obligations: withOwing(open, account).map(obligationView) })
}
