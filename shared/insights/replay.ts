import type { Account, EnrolmentSource } from '../books/account'
import type { Entry } from '../books/entry'
import { BudgetBook, budgetClaims, hasBudgets, type BudgetClaim } from '../campaigns/budgets'
import { openJournal, openOwnJournal, type Journal, type Stamp } from '../books/journal'
import { addDays, addMilliseconds, dayOf, startOfDay, type Day, type Instant } from '../kit/time'
import { refuse, type Ruling } from '../kit/ruling'
import { enrol, type Enrolment } from '../members/enrol'
import { expirePoints } from '../points/expire'
import type { Programme } from '../programme/schema'
import type { OrderLine } from '../purchases/lines'
import { purchase, type Purchase } from '../purchases/purchase'
import { refund, type Refund, type RefundedOrder } from '../purchases/refund'
import { reviewTiers } from '../tiers/retier'

export type ReplayedOrder = {
  orderId: string
  customerId: string
  storeId: string
  amountFen: number
  at: Instant
  lines?: readonly OrderLine[]
  /** What was paid for kinds that are left out, where only the sum of it is known. */
  leftOutFen?: number
  /** Points that were taken as money off, and what they were worth. */
  burn?: { points: number; worthFen: number }
}
export type Joining = { customerId: string; source: EnrolmentSource; at: Instant }
export type ReplayedRefund = {
  refundId: string
  orderId: string
  storeId: string
  amountFen: number
  leftOutFen?: number
  at: Instant
}

/** What one line of a history came to: the entries it wrote, or why it wrote none. */
export type Replayed = Ruling<
  { account: Account; entries: readonly Entry[] },
  | 'amount_negative'
  | 'order_unknown'
  | 'refund_above_rest'
  | 'refund_points_spent'
  | 'points_short'
  | 'points_not_redeemable'
>

/**
 * A history lived through the rules of production, in memory: every order enrols its customer if need be and is taken as
 * the cloud takes it. Holds the members' accounts and, where `keepOrders` asks for refunds, the orders that may be given back.
 * Where `own` says that nobody keeps an account between two lines, an order changes the account itself instead of a copy.
 */
export class Replay {
  readonly accounts = new Map<string, Account>()
  private readonly isBudgeted: boolean
  private readonly budgets = new BudgetBook()
  private stamp: Stamp = { recordedAt: '', programmeVersion: 1, requestId: 'replay' }
  private readonly orders = new Map<string, RefundedOrder & { customerId: string }>()

  constructor(
    readonly programme: Programme,
    private readonly asked: { keepOrders?: boolean; own?: boolean } = {},
  ) {
    this.isBudgeted = hasBudgets(programme)
  }

  order(order: ReplayedOrder): Replayed {
    if (order.amountFen < 0) return refuse('amount_negative')
    const { customerId } = order
    const known = this.accounts.get(customerId)
    const stamp = this.stampAt(order.at)
    // Where a budget may stop a campaign the order may have to be taken anew, so it must not have changed the account.
    const open = this.asked.own && !this.isBudgeted ? openOwnJournal : openJournal
    const journal = known ? open(known, stamp) : this.joiningBy(order, stamp)
    const ruling = this.withinBudgets(journal, order)
    if (!ruling.ok) return ruling
    if (ruling.value.account !== known) this.accounts.set(customerId, ruling.value.account)
    if (this.asked.keepOrders) this.remember(ruling.value.entries, customerId)
    return ruling
  }

  /** Somebody joins; who is a member already is one. */
  enrol(person: Joining): { entries: readonly Entry[] } {
    const { customerId } = person
    if (this.accounts.has(customerId)) return { entries: [] }
    const { account, entries } = this.joining(person, this.stampAt(person.at))
    this.accounts.set(customerId, account)
    return { entries }
  }

