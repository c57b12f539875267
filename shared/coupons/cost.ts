import type { CouponTemplate } from '../programme/parts/coupons'
import type { Given } from '../programme/parts/effects/given'
import type { Programme } from '../programme/schema'
import { templateOf } from './issue'

/** How many coupons and things are issued, and what they cost the shop. */
export type Issue = { issued: number; costFen: number }

/**
 * What one of the things that an effect may give comes to as coupons and things: how many, and what they cost the shop in
 * fen, which is what the programme says, else the most that they are worth to the member.
 */
export function issueOf(programme: Programme, given: Given): Issue {
  const count = counts[given.what] as Count
  return count(given, programme)
}

type Count<One = Given> = (given: One, programme: Programme) => Issue
type Counts = { [What in Given['what']]: Count<Extract<Given, { what: What }>> }

const nothing: Issue = { issued: 0, costFen: 0 }

/** A total map: something that nobody counts does not compile. Points and chances are counted where they are booked. */
const counts: Counts = {
  coupons: ({ templateId, count }, programme) => {
    const template = templateOf(programme, templateId)
    return template ? { issued: count, costFen: count * couponCostFen(template) } : nothing
  },
  coupon: ({ coupon: { worth }, costFen }) => ({ issued: 1, costFen: couponCostFen({ worth, costFen }) }),
  thing: ({ worthFen = 0, costFen = worthFen }) => ({ issued: 1, costFen }),
  service: () => ({ issued: 1, costFen: 0 }),
  points: () => nothing,
  chances: () => nothing,
}

function couponCostFen({ costFen, worth }: Pick<CouponTemplate, 'costFen' | 'worth'>): number {
  if (costFen !== undefined) return costFen
  if (worth.kind === 'amount') return worth.offFen
  if (worth.kind === 'percent' || worth.kind === 'delivery') return worth.upToFen ?? 0
  return worth.kind === 'gift' ? (worth.worthFen ?? 0) : 0
}
