import { benefitsOf } from '../programme/benefits'
import type { Programme, Tier } from '../programme/schema'

/** The discount of a tier on everything in percent, 0 for none. */
export function discountOf(programme: Programme, tier: Tier): number {
  const percents = benefitsOf(programme, tier).flatMap((one) =>
    one.kind === 'discount' && !one.on ? [one.percent] : [],
  )
  return Math.max(0, ...percents)
}
