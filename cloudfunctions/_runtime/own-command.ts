import { openJournal, type Journal } from '../../shared/books/journal'
import { refuse, type Ruling } from '../../shared/kit/ruling'
import type { EnrolledContext } from './handler'
import type { StoredAccount } from './stored-account'
import { commit, type Decision } from './unit-of-work'

type Decide<Value, Refusal extends string> = (journal: Journal) => Ruling<Decision<Value, Refusal>, Refusal>

/** A command of a member on their own account: the rule is given the account as it is, and again when somebody was faster. */
export function ownCommand<Value, Refusal extends string>(context: EnrolledContext, decide: Decide<Value, Refusal>) {
  return commandOn(context, context.account, decide)
}

/** A member's command on an account that they may act on; what allows it is for the rule to look at each time. */
export async function commandOn<Value, Refusal extends string>(
  { effects, terms, now, request }: EnrolledContext,
  account: StoredAccount,
  decide: Decide<Value, Refusal>,
) {
  if (!request) return refuse('request_id_missing')
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request.id }
  return commit<{ account: StoredAccount }, Value, Refusal>(effects, {
    loaded: { account },
    reload: async () => ({ account: (await effects.store.get<StoredAccount>('accounts', account._id)) ?? account }),
    request,
    decide: (loaded) => decide(openJournal(loaded.account, stamp)),
  })
}
