import type { Account } from '../../../shared/books/account'
import type { Entry } from '../../../shared/books/entry'
import type { Instant } from '../../../shared/kit/time'
import type { ExchangeView, WaitingExchange } from '../../../shared/rewards/contract'
import { openExchanges } from '../../../shared/rewards/fulfil'
import { storeName, type Terms } from '../../_runtime/terms'

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>
/** What ended an exchange. */
export type Ending = Of<'exchange-fulfil'> | Of<'exchange-release'>

/** A swap as its member sees it: from the entry that made it and the one that ended it. */
export function exchangeView(made: Of<'exchange'>, ending: Ending | null, terms: Terms): ExchangeView {
  const { exchangeNo, rewardId, name, count, burned, addFen, at, prize, ways } = made
  const about = { exchangeNo, rewardId, name, count, points: burned, addFen, at }
  const state = stateOf(made, ending, terms)
  const maySend = state.code === 'to-pick-up' && ways?.includes('post')
  return { ...about, ...(prize === undefined ? {} : { prize: true }), ...(maySend ? { maySend } : {}), state }
}

function stateOf(made: Of<'exchange'>, ending: Ending | null, terms: Terms): ExchangeView['state'] {
  if (!ending) {
    if (made.way === 'at-once') return { code: 'had-at-once' }
    if (made.way === 'post' || made.until === null) return { code: 'to-send' }
    return { code: 'to-pick-up', storeName: storeName(terms, made.storeId), until: made.until }
  }
  const { at } = ending
  if (ending.kind === 'exchange-release')
    return { code: 'given-up', because: ending.reason, returned: ending.returned, at }
  if (ending.by === 'post') return { code: 'sent', carrier: ending.carrier, trackingNo: ending.trackingNo, at }
  return { code: 'handed-out', storeName: storeName(terms, ending.storeId), at }
}

/**
 * What waits for a customer at the counter, what ends first before the others. Whoever shows a card of a pool is shown what
 * they swapped for themselves.
 */
export function waitingFor(account: Account, terms: Terms, now: Instant, holderId?: string): WaitingExchange[] {
  return openExchanges(account, now)
    .filter(({ by }) => holderId === undefined || by?.holderId === holderId)
    .flatMap(({ no: exchangeNo, name, count, addFen, storeId, until, way }) =>
      way === 'store' && until !== null
        ? [{ exchangeNo, name, count, addFen, storeName: storeName(terms, storeId), until }]
        : [],
    )
    .sort((a, b) => (a.until < b.until ? -1 : 1))
}
