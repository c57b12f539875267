import type { Account } from '../books/account'
import type { Instant } from '../kit/time'
import { originOf, type Origin } from '../members/origin'
import type { Programme } from '../programme/schema'
import { stageOf, stagesOf } from './funnel'

/** A member as lists of customers find them: what they are filtered by, kept beside the account by the clock. */
export type Customer = {
  _id: string
  memberNo: string
  stage: string
  tierId: string
  origin: Origin
  orders: number
  /** When staff noted that they asked, and who did; null when they never have. */
  askedAt: Instant | null
  askedBy: string | null
  /** The number of orders and the account, so that no two stand in the same place of a list. */
  place: string
  version: number
  [field: string]: unknown
}

export type Asked = Pick<Customer, 'askedAt' | 'askedBy'>

/** A member as lists show them; null where the programme has no funnel. */
export function customerOf(account: Account, programme: Programme, { askedAt, askedBy }: Asked): Customer | null {
  const { orders } = account.totals
  const stage = stageOf(stagesOf(programme), { asked: askedAt !== null, orders })
  if (stage === null) return null
  const { accountId: _id, memberNo, tierId, source } = account
  const place = `${placeOf(orders)} ${_id}`
  return { _id, memberNo, stage, tierId, origin: originOf(source), orders, askedAt, askedBy, place, version: 0 }
}

/** What of an account decides it, in one word: as long as this stays, nothing has to be written. */
export function shownAs(account: Account, programme: Programme): string | null {
  const stages = stagesOf(programme)
  if (stages.length === 0) return null
  const ladder = stages.map(({ id, fromOrders, whenAsked }) => `${id}${whenAsked ? '?' : (fromOrders ?? '')}`).join()
  const { source, tierId, totals } = account
  return `${originOf(source)} ${tierId} ${totals.orders} ${ladder}`
}

/** Where a list of customers by number of orders begins. */
export function placeOf(orders: number): string {
  return String(orders).padStart(9, '0')
}
