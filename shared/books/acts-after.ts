import type { Account } from './account'
import type { Gained } from './act-facts'
import { daysAfter, totalsAfter } from './activity'
import { withCheckIn } from './check-ins'
import type { EntryFrame, Fact } from './entry'
import { putIntoLot, takeDraws } from './lots'
import { withoutTakes, withTakes } from './taken'

export type ActEntry = EntryFrame &
  Extract<Fact, { kind: 'check-in' | 'make-up' | 'act' | 'act-undone' | 'entitlement' | 'entitlement-undone' }>

/** What check-ins, rewarded acts and monthly entitlements change of an account. */
export function afterAct(account: Account, entry: ActEntry): Account {
  switch (entry.kind) {
    case 'check-in': {
      const { day, earned: points } = entry
      return { ...gained(account, entry, entry.at), checkIns: withCheckIn(account.checkIns ?? [], { day, points }) }
    }
    case 'make-up': {
      const lots = takeDraws(account.lots, entry.draws)
      return { ...account, lots, checkIns: withCheckIn(account.checkIns ?? [], { day: entry.day, points: 0 }) }
    }
    case 'act': {
      const next = gained(account, entry, entry.at)
      return entry.take ? { ...next, taken: withTakes(account.taken, [entry.take]) } : next
    }
    case 'act-undone': {
      const { draws, owed, lapsed, lapsedFrom, reversed, engagement, actedAt, take } = entry
      const next = counted(account, { points: -reversed, engagement: -engagement, at: actedAt })
      return {
        ...next,
        lots: takeDraws(account.lots, draws),
        lapsed: takeDraws(account.lapsed, [{ expiresAt: lapsedFrom, points: lapsed }]),
        debt: account.debt + owed,
        ...(take ? { taken: withoutTakes(account.taken, [take]) } : {}),
      }
    }
    case 'entitlement':
      return { ...account, taken: withTakes(account.taken, [entitlementTake(entry)]) }
    case 'entitlement-undone':
      return { ...account, taken: withoutTakes(account.taken, [entitlementTake(entry)]) }
  }
}

/** What having an entitlement once counts against. */
export function entitlementTake({ code, window }: { code: string; window: string }) {
  return { code: `entitlement:${code}`, window }
}

function gained(account: Account, { earned, repaid, expiresAt, engagement }: Gained, at: string): Account {
  const next = counted(account, { points: earned, engagement, at })
  return {
    ...next,
    debt: account.debt - repaid,
    lots: putIntoLot(account.lots, { expiresAt, points: earned - repaid }),
  }
}

/** Points of an act are earned and count towards a tier; the limits on what orders may earn leave them out. */
function counted(account: Account, { points, engagement, at }: { points: number; engagement: number; at: string }) {
  const change = { spendFen: 0, orders: 0, pointsEarned: points, byActs: points }
  return {
    ...account,
    totals: totalsAfter(account.totals, change),
    days: daysAfter(account.days, at, change),
    counters: { ...account.counters, engagement: account.counters.engagement + engagement },
  }
}