  refund(request: ReplayedRefund): Replayed {
    const order = this.orders.get(`${request.storeId}:${request.orderId}`)
    const account = order && this.accounts.get(order.customerId)
    if (!order || !account) return refuse('order_unknown')
    const journal = openJournal(account, this.stampAt(request.at))
    const { storeId, refundId, amountFen, at, leftOutFen } = request
    const asked: Refund = { storeId, refundId, amountFen, at, nonce: null }
    if (leftOutFen !== undefined) asked.leftOutFen = leftOutFen
    const ruling = refund(journal, order, asked, this.programme)
    if (!ruling.ok) return ruling
    this.accounts.set(order.customerId, ruling.value.account)
    if (this.isBudgeted) this.budgets.book(this.claimsOf(ruling.value.entries))
    const written = ruling.value.entries.filter((entry) => entry.kind === 'refund')
    this.orders.set(`${storeId}:${request.orderId}`, { ...order, refunds: [...order.refunds, ...written] })
    return ruling
  }

  /** Brings every member to the end of a day: what has expired and what was due for review is written down. */
  *settle(day: Day): Generator<{ customerId: string; account: Account; entries: readonly Entry[] }> {
    const now = endOfDay(day)
    for (const [customerId, before] of this.accounts) {
      const opened = openJournal(before, this.stampAt(now))
      const { account, entries } = expirePoints(reviewTiers(opened, this.programme, now), now)
      if (entries.length > 0) this.accounts.set(customerId, account)
      yield { customerId, account, entries }
    }
  }

  /** Orders of one instant share a stamp. */
  private stampAt(recordedAt: Instant): Stamp {
    if (this.stamp.recordedAt !== recordedAt) this.stamp = { ...this.stamp, recordedAt }
    return this.stamp
  }

  /** The order, without the campaigns whose budget does not pay for it any more. */
  private withinBudgets(journal: Journal, order: ReplayedOrder): ReturnType<Replay['bought']> {
    const spent = new Set<string>()
    for (;;) {
      const ruling = this.bought(journal, order, spent)
      if (!ruling.ok || !this.isBudgeted) return ruling
      const claims = this.claimsOf(ruling.value.entries)
      const lacking = this.budgets.lacking(claims)
      if (lacking.length === 0) {
        this.budgets.book(claims)
        return ruling
      }
      for (const id of lacking) spent.add(id)
    }
  }

  private claimsOf(entries: readonly Entry[]): BudgetClaim[] {
    return entries.flatMap((entry) => budgetClaims(this.programme, entry))
  }

  /** The order as it was; who has no points to take as money off now pays with money instead. */
  private bought(journal: Journal, order: ReplayedOrder, spent: ReadonlySet<string>) {
    const { storeId, orderId, amountFen, at, lines, leftOutFen, burn } = order
    const asked: Purchase = { storeId, orderId, amountFen, burnPoints: burn?.points ?? 0, at, nonce: null }
    if (spent.size > 0) asked.spent = spent
    if (lines) asked.lines = lines
    if (leftOutFen) asked.leftOutFen = leftOutFen
    const ruling = purchase(journal, asked, this.programme)
    if (ruling.ok || !burn) return ruling
    return purchase(journal, { ...asked, amountFen: amountFen + burn.worthFen, burnPoints: 0 }, this.programme)
  }

  private joiningBy({ customerId, at, storeId }: ReplayedOrder, stamp: Stamp): Journal {
    return this.joining({ customerId, source: { kind: 'pos', storeId }, at }, stamp)
  }

  private joining({ customerId, source, at }: Joining, stamp: Stamp): Journal {
    const person: Enrolment = {
      accountId: customerId,
      memberNo: customerId,
      cardNo: customerId,
      name: null,
      externalId: customerId,
      holder: { kind: 'person' },
      source,
      consent: null,
      at,
    }
    return enrol(person, this.programme, stamp)
  }

  private remember(entries: readonly Entry[], customerId: string): void {
    for (const entry of entries) {
      if (entry.kind !== 'purchase') continue
      const burn = entries.find((one) => one.kind === 'burn') ?? null
      this.orders.set(`${entry.storeId}:${entry.orderId}`, { purchase: entry, burn, refunds: [], customerId })
    }
  }
}

/** The last instant of a business day. */
export function endOfDay(day: Day): Instant {
  return addMilliseconds(startOfDay(addDays(day, 1)), -1)
}

export function dayOfOrder(order: { at: Instant }): Day {
  return dayOf(order.at)
}
