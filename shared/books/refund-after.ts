import { withEngagement } from '../programme/evidence'
import type { Account } from './account'
import { activityTaken, daysAfter, totalsAfter } from './activity'
import type { RefundFact } from './entry'
import { withoutRights } from './exchanges-after'
import { putIntoLot, takeDraws, type Lot } from './lots'
import { takePending } from './pending'
import { withoutRefunded } from './standing-orders'
import { withoutTakes } from './taken'

/** What a refund makes of an account: all that its order gave, taken back for the part that is refunded. */
export function afterRefund(account: Account, entry: RefundFact, seq: number): Account {
  const returned = entry.returnedLots.reduce<Lot[]>(putIntoLot, takeDraws(account.lots, entry.draws))
  return {
    ...account,
    seq,
    lots: returned,
    ...(entry.pendingDraws ? { pending: takePending(account.pending ?? [], entry.pendingDraws) } : {}),
    lapsed: takeDraws(account.lapsed, [{ expiresAt: entry.lapsedFrom, points: entry.lapsed }]),
    debt: account.debt + entry.owed - entry.repaid,
    totals: totalsAfter(account.totals, activityTaken(entry)),
    counters: entry.engagement ? withEngagement(account.counters, -entry.engagement) : account.counters,
    days: daysAfter(account.days, entry.orderedAt, activityTaken(entry)),
    ...withoutRights(account, entry),
    ...withoutCampaigns(account, entry),
    ...withoutRefunded(account, entry),
  }
}

function withoutCampaigns({ taken }: Account, { campaigns = [] }: RefundFact): Pick<Account, 'taken'> {
  const takes = campaigns.flatMap(({ take }) => take ?? [])
  return takes.length > 0 ? { taken: withoutTakes(taken, takes) } : {}
}
