import { templateOf } from '../coupons/issue'
import { couponCostFen } from '../programme/costs'
import type { Effect } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'

type CashBack = Extract<Effect, { kind: 'cash-back' }>

/** Part of what was paid, in whole fen rounded down, up to the campaign's most. */
export function cashBackFen({ percent, upToFen }: CashBack, amountFen: number): number {
  return Math.min(Math.floor((amountFen * percent) / 100), upToFen)
}

/** What something that is issued costs the shop: what the programme says, else the most that it is worth to the member. */
export function costOf(programme: Programme, effect: Effect, amountFen: number): number {
  switch (effect.kind) {
    case 'coupon': {
      const template = templateOf(programme, effect.couponId)
      return (effect.count ?? 1) * ((template && couponCostFen(template)) ?? 0)
    }
    case 'gift':
      return effect.costFen ?? effect.worthFen ?? 0
    case 'cash-back':
      return cashBackFen(effect, amountFen)
    default:
      return 0
  }
}
