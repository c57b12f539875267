import type { Entry } from '../../../shared/books/entry'
import type { pointsStatement, StatementEntry } from '../../../shared/points/contract'
import { allow } from '../../../shared/kit/ruling'
import { balanceOf } from '../../../shared/books/account'
import { expiringLots, waitingLots } from '../../../shared/points/expiring'
import { worthFen } from '../../../shared/points/redemption'
import { accountAsOf } from '../../../shared/tiers/as-of'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { TallyRow } from '../../_runtime/store'
import { newestEntries } from '../books/newest-entries'
import { isShown, reasonOf, type ShownEntry } from './entry-reason'

const pageSize = 20

/** Every movement, newest first. */
export const readStatement: Handler<typeof pointsStatement, EnrolledContext> = async (context, input) => {
  const { account, terms, now, effects } = context
  const before = input.before ?? account.seq + 1
  const [{ entries: read, unposted }, months] = await Promise.all([
    newestEntries(effects, account, before),
    input.before ? [] : tallyMonths(context),
  ])
  const shown = read
    .filter(isShown)
    .filter((entry) => passes(entry, input.filter ?? 'all'))
    .slice(0, pageSize)
  const last = shown.length === pageSize ? shown.at(-1) : read.at(-1)
  const settled = accountAsOf(account, terms.programme, now)
  const balance = balanceOf(settled)
  return allow({
    serverAt: now,
    balance,
    worthFen: worthFen(terms.programme, balance, settled.tierId),
    debt: account.debt,
    expiring: expiringLots(settled),
    pending: waitingLots(settled),
    tierNames: Object.fromEntries(terms.programme.tiers.map((tier) => [tier.id, tier.name])),
    months: input.before ? [] : monthSums(months, unposted),
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
