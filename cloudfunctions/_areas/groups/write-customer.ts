import type { Account } from '../../../shared/books/account'
import { customerOf, shownAs, type Customer } from '../../../shared/groups/customer'
import type { Programme } from '../../../shared/programme/schema'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'

/** What the account remembers of it: as what lists show it now. */
export type CustomerWritten = Pick<StoredAccount, 'shownAs'>

/**
 * Keeps the lists of customers true to an account, where something changed by which they are found. Null when somebody
 * else wrote at the same time; the next tick looks again.
 */
export async function writeCustomer(
  effects: Effects,
  stored: StoredAccount,
  after: Account,
  programme: Programme,
): Promise<CustomerWritten | null> {
  const now = shownAs(after, programme)
  if (now === null || now === stored.shownAs) return {}
  const before = await effects.store.get<Customer>('customers', after.accountId)
  return (await putCustomer(effects, before, customerOf(after, programme, before ?? neverAsked)))
    ? { shownAs: now }
    : null
}

export const neverAsked = { askedAt: null, askedBy: null }

/** Writes it on condition that nobody has since it was read. */
export async function putCustomer(
  { store }: Effects,
  before: Customer | null,
  next: Customer | null,
): Promise<boolean> {
  if (!next) return true
  const document = { ...next, version: (before?.version ?? 0) + 1 }
  return before
    ? store.replaceIf('customers', document, before.version)
    : (await store.insert('customers', [document])) === 'inserted'
}
