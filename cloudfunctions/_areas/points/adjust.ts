import type { pointsAdjust } from '../../../shared/points/contract'
import { openJournal } from '../../../shared/books/journal'
import { allow, refuse } from '../../../shared/kit/ruling'
import { balanceOf } from '../../../shared/books/account'
import { adjustPoints } from '../../../shared/points/adjust'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commit, requestEntryId } from '../../_runtime/unit-of-work'

/** A correction of a member's points by the manager, with its reason in the ledger. */
export const adjust: Handler<typeof pointsAdjust, ManagerContext> = async (context, input) => {
  const { effects, terms, now, request, grant, member } = context
  if (!terms || !request || !grant || !member) return refuse('member_unknown')
  return commit(effects, {
    loaded: member,
    reload: async () => ({ account: await effects.store.get<StoredAccount>('accounts', input.accountId) }),
    request,
    decide: ({ account }) => {
      if (!account) return refuse('member_unknown')
      const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request.id }
      const { change, reason } = input
      const ruling = adjustPoints(
        openJournal(account, stamp),
        { change, reason, actor: grant._id, at: now },
        terms.programme,
      )
      if (!ruling.ok) return ruling
      const reply = { balance: balanceOf(ruling.value.account), entryId: requestEntryId(account._id, request.id) }
      return allow({ journal: ruling.value, reply })
    },
  })
}
