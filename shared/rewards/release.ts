import type { Account } from '../books/account'
import type { Exchange } from '../books/exchange'
import { record, type Journal } from '../books/journal'
import { drawFromLots, expiredLots, lotsTotal, takeDraws } from '../books/lots'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import { expirePoints } from '../points/expire'
import type { Programme } from '../programme/schema'
import { aboutOf, openExchange } from './fulfil'

/** The member gives a reward up that was not handed out yet, where the programme lets them. */
export function cancelExchange(
  journal: Journal,
  programme: Programme,
  { exchangeNo, at }: { exchangeNo: number; at: Instant },
): Ruling<Journal, 'exchange_over' | 'exchange_final'> {
  const exchange = openExchange(journal.account, exchangeNo, at)
  if (!exchange) return refuse('exchange_over')
  if (!isCancellable(programme) || exchange.prize !== undefined) return refuse('exchange_final')
  return allow(released(expirePoints(journal, at), exchange, { reason: 'cancelled', at }))
}

export function isCancellable({ exchanges }: Programme): boolean {
  return exchanges?.cancellable ?? true
}

/** Gives up what nobody picked up in time, each as of the end of its own time. */
export function releaseOverdue(journal: Journal, now: Instant): Journal {
  const overdue = (journal.account.exchanges ?? []).filter(({ until }) => until !== null && until <= now)
  return overdue.reduce(
    (current, exchange) => released(current, exchange, { reason: 'not-collected', at: exchange.until ?? now }),
    journal,
  )
}

/** The id of the entry by which the clock gives an exchange up. */
export function releaseEntryId(accountId: string, exchangeNo: number): string {
  return `exchange-release:${accountId}:${exchangeNo}`
}

/** When the next of what waits is given up; null when nothing waits. */
export function nextReleaseAt({ exchanges = [] }: Pick<Account, 'exchanges'>): Instant | null {
  return exchanges.reduce<Instant | null>(
    (first, { until }) => (until !== null && (first === null || until < first) ? until : first),
    null,
  )
}

/**
 * Points go back into the lots that they came from, first into what is owed; what has expired meanwhile stays expired,
 * as if it had never left. A right comes back as long as it lasts, and what is limited to so many times may be had again.
 */
function released(
  journal: Journal,
  exchange: Exchange,
  { reason, at }: { reason: 'cancelled' | 'not-collected'; at: Instant },
): Journal {
  const { account, stamp } = journal
  const lapsed = expiredLots(exchange.draws, stamp.recordedAt)
  const good = exchange.draws.filter((lot) => !lapsed.includes(lot))
  const repaid = Math.min(account.debt, lotsTotal(good))
  const { takes, right } = exchange
  return record(
    journal,
    {
      kind: 'exchange-release',
      ...aboutOf(exchange),
      reason,
      returned: lotsTotal(good),
      repaid,
      lots: takeDraws(good, drawFromLots(good, repaid) ?? []),
      lapsed,
      takes,
      right: right && right.until > stamp.recordedAt ? right : null,
    },
    { at, id: releaseEntryId(account.accountId, exchange.no) },
  )
}
