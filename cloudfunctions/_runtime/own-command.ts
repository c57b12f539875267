import { openJournal, type Journal } from '../../shared/books/journal'
import { refuse, type Ruling } from '../../shared/kit/ruling'
import type { EnrolledContext } from './handler'
import type { StoredAccount } from './stored-account'
import { commit, type Decision } from './unit-of-work'

/** A command of a member on their own account: the rule is given the account as it is, and again when somebody was faster. */
export async function ownCommand<Value, Refusal extends string>(
  { effects, terms, now, request, account: own }: EnrolledContext,
  decide: (journal: Journal) => Ruling<Decision<Value, Refusal>, Refusal>,
) {
  if (!request) return refuse('request_id_missing')
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request.id }
  return commit<{ account: StoredAccount }, Value, Refusal>(effects, {
    loaded: { account: own },
    reload: async () => ({ account: (await effects.store.get<StoredAccount>('accounts', own._id)) ?? own }),
    request,
    decide: ({ account }) => decide(openJournal(account, stamp)),
  })
}
