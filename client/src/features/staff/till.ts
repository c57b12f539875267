import { create } from 'zustand'
import type { TillCoupon } from '@shared/coupons/contract'
import type { InputOf, OutputOf } from '@shared/kit/contract'
import type { CustomerSheet, staffAccrue } from '@shared/staff/contract'
import type { Refusal } from '@/kit/call'
import { recall, remember } from '@/kit/storage'

/** What the till has in hand. It outlives the app, so that a phone put away in between finds its customer again. */
export type Till = {
  storeId: string | null
  customer: Customer | null
  receipt: Receipt | null
  refused: Refused | null
  /** Payments whose outcome is not known, by member. */
  unanswered: { [accountId: string]: Unanswered }
  /** Another page has asked for the next scan, or for the digits to be typed. */
  wanted: 'scan' | 'type' | null
}

export type Customer = {
  sheet: CustomerSheet
  storeId: string
  /** By how much the phone's clock is behind the cloud's, in milliseconds. */
  offset: number
  /** The card by which they were identified was reissued since: only a code of the new one lets the till go on. */
  renewed?: boolean
  /** The code that was read was a coupon's, and the customer has that one no more. */
  shownGone?: boolean
  /** Coupons that the employee ticked; while they have ticked none, the till ticks the best one by itself. */
  chosen?: string[]
  /** The order is sent home, as the employee said: other coupons may be used. */
  sentHome?: boolean
  /** Coupons taken by themselves, which may be undone for a while. */
  redeemed?: Redeemed[]
}

export type Redeemed = { redemptionId: string; coupon: TillCoupon; undoUntil: string }

export type Receipt = {
  order: OutputOf<typeof staffAccrue>
  storeId: string
  accountId: string
  name: string | null
  offset: number
  undone: boolean
}

export type Refused = {
  refusal: Refusal
  /** What was read, by which the page tells when the code was made. */
  text: string
  /** The cloud's time of the scan in milliseconds, as near as the phone knows it. */
  at: number
  /** The coupon that it is about. */
  coupon?: TillCoupon['name']
}

/** A payment that was sent and whose outcome this phone does not know: as it was sent, so that it can be sent again. */
export type Unanswered = {
  input: InputOf<typeof staffAccrue>
  storeId: string
  name: string | null
  /** When it was sent, by the phone's clock. */
  at: number
}

const empty: Till = { storeId: null, customer: null, receipt: null, refused: null, unanswered: {}, wanted: null }

export const useTill = create<Till>(() => ({ ...empty, ...recall<Partial<Till>>('till') }))

export function changeTill(change: Partial<Till>): void {
  useTill.setState(change)
  const { storeId, customer, receipt, unanswered } = useTill.getState()
  remember('till', { storeId, customer, receipt, unanswered })
}

/** As after a launch: what was in memory is gone, what was stored is there. */
export function reopenTill(): void {
  useTill.setState({ ...empty, ...recall<Partial<Till>>('till') })
}
