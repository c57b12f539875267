import type { TillCoupon } from '@shared/coupons/contract'
import { afterTap, billable, sheetOf, tickedCoupon, type Ticked } from './chosenCoupons'
import { changeTill, useTill, type Customer } from './till'

export type Chosen = { ids: readonly string[]; ticked: Ticked; tap(couponId: string): void }

/** The coupons for this customer's bill: what the employee ticked, and until then what the till would take. */
export function useChosen(customer: Customer, amountFen: number, now: number): Chosen {
  const { chosen } = customer
  const sheet = sheetOf(customer)
  const ticked = chosen ? null : tickedCoupon(sheet, amountFen, new Date(now).toISOString())
  const ids = chosen ?? (ticked ? [ticked.couponId] : [])
  const tap = (couponId: string) => changeCustomer({ chosen: afterTap(sheet, ids, couponId) })
  return { ids, ticked, tap }
}

/** The ticked coupons themselves, in the order in which they were ticked. */
export function couponsOf(customer: Customer, ids: readonly string[]): TillCoupon[] {
  const able = billable(sheetOf(customer))
  return ids.flatMap((id) => able.filter(({ couponId }) => couponId === id))
}

/** A coupon is used or no longer theirs: it leaves the list and the ticks. */
export function withoutCoupon({ sheet, chosen }: Customer, gone: string): Pick<Customer, 'sheet' | 'chosen'> {
  return {
    sheet: { ...sheet, coupons: sheet.coupons.filter(({ couponId }) => couponId !== gone) },
    ...(chosen ? { chosen: chosen.filter((id) => id !== gone) } : {}),
  }
}

/** The order is sent home, or after all is not: what was ticked for the other way counts no more. */
export function changeSentHome(sentHome: boolean): void {
  const { customer } = useTill.getState()
  if (!customer) return
  const { chosen: _, ...rest } = customer
  changeTill({ customer: { ...rest, sentHome } })
}

export function changeCustomer(change: Partial<Customer>): void {
  const { customer } = useTill.getState()
  if (customer) changeTill({ customer: { ...customer, ...change } })
}
