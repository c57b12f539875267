import type { Entry } from '../books/entry'
import type { Day } from '../kit/time'
import { dayOf } from '../kit/time'
import type { Programme } from '../programme/schema'
import { compare, Given, type Comparison, type Side } from './compare'
import { Simulation } from './simulation'
import type { Outcome } from './tally'

/** What a history is read from: the facts of who came, bought and gave back. Corrections by hand are no part of it. */
export type HistoryEntry = Extract<Entry, { kind: 'enrol' | 'purchase' | 'refund' }>
export const historyKinds = ['enrol', 'purchase', 'refund'] as const

export type Tried = { live: Outcome; draft: Outcome; comparison: Comparison }

/**
 * Two programmes lived side by side over the shop's own entries, member by member, each in the order in which they were
 * written. Whoever took points as money off does so again where they have them, and pays with money where they have not.
 */
export class TryOut {
  /** Member numbers by account. */
  readonly members = new Map<string, string>()
  private readonly sides: readonly [OpenSide, OpenSide]

  constructor(live: Programme, draft: Programme) {
    this.sides = [openSide(live), openSide(draft)]
  }

  take(entry: HistoryEntry): void {
    if (entry.kind === 'enrol') this.members.set(entry.accountId, entry.memberNo)
    for (const { simulation } of this.sides) this.live(simulation, entry)
  }

  finish(day: Day): Tried {
    const [live, draft] = this.sides.map((side): Side => ({ ...side, outcome: side.simulation.finish(day) })) as [
      Side,
      Side,
    ]
    return { live: live.outcome, draft: draft.outcome, comparison: compare(live, draft) }
  }

  private live(simulation: Simulation, entry: HistoryEntry): void {
    const { accountId: customerId, at } = entry
    const day = dayOf(at)
    if (entry.kind === 'enrol') simulation.enrol({ customerId, source: entry.source, at }, day)
    else if (entry.kind === 'refund') {
      const { storeId, amountFen, earnsNothingFen: leftOutFen = 0 } = entry
      simulation.refund({ refundId: entry._id, orderId: orderOf(entry), storeId, amountFen, at, leftOutFen }, day)
    } else {
      const { storeId, amountFen, lines = [], leftOutFen = 0, burned, burnedWorthFen } = entry
      const burn = { points: burned, worthFen: burnedWorthFen }
      const order = { orderId: orderOf(entry), customerId, storeId, amountFen, at, lines, leftOutFen }
      simulation.order(burned > 0 ? { ...order, burn } : order, day)
    }
  }
}

/** Two stores may number their orders alike. */
function orderOf({ storeId, orderId }: { storeId: string; orderId: string }): string {
  return `${storeId}:${orderId}`
}

type OpenSide = Omit<Side, 'outcome'>

function openSide(programme: Programme): OpenSide {
  const given = new Given()
  const simulation: Simulation = new Simulation({
    programme,
    refunds: true,
    watch: (entry) => given.note(entry, (order) => simulation.tally.discountFen(order)),
  })
  return { programme, given, simulation }
}
