import type { Account } from '../../../shared/books/account'
import { maskedName } from '../../../shared/kit/names'
import type { CustomerSheet } from '../../../shared/staff/contract'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'

export type Referrer = CustomerSheet['origin']['referrer']

/** The member who brought a customer; null for whoever came by themselves, of whom nothing is read. */
export async function referrerOf({ store }: Effects, { source }: Pick<Account, 'source'>): Promise<Referrer> {
  const { referrerId } = source
  if (referrerId === undefined) return null
  const one = await store.get<StoredAccount>('accounts', referrerId)
  return { name: maskedName(one?.name ?? null), memberNo: one?.memberNo ?? '' }
}
