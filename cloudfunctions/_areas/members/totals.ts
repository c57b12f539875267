import type { membersTotals } from '../../../shared/members/contract'
import { allow } from '../../../shared/kit/ruling'
import type { Handler, ManagerContext } from '../../_runtime/handler'

/** How many members there are in each tier, and what they have spent and have, worked out in one trip by the database. */
export const totalMembers: Handler<typeof membersTotals, ManagerContext> = async ({ effects, terms }) => {
  const rows = await effects.store.tally('accounts', {
    where: { tierId: { gte: '' } },
    by: 'tierId',
    sums: { spendFen: 'totals.spendFen', orders: 'totals.orders', points: 'balance' },
  })
  const sum = (name: string) => rows.reduce((total, row) => total + (row.sums[name] ?? 0), 0)
  const ranks = terms?.programme.tiers.map((tier) => tier.id) ?? []
  return allow({
    members: rows.reduce((total, row) => total + row.count, 0),
    spendFen: sum('spendFen'),
    orders: sum('orders'),
    points: sum('points'),
    tiers: rows
      .map((row) => ({ tier: String(row.by), members: row.count }))
      .sort((a, b) => ranks.indexOf(a.tier) - ranks.indexOf(b.tier)),
  })
}
