import type { groupsAsked } from '../../../shared/groups/contract'
import { customerOf, type Customer } from '../../../shared/groups/customer'
import { stagesOf } from '../../../shared/groups/funnel'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { putCustomer } from '../groups/write-customer'
import { identified } from './identified'

/** Notes that a customer asked. The first note stands; noting it again changes nothing. */
export const memberAsked: Handler<typeof groupsAsked, StaffContext> = async (context, input) => {
  const { effects, now } = context
  const { accountId } = input
  const [entered, account, before] = await Promise.all([
    context.entered,
    effects.store.get<StoredAccount>('accounts', accountId),
    effects.store.get<Customer>('customers', accountId),
  ])
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  const may = identified(effects, grant, input)
  if (!may.ok) return may
  if (!account) return refuse('member_unknown')
  const stages = stagesOf(terms.programme)
  if (!stages.some(({ whenAsked }) => whenAsked)) return refuse('funnel_off')
  const noted = before?.askedAt ? before : { askedAt: now, askedBy: grant._id }
  const next = customerOf(account, terms.programme, noted)
  const stage = stages.find(({ id }) => id === next?.stage)
  if (!stage) return refuse('funnel_off')
  if (!before?.askedAt) {
    if (!(await putCustomer(effects, before, next))) return refuse('busy')
    effects.log({ event: 'customer_asked', account: accountId, by: grant._id })
  }
  return allow({ stage: { id: stage.id, name: stage.name }, askedAt: noted.askedAt ?? now })
}
