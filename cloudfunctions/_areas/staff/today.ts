import { dayOf, startOfDay, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { TallyRow } from '../../_runtime/store'

export type Today = { served: number; newMembers: number; redeemed: number; takenFen: number; asOf: Instant }

/**
 * What an employee has done since midnight: payments taken, members who came through them, coupons redeemed, money taken. A
 * payment or a redemption that was undone or refunded by them counts no more, and its money is out of the till again. A coupon taken by
 * itself counts once the ledger has it, which is with the member's next doing or within two minutes.
 */
export async function todayOf(effects: Effects, staffId: string, now: Instant): Promise<Today> {
  const since = startOfDay(dayOf(now))
  const [kinds, newMembers] = await Promise.all([
    effects.store.tally('entries', {
      where: { actor: staffId, recordedAt: { gte: since } },
      by: 'kind',
      sums: { fen: 'amountFen' },
    }),
    effects.store.count('accounts', { 'source.staffId': staffId, enrolledAt: { gte: since } }),
  ])
  const [taken, back] = [ofKind(kinds, 'purchase'), ofKind(kinds, 'refund')]
  const [redeemed, returned] = [ofKind(kinds, 'coupon-redeem'), ofKind(kinds, 'coupon-return')]
  return {
    served: Math.max(0, taken.count - back.count),
    newMembers,
    redeemed: Math.max(0, redeemed.count - returned.count),
    takenFen: taken.fen - back.fen,
    asOf: now,
  }
}

function ofKind(rows: readonly TallyRow[], kind: string): { count: number; fen: number } {
  const row = rows.find(({ by }) => by === kind)
  return { count: row?.count ?? 0, fen: row?.sums['fen'] ?? 0 }
}
