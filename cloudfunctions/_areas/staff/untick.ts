import type { benefitsUntick } from '../../../shared/benefits/contract'
import { entitlementsOf, untickEntitlement, untickId } from '../../../shared/benefits/entitlements'
import type { Entry } from '../../../shared/books/entry'
import { openJournal } from '../../../shared/books/journal'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commit } from '../../_runtime/unit-of-work'
import { readLedger, viewOf } from '../purchases/ledger-view'

type Loaded = { account: StoredAccount | null; entries: Entry[] }

/** Takes back a tick that the same employee made within the last five minutes. */
export const untick: Handler<typeof benefitsUntick, StaffContext> = async (context, { tickId, accountId }) => {
  const { effects, request, now } = context
  const undoId = untickId(tickId)
  const load = async (): Promise<Loaded> => {
    const [account, entries] = await Promise.all([
      effects.store.get<StoredAccount>('accounts', accountId),
      readLedger(effects, [tickId, undoId], []),
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
    decide: ({ account, entries }) => {
      if (!account) return refuse('tick_unknown')
      const known = viewOf(entries, account).entries
      const about = { staffId: grant._id, undone: known.has(undoId), at: now }
      const ruling = untickEntitlement(openJournal(account, stamp), known.get(tickId) ?? null, about)
      if (!ruling.ok) return ruling
      return allow({
        journal: ruling.value,
        reply: { entitlements: entitlementsOf(ruling.value.account, terms.programme, now) },
      })
    },
  })
}
