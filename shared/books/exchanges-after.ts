import type { Account } from './account'
import type { EntryFrame, RefundFact } from './entry'
import type { AnyExchangeFact, Exchange, ExchangeFact, SwapRight } from './exchange'
import { putIntoLot, takeDraws, type Lot } from './lots'
import { withoutTakes, withTakes } from './taken'

/** The account after points were swapped for a reward, or that was handed out or given up. */
export function afterExchange(account: Account, entry: EntryFrame & AnyExchangeFact, seq: number): Account {
  const { exchanges = [], rights = [] } = account
  switch (entry.kind) {
    case 'exchange': {
      const { right, takes } = entry
      return {
        ...account,
        seq,
        lots: takeDraws(account.lots, entry.draws),
        ...(takes.length > 0 ? { taken: withTakes(account.taken, takes) } : {}),
        ...(right ? { rights: rights.filter((one) => !isSame(one, right)) } : {}),
        ...(entry.way === 'at-once' ? {} : { exchanges: [...exchanges, opened(entry, entry.way, seq)] }),
      }
    }
    case 'exchange-fulfil':
      return { ...account, seq, exchanges: exchanges.filter(({ no }) => no !== entry.exchangeNo) }
    case 'exchange-reroute': {
      const reroute = (one: Exchange): Exchange => ({ ...one, way: entry.way, storeId: null, until: null })
      return { ...account, seq, exchanges: exchanges.map((one) => (one.no === entry.exchangeNo ? reroute(one) : one)) }
    }
    case 'exchange-release':
      return {
        ...account,
        seq,
        debt: account.debt - entry.repaid,
        lots: entry.lots.reduce<Lot[]>(putIntoLot, account.lots),
        lapsed: entry.lapsed.reduce<Lot[]>(putIntoLot, account.lapsed),
        exchanges: exchanges.filter(({ no }) => no !== entry.exchangeNo),
        ...(entry.takes.length > 0 ? { taken: withoutTakes(account.taken, entry.takes) } : {}),
        ...(entry.right ? { rights: [...rights, entry.right] } : {}),
      }
  }
}

/** How many rights an account remembers. */
const rightsMax = 40

/** Rights that an order gave, beside those of the last orders. */
export function rightsGiven(before: readonly SwapRight[] = [], given: readonly SwapRight[]): SwapRight[] {
  return [...before, ...given].slice(-rightsMax)
}

/** A refund takes the order's rights, also out of what is still open, which then brings none back. */
export function withoutRights(account: Account, { rightsGone, storeId, orderId }: RefundFact): Partial<Account> {
  if (!rightsGone) return {}
  const isGone = (right: SwapRight) =>
    right.storeId === storeId && right.orderId === orderId && rightsGone.includes(right.rewardId)
  const { exchanges, rights = [] } = account
  return {
    rights: rights.filter((right) => !isGone(right)),
    ...(exchanges
      ? { exchanges: exchanges.map((one) => (one.right && isGone(one.right) ? { ...one, right: null } : one)) }
      : {}),
  }
}

function isSame(one: SwapRight, other: SwapRight): boolean {
  return (
    one.rewardId === other.rewardId &&
    one.by === other.by &&
    one.storeId === other.storeId &&
    one.orderId === other.orderId
  )
}

function opened(entry: EntryFrame & ExchangeFact, way: Exchange['way'], no: number): Exchange {
  const { rewardId, name, count, burned, draws, addFen, takes, limited, right, storeId, at, until } = entry
  const { cardId, holderId, prize, ways } = entry
  const by = cardId && holderId ? { by: { cardId, holderId } } : {}
  const won = prize === undefined ? {} : { prize, ...(ways ? { ways } : {}) }
  const swapped = { no, rewardId, name, count, burned, draws, addFen, takes, limited, right, way, storeId, at, until }
  return { ...swapped, ...by, ...won }
}
