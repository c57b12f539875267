import { allow, refuse } from '../../../shared/kit/ruling'
import type { staffFind } from '../../../shared/staff/contract'
import type { Handler } from '../../_runtime/handler'
import { phoneIdentityId, type Identity } from '../../_runtime/people'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { storeName } from '../../_runtime/terms'
import { referrerOf } from './referrer'
import { sheetByPhone } from './sheet-by-phone'
import { readSharing } from './shown-card'
import { takeTry } from './wrong-codes'

/** Finds a customer by phone number. An unknown number counts as a wrong try, so that nobody searches for who is a member. */
export const find: Handler<typeof staffFind, StaffContext> = async (context, { storeId, phone }) => {
  const { effects } = context
  const [entered, identity] = await Promise.all([
    context.entered,
    effects.store.get<Identity>('identities', phoneIdentityId(effects, phone)),
  ])
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  if (!worksIn(grant, storeId) || !storeName(terms, storeId)) return refuse('store_not_yours')
  const [tried, account] = await Promise.all([
    takeTry(effects, null, grant._id),
    identity && effects.store.get<StoredAccount>('accounts', identity.accountId),
  ])
  if (!tried) return refuse('too_many_wrong_codes')
  if (!account) return refuse('member_unknown')
  effects.afterReply(tried.giveBack)
  const [sharing, referrer] = await Promise.all([
    readSharing(effects, { account, terms }),
    referrerOf(effects, account),
  ])
  return allow(sheetByPhone(context, { account, terms, storeId, staffId: grant._id, referrer }, sharing))
}
