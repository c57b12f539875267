import type { Account } from '../books/account'
import type { Exchange } from '../books/exchange'
import { record, type Journal } from '../books/journal'
import { yuanText } from '../kit/money'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'

/** An employee hands a reward out: its points are spent for good, and what is due in money was taken. */
export function handOut(
  journal: Journal,
  { exchangeNo, storeId, paidFen, at }: { exchangeNo: number; storeId: string; paidFen: number; at: Instant },
): Ruling<Journal, 'exchange_over' | 'exchange_to_send' | 'exchange_money_due'> {
  const exchange = openExchange(journal.account, exchangeNo, at)
  if (!exchange) return refuse('exchange_over')
  if (exchange.way !== 'store') return refuse('exchange_to_send')
  if (paidFen !== exchange.addFen) return refuse('exchange_money_due', { due: yuanText(exchange.addFen) })
  const fact = { ...aboutOf(exchange), by: 'store' as const, storeId, paidFen }
  return allow(record(journal, { kind: 'exchange-fulfil', ...fact }, { at }))
}

/** What waits in a store is sent home instead, where the shop sends it. */
export function haveSent(
  journal: Journal,
  { exchangeNo, at }: { exchangeNo: number; at: Instant },
): Ruling<Journal, 'exchange_over' | 'reward_way_not_offered'> {
  const exchange = openExchange(journal.account, exchangeNo, at)
  if (!exchange) return refuse('exchange_over')
  if (exchange.way !== 'store' || !exchange.ways?.includes('post')) return refuse('reward_way_not_offered')
  return allow(record(journal, { kind: 'exchange-reroute', ...aboutOf(exchange), way: 'post' }, { at }))
}

/** A reward was given to a carrier. */
export function send(
  journal: Journal,
  { exchangeNo, carrier, trackingNo, at }: { exchangeNo: number; carrier: string; trackingNo: string; at: Instant },
): Ruling<Journal, 'exchange_over' | 'exchange_to_hand_out'> {
  const exchange = openExchange(journal.account, exchangeNo, at)
  if (!exchange) return refuse('exchange_over')
  if (exchange.way !== 'post') return refuse('exchange_to_hand_out')
  const fact = { ...aboutOf(exchange), by: 'post' as const, storeId: null, paidFen: 0, carrier, trackingNo }
  return allow(record(journal, { kind: 'exchange-fulfil', ...fact }, { at }))
}

/** An exchange that is still to be handed out; none once its time is over, written down or not. */
export function openExchange(
  account: Pick<Account, 'exchanges'>,
  exchangeNo: number,
  at: Instant,
): Exchange | undefined {
  return openExchanges(account, at).find(({ no }) => no === exchangeNo)
}

export function openExchanges({ exchanges = [] }: Pick<Account, 'exchanges'>, at: Instant): Exchange[] {
  return exchanges.filter(({ until }) => until === null || until > at)
}

/** What every entry about an exchange names. */
export function aboutOf({ no, rewardId, name, count, by }: Exchange) {
  return { exchangeNo: no, rewardId, name, count, ...by }
}
