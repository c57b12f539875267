import { openJournal, type Journal } from '../../../shared/books/journal'
import { refuse, type Ruling } from '../../../shared/kit/ruling'
import type { StaffGrant } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { commit, type Decision } from '../../_runtime/unit-of-work'
import { readLedger, viewOf, type LedgerView } from '../purchases/ledger-view'

/** What a rule is told of something that is to be undone: the ledger's entries about it, and who asks under which terms. */
export type Known = { view: LedgerView; grant: StaffGrant; terms: Terms }

type Act<Value, Refusal extends string> = {
  accountId: string
  /** The entries that it wants to see, and the order whose refunds it wants to see. */
  entryIds: readonly string[]
  orderEntryId?: string
  /** The entry that undoes it, which keeps the answer: there is one. */
  undoId: string
  /** For an account that nobody has, or an entry that is not there. */
  unknown: Refusal
  decide: (journal: Journal, known: Known) => Ruling<Decision<Value, Refusal>, Refusal>
}

/** Undoes what an employee did on a customer's account: both are read in one round beside the employee's grant. */
export async function takeBack<Value, Refusal extends string>(
  context: StaffContext,
  { accountId, entryIds, orderEntryId, undoId, unknown, decide }: Act<Value, Refusal>,
) {
  const { effects, request, now } = context
  const load = async () => {
    const [account, entries] = await Promise.all([
      effects.store.get<StoredAccount>('accounts', accountId),
      readLedger(effects, [...entryIds, undoId], orderEntryId ? [orderEntryId] : []),
    ])
    return { account, entries }
  }
  const [entered, loaded] = await Promise.all([context.entered, load()])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request.id, actor: grant._id }
  return commit(effects, {
    loaded,
    reload: load,
    request,
    receiptId: undoId,
    decide: ({ account, entries }): Ruling<Decision<Value, Refusal>, Refusal> => {
      if (!account) return refuse(unknown)
      return decide(openJournal(account, stamp), { view: viewOf(entries, account), grant, terms })
    },
  })
}
