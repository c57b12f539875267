import type { booksAudit } from '../../../shared/books/contract'
import type { Entry } from '../../../shared/books/entry'
import { auditAccount, type AccountFault } from '../../../shared/books/audit'
import { allow } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'

const accountsAPage = 50
const entriesAPage = 1000

/** Checks the books of fifty members at a time against the ledger. */
export const auditBooks: Handler<typeof booksAudit, ManagerContext> = async ({ effects }, input) => {
  const { accountIds: _, ...page } = await auditPage(effects, input.cursor ?? '')
  return allow(page)
}

export type AuditedPage = {
  accounts: number
  entries: number
  faults: { accountId: string; fault: AccountFault }[]
  /** Whose books were looked at. */
  accountIds: string[]
  /** Null after the last member. */
  nextCursor: string | null
}

/** The books of the fifty members after an id. */
export async function auditPage(effects: Effects, after: string): Promise<AuditedPage> {
  const accounts = await effects.store.find<StoredAccount>('accounts', {
    where: { _id: { gt: after } },
    orderBy: [['_id', 'asc']],
    limit: accountsAPage,
  })
  const ledgers = await Promise.all(accounts.map((account) => ledgerOf(effects, account)))
  const faults = accounts.flatMap((account, index) =>
    auditAccount(account, account.balance, ledgers[index] ?? []).map((fault) => ({ accountId: account._id, fault })),
  )
  return {
    accounts: accounts.length,
    entries: ledgers.reduce((sum, ledger) => sum + ledger.length, 0),
    faults,
    accountIds: accounts.map(({ _id }) => _id),
    nextCursor: accounts.length === accountsAPage ? (accounts.at(-1)?._id ?? null) : null,
  }
}

/** Every entry of an account in order, those still in its outbox included. */
async function ledgerOf(effects: Effects, account: StoredAccount): Promise<Entry[]> {
  const entries = new Map<string, Entry>()
  for (let after = 0; ;) {
    const page = await effects.store.find<Entry>('entries', {
      where: { accountId: account._id, seq: { gt: after } },
      orderBy: [['seq', 'asc']],
      limit: entriesAPage,
    })
    for (const entry of page) entries.set(entry._id, entry)
    const last = page.at(-1)
    if (!last || page.length < entriesAPage) break
    after = last.seq
  }
  for (const row of account.outbox) entries.set(row.entry._id, row.entry)
  return [...entries.values()].sort((a, b) => a.seq - b.seq).filter((entry) => entry.seq <= account.seq)
}
