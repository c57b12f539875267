import type { Account } from '../books/account'
import type { Entry } from '../books/entry'
import type { Programme } from '../programme/schema'
import { worthFen } from '../points/redemption'
import { rankOf, tierById } from '../tiers/qualify'
import type { Simulation } from './simulation'
import type { Outcome } from './tally'

/** What a change of programme does to the people and to the till; money in fen. */
export type Comparison = {
  better: number
  worse: number
  same: number
  /** Members by the tier they have under the live programme and under the draft: `"silver → gold": 12`. */
  migration: { [move: string]: number }
  up: number
  down: number
  /** What the draft costs more, or, negative, less, over the history. */
  changeFen: { discounts: number; rewards: number; campaigns: number; liability: number }
  mostAffected: Affected[]
}

/** One member under both programmes: what each gave them, as money. */
export type Affected = {
  customerId: string
  liveTier: string
  draftTier: string
  liveFen: number
  draftFen: number
  changeFen: number
}

/** How many members are named. */
const namedMax = 20

/** What a programme gave each member in discounts, noted while the history is lived. */
export class Given {
  private readonly discountFen = new Map<string, number>()

  /** Call it with every entry; `discountOf` is the tally's. */
  note(entry: Entry, discountOf: (entry: Extract<Entry, { kind: 'purchase' }>) => number): void {
    if (entry.kind !== 'purchase') return
    const before = this.discountFen.get(entry.accountId) ?? 0
    this.discountFen.set(entry.accountId, before + discountOf(entry))
  }

  /** Discounts and the worth of all points that orders earned, spent or not. Points that are no money count nothing. */
  worthFen(account: Account, programme: Programme): number {
    return (
      (this.discountFen.get(account.accountId) ?? 0) +
      (worthFen(programme, account.totals.pointsEarned, account.tierId) ?? 0)
    )
  }
}

export type Side = { programme: Programme; simulation: Simulation; given: Given; outcome: Outcome }

/** Two programmes over one history, member by member. Ties among the most affected go by customer id. */
export function compare(live: Side, draft: Side): Comparison {
  const counts = { better: 0, worse: 0, same: 0, up: 0, down: 0 }
  const migration = new Map<string, number>()
  let most: Affected[] = []
  for (const [customerId, before] of live.simulation.replay.accounts) {
    const after = draft.simulation.accountOf(customerId)
    if (!after) continue
    const one = affected(customerId, before, after, { live, draft })
    counts[one.changeFen > 0 ? 'better' : one.changeFen < 0 ? 'worse' : 'same'] += 1
    const move = `${one.liveTier} → ${one.draftTier}`
    migration.set(move, (migration.get(move) ?? 0) + 1)
    const steps = rankOf(draft.programme, one.draftTier) - rankOf(live.programme, one.liveTier)
    if (steps !== 0) counts[steps > 0 ? 'up' : 'down'] += 1
    if (one.changeFen !== 0) most.push(one)
    if (most.length > 50 * namedMax) most = named(most)
  }
  return {
    ...counts,
    migration: Object.fromEntries([...migration].sort(([a], [b]) => (a < b ? -1 : 1))),
    changeFen: {
      discounts: draft.outcome.discountCostFen - live.outcome.discountCostFen,
      rewards: draft.outcome.rewardCostFen - live.outcome.rewardCostFen,
      campaigns: draft.outcome.campaignCostFen - live.outcome.campaignCostFen,
      liability: draft.outcome.liabilityFen - live.outcome.liabilityFen,
    },
    mostAffected: named(most),
  }
}

function affected(
  customerId: string,
  before: Account,
  after: Account,
  { live, draft }: { live: Side; draft: Side },
): Affected {
  const liveFen = live.given.worthFen(before, live.programme)
  const draftFen = draft.given.worthFen(after, draft.programme)
  return {
    customerId,
    liveTier: tierById(live.programme, before.tierId).id,
    draftTier: tierById(draft.programme, after.tierId).id,
    liveFen,
    draftFen,
    changeFen: draftFen - liveFen,
  }
}

function named(members: Affected[]): Affected[] {
  const by = (one: Affected) => Math.abs(one.changeFen)
  return [...members].sort((a, b) => by(b) - by(a) || (a.customerId < b.customerId ? -1 : 1)).slice(0, namedMax)
}
