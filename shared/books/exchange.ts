import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import type { Draw } from './lots'
import type { ByHolder } from './shared-card'
import type { Take } from './taken'

/** How a reward reaches the member: picked up in a store, or sent. */
export type Way = 'store' | 'post'

/** Why it cost what it did: everybody's price, or the offer that applied. */
export type PriceReason = 'list' | 'tier' | 'window' | 'purchase' | 'bulk'

/** A better price for one reward that one order gave, once, while it lasts. */
export type SwapRight = {
  rewardId: string
  by: 'purchase' | 'bulk'
  storeId: string
  orderId: string
  /** Of what the order must stay worth at the least for the right to stand. */
  fromFen: number
  until: Instant
}

/** Points swapped for a reward that has not been handed out yet: they are held, and come back when it is given up. */
export type Exchange = {
  /** The number of the entry that opened it, by which member and staff name it. */
  no: number
  rewardId: string
  name: Bilingual
  count: number
  burned: number
  draws: Draw[]
  /** Money that is due when it is handed out. */
  addFen: number
  takes: Take[]
  /** Whether it took from a stock that goes up again when it is given up. */
  limited: boolean
  right: SwapRight | null
  way: Way
  /** The store where the member means to pick it up. */
  storeId: string | null
  at: Instant
  /** When it is given up by itself; null for what is sent. */
  until: Instant | null
  /** The holder of a shared card who swapped for it out of the pool. */
  by?: ByHolder
  /** The result of a draw that won it: it cost nothing and is not given up for points. */
  prize?: string
  /** The ways in which the winner may have it. */
  ways?: readonly Way[]
}

type About = Partial<ByHolder> & { exchangeNo: number; rewardId: string; name: Bilingual; count: number }

/** Points left the lots for a reward. What is had at once is never open. */
export type ExchangeFact = About & {
  kind: 'exchange'
  burned: number
  draws: Draw[]
  addFen: number
  because: PriceReason | 'prize'
  takes: Take[]
  limited: boolean
  right: SwapRight | null
  way: Way | 'at-once'
  storeId: string | null
  until: Instant | null
  prize?: string
  ways?: readonly Way[]
}

/** The reward was handed out in a store, or sent: the points are spent for good. */
export type ExchangeFulfilFact = About & { kind: 'exchange-fulfil'; storeId: string | null; paidFen: number } & (
    { by: 'store' } | { by: 'post'; carrier: string; trackingNo: string }
  )

/** What waited in a store is to be sent instead. */
export type ExchangeRerouteFact = About & { kind: 'exchange-reroute'; way: 'post' }

/** It was given up before that: the points go back to the lots they came from. */
export type ExchangeReleaseFact = About & {
  kind: 'exchange-release'
  reason: 'cancelled' | 'not-collected'
  /** Points that come back, of which so many paid a debt, and where the rest goes. */
  returned: number
  repaid: number
  lots: Draw[]
  /** What had expired meanwhile stays expired. */
  lapsed: Draw[]
  takes: Take[]
  /** The right that it had used, where that still lasts. */
  right: SwapRight | null
}

export type AnyExchangeFact = ExchangeFact | ExchangeFulfilFact | ExchangeRerouteFact | ExchangeReleaseFact
