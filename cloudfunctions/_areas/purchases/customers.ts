import type { Customer } from '../../../shared/purchases/contract'
import type { Effects } from '../../_runtime/effects'
import { accountIdOfExternal } from '../../_runtime/people'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Line } from './batch'

/** The accounts of a batch's customers, and which account a customer has: null for a member number nobody has. */
export type Customers = { accounts: StoredAccount[]; accountIdOf: (customer: Customer) => string | null }

/**
 * Reads the customers of a batch in one round: those whom the till knows by a number of its own have an account id
 * derived from it, even before they have an account; those who showed their card are found by its number.
 */
export async function readCustomers(effects: Effects, lines: readonly Line[]): Promise<Customers> {
  const customers = lines.flatMap(({ item }) => (item.customer ? [item.customer] : []))
  const external = [...new Set(customers.flatMap((one) => ('externalId' in one ? [one.externalId] : [])))]
  const numbers = [...new Set(customers.flatMap((one) => ('memberNo' in one ? [one.memberNo] : [])))]
  const ids = new Map(external.map((externalId) => [externalId, accountIdOfExternal(effects, externalId)]))
  const [byId, byNumber] = await Promise.all([
    ids.size > 0 ? effects.store.getMany<StoredAccount>('accounts', [...ids.values()]) : [],
    numbers.length > 0
      ? effects.store.find<StoredAccount>('accounts', { where: { memberNo: { in: numbers } }, limit: numbers.length })
      : [],
  ])
  const holders = new Map(byNumber.map((account) => [account.memberNo, account._id]))
  const accounts = new Map([...byId, ...byNumber].map((account) => [account._id, account]))
  return {
    accounts: [...accounts.values()],
    accountIdOf: (one) => ('memberNo' in one ? holders.get(one.memberNo) : ids.get(one.externalId)) ?? null,
  }
}
