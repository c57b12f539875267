import { openJournal } from '../../../shared/books/journal'
import { allow, refuse } from '../../../shared/kit/ruling'
import { setTierByHand, type TierByHand } from '../../../shared/tiers/by-hand'
import type { tiersSet } from '../../../shared/tiers/contract'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commit } from '../../_runtime/unit-of-work'

/** A member's tier set by the manager, up or down, with its reason and who did it in the ledger. */
export const setTier: Handler<typeof tiersSet, ManagerContext> = async (context, input) => {
  const { effects, terms, now, request, grant, member } = context
  if (!terms || !request || !grant || !member) return refuse('member_unknown')
  const { tierId, reason, lasts } = input
  const wish: TierByHand = { tierId, reason, at: now, ...(lasts ? { lasts } : {}) }
  const { programme, programmeVersion } = terms
  const stamp = { recordedAt: now, programmeVersion, requestId: request.id, actor: grant._id }
  return commit(effects, {
    loaded: member,
    reload: async () => ({ account: await effects.store.get<StoredAccount>('accounts', input.accountId) }),
    request,
    decide: ({ account }) => {
      if (!account) return refuse('member_unknown')
      const ruling = setTierByHand(openJournal(account, stamp), programme, wish)
      if (!ruling.ok) return ruling
      const until = ruling.value.account.held.at(-1)?.until ?? null
      const reply = { tierId: ruling.value.account.tierId, until }
      return allow({ journal: ruling.value, reply })
    },
  })
}
