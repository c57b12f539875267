import type { Entry } from '../../../shared/books/entry'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { presentEntries } from '../../_runtime/outbox'
import type { StoredAccount } from '../../_runtime/stored-account'

export type Missing = { accountId: string; entry: Entry }

/** More accounts than these cannot be settled only where something is wrong with all of them. */
const accountsMax = 200
const askedAtOnce = 1_000

/**
 * What accounts that the clock could not settle have kept from the ledger, of what was written down before an instant.
 * `too-many`: there are more such accounts than are looked through.
 */
export async function missingEntries(effects: Effects, before: Instant): Promise<Missing[] | 'too-many'> {
  const accounts = await effects.store.find<StoredAccount>('accounts', {
    where: { putOffAt: { gt: '' } },
    orderBy: [['putOffAt', 'asc']],
    limit: accountsMax + 1,
    fields: ['outbox'],
  })
  if (accounts.length > accountsMax) return 'too-many'
  const carried = accounts.flatMap(({ _id, outbox }) => {
    return outbox.flatMap(({ entry }) => (entry.recordedAt < before ? [{ accountId: _id, entry }] : []))
  })
  const missing: Missing[] = []
  for (let at = 0; at < carried.length; at += askedAtOnce) {
    const some = carried.slice(at, at + askedAtOnce)
    const present = await presentEntries(
      effects,
      some.map(({ entry }) => entry),
    )
    missing.push(...some.filter(({ entry }) => !present.has(entry._id)))
  }
  return missing
}
