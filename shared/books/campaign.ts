import type { Take } from './taken'

/** What a campaign's budget is for: all that it gives, or what it gives in one store. */
export type BudgetScope = 'all' | 'store'

/** What one campaign gave with an order, as its entry keeps it. */
export type CampaignGiven = {
  id: string
  storeId: string
  /** What is left of the order before any money off has to stay at least so much, or this is taken back. */
  fromFen: number
  /** Points that it added; in the order's `earned`. */
  points: number
  /** The part of the points that goes by the amount, so that a refund of a part takes its share. */
  byAmount?: number
  /** What it cost in fen in all, as its budget counts it. */
  costFen: number
  /** Which of its budgets counted the cost: of a refund only these have it again. */
  counted?: readonly BudgetScope[]
  /** The part of the cost that was taken off the bill. */
  offFen: number
  /** Coupons and things that it issued, and the part of the cost that they are. */
  issued: number
  issuedFen: number
  /** Chances in draws that it gave; an order gives them back as its own. */
  chances?: number
  /** Where it is limited for each member. */
  take?: Take
}
