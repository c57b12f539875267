import type { actsProfile } from '../../../shared/acts/contract'
import { allow } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { openDetails, type ToldDetails } from './details'
import { profileView } from './profile-view'

/** What the member has told about themselves, for them alone. */
export const readProfile: Handler<typeof actsProfile, EnrolledContext> = async ({ effects, account, terms, now }) => {
  const told = await effects.store.get<ToldDetails>('details', account._id)
  return allow(profileView(account, openDetails(effects, told), terms.programme, now))
}
