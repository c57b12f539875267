import { allow, refuse } from '../../../shared/kit/ruling'
import type { obligationsOfMember } from '../../../shared/obligations/contract'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { openObligations, withOwing } from '../obligations/of-member'
import { obligationView } from '../obligations/view'
import { readPass } from './pass'

/** What the shop owes a customer whom this employee has identified. */
export const memberDuties: Handler<typeof obligationsOfMember, StaffContext> = async (context, input) => {
  const { effects, now } = context
  const { scanId, accountId } = input
  const [entered, account, open] = await Promise.all([
    context.entered,
    effects.store.get<StoredAccount>('accounts', accountId),
    openObligations(effects, accountId),
  ])
  if (!entered.ok) return entered
  const pass = readPass(effects, scanId, { accountId, staffId: entered.value.grant._id })
  if (!pass.ok) return pass
  if (now >= pass.value.goodUntil) return refuse('scan_over')
  if (!account) return refuse('member_unknown')
  return allow({ serverAt: now, obligations: withOwing(open, account).map(obligationView) })
}
