import type { Account } from '../books/account'
import type { Entry } from '../books/entry'
import type { Day } from '../kit/time'
import type { Programme } from '../programme/schema'
import { OrderNumbers } from './order-numbers'
import { Replay, type Joining, type Replayed, type ReplayedOrder, type ReplayedRefund } from './replay'
import { Tally, type Outcome } from './tally'

/** Why a line of a history was not taken; the others are taken all the same. */
export type LineRefusal = 'duplicate' | 'store_unknown' | Extract<Replayed, { ok: false }>['refusal']

/** What a simulation is asked: the programme, and as far as they are known the stores; `refunds` keeps what they need. */
export type SimulationTerms = {
  programme: Programme
  stores?: readonly string[]
  refunds?: boolean
  /** Is shown every entry as it is written. */
  watch?: (entry: Entry) => void
}

/**
 * One programme lived over one history, line by line. Holds an account for each member and adds everything up on the way;
 * no line is looked at twice, and but for refunds none is remembered.
 */
export class Simulation {
  readonly replay: Replay
  readonly tally: Tally
  readonly refused = new Map<LineRefusal, number>()
  /** Lines dated before a line above them: they are taken where they stand. */
  outOfOrder = 0
  lastDay: Day | null = null
  /** By store, as two stores may number their orders alike. */
  private readonly numbers = new Map<string, OrderNumbers>()

  constructor(private readonly terms: SimulationTerms) {
    this.replay = new Replay(terms.programme, { keepOrders: terms.refunds ?? false, own: true })
    this.tally = new Tally(terms.programme)
  }

  /** Somebody who joined before, or without, an order. */
  enrol(person: Joining, day: Day): void {
    this.take(this.replay.enrol(person).entries)
    if (this.lastDay === null || day > this.lastDay) this.lastDay = day
  }

  order(order: ReplayedOrder, day: Day): LineRefusal | null {
    if (this.terms.stores && !this.terms.stores.includes(order.storeId)) return this.refuse('store_unknown')
    if (order.amountFen < 0) return this.refuse('amount_negative')
    if (!this.numbersOf(order.storeId).add(order.orderId)) return this.refuse('duplicate')
    return this.note(this.replay.order(order), day)
  }

  refund(request: ReplayedRefund, day: Day): LineRefusal | null {
    const numbers = this.numbersOf(request.storeId)
    if (numbers.has(request.refundId)) return this.refuse('duplicate')
    const refused = this.note(this.replay.refund(request), day)
    // What was refused left no trace, so its number may come again.
    if (refused === null) numbers.add(request.refundId)
    return refused
  }

  /** Brings everybody to the end of a day and adds up. Calling it again with a later day goes on from there. */
  finish(day: Day): Outcome {
    for (const { entries } of this.replay.settle(day)) this.take(entries)
    return this.tally.outcome(this.replay.accounts.values())
  }

  /** The account as it stands; the next line may change it. */
  accountOf(customerId: string): Account | undefined {
    return this.replay.accounts.get(customerId)
  }

  private numbersOf(storeId: string): OrderNumbers {
    const known = this.numbers.get(storeId)
    if (known) return known
    const numbers = new OrderNumbers()
    this.numbers.set(storeId, numbers)
    return numbers
  }

  private note(ruling: Replayed, day: Day): LineRefusal | null {
    if (!ruling.ok) return this.refuse(ruling.refusal)
    this.take(ruling.value.entries)
    if (this.lastDay === null || day > this.lastDay) this.lastDay = day
    else if (day < this.lastDay) this.outOfOrder += 1
    return null
  }

  private take(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.tally.take(entry)
      this.terms.watch?.(entry)
    }
  }

  private refuse(refusal: LineRefusal): LineRefusal {
    this.refused.set(refusal, (this.refused.get(refusal) ?? 0) + 1)
    return refusal
  }
}
