import { openJournal, type Journal } from '../../../shared/books/journal'
import { allow } from '../../../shared/kit/ruling'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { commit } from '../../_runtime/unit-of-work'

/** A rule of the clock on one account; writes nothing where the rule writes no entry. */
export async function onAccount(
  effects: Effects,
  terms: Terms,
  accountId: string,
  now: Instant,
  rule: (journal: Journal) => Journal,
): Promise<void> {
  const read = async () => ({ account: await effects.store.get<StoredAccount>('accounts', accountId) })
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: `clock-${now}` }
  const loaded = await read()
  if (!loaded.account) return
  const ruling = await commit(effects, {
    loaded,
    reload: read,
    request: null,
    decide: ({ account }) => allow({ journal: account && rule(openJournal(account, stamp)), reply: null }),
  })
  if (!ruling.ok) throw new Error(`an account could not be changed by the clock: ${ruling.refusal}`)
}
