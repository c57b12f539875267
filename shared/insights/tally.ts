import type { Account } from '../books/account'
import { balanceOf, pendingOf } from '../books/account'
import type { CampaignGiven } from '../books/campaign'
import type { Entry } from '../books/entry'
import type { Programme } from '../programme/schema'
import { percentOff } from '../benefits/percent-off'
import { worthFen } from '../points/redemption'
import { undiscountedFen } from '../purchases/lines'
import { discountOf } from '../tiers/benefits'
import { rankOf, tierById } from '../tiers/qualify'

/** What a programme gave and cost over a history; money in fen, months `YYYY-MM`. */
export type Outcome = {
  totals: { members: number; orders: number; refunds: number; spendFen: number }
  membersPerTier: { [tier: string]: number }
  points: { earned: number; burned: number; expired: number; reversed: number; outstanding: number; debt: number }
  /** What the outstanding points are worth as money off; 0 where points are no money. */
  liabilityFen: number
  /** What the tiers' discounts on all goods would have cost, had every order asked for its own: amounts are taken as list prices. */
  discountCostFen: number
  /** What points were taken for as money off. */
  rewardCostFen: number
  /** What campaigns cost, as their budgets count it, less what refunds gave back. */
  campaignCostFen: number
  entitlements: { [code: string]: number }
  upgradesPerMonth: { [month: string]: number }
}

/** Adds up what a replay writes, entry by entry. */
export class Tally {
  private orders = 0
  private refunds = 0
  private readonly points = { earned: 0, burned: 0, expired: 0, reversed: 0 }
  private discountCostFen = 0
  private rewardCostFen = 0
  private campaignCostFen = 0
  private readonly entitlements = new Map<string, number>()
  private readonly upgrades = new Map<string, number>()
  private readonly discounts: Map<string, number>

  constructor(private readonly programme: Programme) {
    this.discounts = new Map(programme.tiers.map((tier) => [tier.id, discountOf(programme, tier)]))
    for (const milestone of programme.milestones ?? []) this.entitlements.set(milestone.code, 0)
  }

  take(entry: Entry): void {
    switch (entry.kind) {
      case 'purchase':
        this.orders += 1
        this.points.earned += entry.earned
        this.rewardCostFen += entry.burnedWorthFen
        this.discountCostFen += this.discountFen(entry)
        if (entry.campaigns) this.campaignCostFen += costOf(entry.campaigns)
        return
      case 'refund':
        this.refunds += 1
        this.points.reversed += entry.reversed
        if (entry.campaigns) this.campaignCostFen -= costOf(entry.campaigns)
        return
      case 'burn':
        this.points.burned += entry.burned
        return
      case 'expire':
        this.points.expired -= entry.points
        return
      case 'grant':
        return count(this.entitlements, entry.code, 1)
      case 'withdraw':
        return count(this.entitlements, entry.code, -1)
      case 'tier':
        if (rankOf(this.programme, entry.to) > rankOf(this.programme, entry.from)) count(this.upgrades, entry.month, 1)
        return
      default:
        return
    }
  }

  /** The discount of the tier held before an order on all but the kinds that are left out, as a bill has it. */
  discountFen(order: Extract<Entry, { kind: 'purchase' }>): number {
    const { amountFen, rateTierId } = order
    const discounted = amountFen - undiscountedFen(this.programme, order)
    return percentOff(discounted, this.discounts.get(rateTierId) ?? 0)
  }

  outcome(accounts: Iterable<Account>): Outcome {
    const { programme } = this
    const sums = { members: 0, spendFen: 0, outstanding: 0, debt: 0, liabilityFen: 0 }
    const perTier = new Map(programme.tiers.map((tier) => [tier.id, 0]))
    for (const account of accounts) {
      const balance = balanceOf(account)
      sums.members += 1
      sums.spendFen += account.totals.spendFen
      // What waits will be burned as well.
      const waiting = pendingOf(account)
      sums.outstanding += Math.max(balance, 0) + waiting
      sums.debt += Math.max(-balance, 0)
      sums.liabilityFen += worthFen(programme, balance + waiting, account.tierId) ?? 0
      count(perTier, tierById(programme, account.tierId).id, 1)
    }
    const { members, spendFen, outstanding, debt, liabilityFen } = sums
    return {
      totals: { members, orders: this.orders, refunds: this.refunds, spendFen },
      membersPerTier: Object.fromEntries(perTier),
      points: { ...this.points, outstanding, debt },
      liabilityFen,
      discountCostFen: this.discountCostFen,
      rewardCostFen: this.rewardCostFen,
      campaignCostFen: this.campaignCostFen,
      entitlements: Object.fromEntries(this.entitlements),
      upgradesPerMonth: Object.fromEntries([...this.upgrades].sort(([a], [b]) => (a < b ? -1 : 1))),
    }
  }
}

function costOf(given: readonly CampaignGiven[]): number {
  return given.reduce((sum, { costFen }) => sum + costFen, 0)
}

function count(counts: Map<string, number>, key: string, change: number): void {
  counts.set(key, (counts.get(key) ?? 0) + change)
}
