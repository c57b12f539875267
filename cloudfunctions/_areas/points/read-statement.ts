import type { Entry } from '../../../shared/books/entry'
import type { pointsStatement, StatementEntry } from '../../../shared/points/contract'
import { allow } from '../../../shared/kit/ruling'
import { balanceOf } from '../../../shared/books/account'
import { accountAt, expiringLots } from '../../../shared/points/expiring'
import { worthFen } from '../../../shared/points/redemption'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { TallyRow } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import { isShown, reasonOf, type ShownEntry } from './entry-reason'

const pageSize = 20
/** Entries that move no points (a tier reached) are passed over by the filters, so a page is read with some to spare. */
const readSize = 60

/**
 * Every movement, newest first. What the account has written and the ledger does not show yet is taken from the account,
 * so a member always sees their own last act.
 */
export const readStatement: Handler<typeof pointsStatement, EnrolledContext> = async (context, input) => {
  const { account, terms, now, effects } = context
  const before = input.before ?? account.seq + 1
  const [posted, months] = await Promise.all([
    effects.store.find<Entry>('entries', {
      where: { accountId: account._id, seq: { lt: before } },
      orderBy: [['seq', 'desc']],
      limit: readSize,
    }),
    input.before ? [] : tallyMonths(context),
  ])
  const read = merge(account, posted, before)
  const shown = read
    .filter(isShown)
    .filter((entry) => passes(entry, input.filter ?? 'all'))
    .slice(0, pageSize)
  const last = shown.length === pageSize ? shown.at(-1) : read.at(-1)
  const settled = accountAt(account, now)
  const balance = balanceOf(settled)
  return allow({
    serverAt: now,
    balance,
    worthFen: worthFen(terms.programme, balance, account.tierId),
    debt: account.debt,
    expiring: expiringLots(settled),
    tierNames: Object.fromEntries(terms.programme.tiers.map((tier) => [tier.id, tier.name])),
    months: input.before ? [] : monthSums(months, unpostedOf(account, posted)),
    entries: shown.map((entry): StatementEntry => {
      const { _id, seq, at, recordedAt, points, balanceAfter } = entry
      return { id: _id, seq, at, recordedAt, points, balanceAfter, reason: reasonOf(entry, terms) }
    }),
    nextBefore: last && last.seq > 1 ? last.seq : null,
  })
}

function tallyMonths({ effects, account }: EnrolledContext): Promise<TallyRow[]> {
  const sums = { earned: 'gained', used: 'spent' }
  return effects.store.tally('entries', { where: { accountId: account._id }, by: 'month', sums })
}

function merge(account: StoredAccount, posted: readonly Entry[], before: number): Entry[] {
  const unposted = unpostedOf(account, posted).filter((entry) => entry.seq < before)
  return [...posted, ...unposted].sort((a, b) => b.seq - a.seq)
}

/** Entries that the account holds and the ledger has not shown; what is older than a full page stands in it for sure. */
function unpostedOf(account: StoredAccount, posted: readonly Entry[]): Entry[] {
  const known = new Set(posted.map((entry) => entry._id))
  const oldest = posted.length === readSize ? (posted.at(-1)?.seq ?? 0) : 0
  return account.outbox.map((row) => row.entry).filter((entry) => entry.seq > oldest && !known.has(entry._id))
}

function monthSums(rows: readonly TallyRow[], unposted: readonly Entry[]) {
  const sums = new Map(
    rows.map((row) => [String(row.by), { earned: row.sums['earned'] ?? 0, used: row.sums['used'] ?? 0 }]),
  )
  for (const entry of unposted) {
    const sum = sums.get(entry.month) ?? { earned: 0, used: 0 }
    sums.set(entry.month, { earned: sum.earned + entry.gained, used: sum.used + entry.spent })
  }
  return [...sums].map(([month, sum]) => ({ month, ...sum })).sort((a, b) => (a.month < b.month ? 1 : -1))
}

function passes(entry: ShownEntry, filter: 'all' | 'earned' | 'used'): boolean {
  if (filter === 'earned') return entry.points > 0
  if (filter === 'used') return entry.points < 0
  return entry.points !== 0 || entry.kind === 'purchase' || entry.kind === 'tier' || entry.kind === 'enrol'
}
