import { openJournal } from '../../../shared/books/journal'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { referralsDecide } from '../../../shared/referrals/contract'
import { decideReferral } from '../../../shared/referrals/friend'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commit } from '../../_runtime/unit-of-work'

/** A manager's word on a referral that waits for it; who said it and why stands in the friend's ledger. */
export const decide: Handler<typeof referralsDecide, ManagerContext> = async (context, input) => {
  const { effects, terms, now, request, grant, member } = context
  if (!terms || !request || !grant || !member) return refuse('member_unknown')
  const { accountId, allowed, reason } = input
  return commit(effects, {
    loaded: member,
    reload: async () => ({ account: await effects.store.get<StoredAccount>('accounts', accountId) }),
    request,
    decide: ({ account }) => {
      if (!account) return refuse('member_unknown')
      const { programmeVersion } = terms
      const stamp = { recordedAt: now, programmeVersion, requestId: request.id, actor: grant._id }
      const ruling = decideReferral(openJournal(account, stamp), { allowed, reason, at: now })
      return ruling.ok ? allow({ journal: ruling.value, reply: { accountId, allowed } }) : ruling
    },
  })
}
