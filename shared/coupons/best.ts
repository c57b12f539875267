import type { Account } from '../books/account'
import type { Coupon } from '../books/coupon'
import { yuanText } from '../kit/money'
import { refuse } from '../kit/ruling'
import type { Programme } from '../programme/schema'
import { takesMoneyOff } from './off'
import { whyNot, type Use } from './usable'

/** A coupon of the customer's as the till sees it for a bill: what it would take off by itself, or why it may not be used. */
export type Weighed = { coupon: Coupon; refused: ReturnType<typeof whyNot>; saves: number }

/**
 * The coupons of a customer for a bill, the best one first: what saves most, then what ends soonest. `savesOf` asks the
 * bill, so that a coupon which takes the place of the tier's discount is weighed by what it really saves.
 */
export function weighCoupons(
  account: Pick<Account, 'coupons' | 'tierId'>,
  programme: Programme,
  use: Use,
  savesOf: (coupon: Coupon) => number,
): Weighed[] {
  return (account.coupons ?? [])
    .map((coupon): Weighed => {
      const refused =
        whyNot(coupon, programme, account.tierId, use) ??
        (use.amountFen === 0 ? refuse('coupon_below', { from: yuanText(1) }) : null)
      return { coupon, refused, saves: refused || !takesMoneyOff(coupon) ? 0 : savesOf(coupon) }
    })
    .sort(better)
}

function better(one: Weighed, other: Weighed): number {
  if ((one.refused === null) !== (other.refused === null)) return one.refused === null ? -1 : 1
  if (one.saves !== other.saves) return other.saves - one.saves
  return one.coupon.until < other.coupon.until ? -1 : one.coupon.until > other.coupon.until ? 1 : 0
}
