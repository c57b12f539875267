import type { EntryFrame, Fact } from '../books/entry'
import type { QualifyingTotals } from '../programme/evidence'

/** What counted towards a tier just before an entry, from what counted just after it. */
export function countedBefore(after: QualifyingTotals, entry: EntryFrame & Fact): QualifyingTotals {
  if (entry.kind === 'purchase')
    return {
      spendFen: after.spendFen - entry.amountFen,
      orders: after.orders - 1,
      pointsEarned: after.pointsEarned - entry.earned,
    }
  if (entry.kind === 'refund')
    return {
      spendFen: after.spendFen + entry.amountFen,
      orders: after.orders + (entry.whole ? 1 : 0),
      pointsEarned: after.pointsEarned + entry.reversed,
    }
  if (entry.kind === 'check-in' || entry.kind === 'act')
    return { ...after, pointsEarned: after.pointsEarned - entry.earned }
  if (entry.kind === 'act-undone') return { ...after, pointsEarned: after.pointsEarned + entry.reversed }
  return after
}
