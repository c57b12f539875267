import { arrivedAt, nothingTold } from '../../../shared/messages/telling'
import type { Effects } from '../../_runtime/effects'
import { storedAccount, type StoredAccount } from '../../_runtime/stored-account'

/**
 * Notes that a member has come to a store, where the programme greets them. Somebody who writes the account at the same time
 * goes first: then nobody is greeted, and an order notes it anyway.
 */
export async function noteArrival(effects: Effects, account: StoredAccount): Promise<void> {
  const telling = arrivedAt(account.telling ?? nothingTold, effects.now())
  if (telling === account.telling) return
  const next = storedAccount(account, { ...account, telling }, account.outbox)
  await effects.store.replaceIf('accounts', next, account.version)
}
