import type { Account } from '../../../shared/books/account'
import type { Journal } from '../../../shared/books/journal'
import type { Exchange } from '../../../shared/books/exchange'
import { rewardStockId } from '../../../shared/rewards/redeem'
import type { Stock, StockClaim } from '../../_runtime/stock'

/** What goes back into the stocks with the exchanges that a journal gives up, each under the entry that does so. */
export function stockGivenUp({ exchanges = [] }: Account, { account, entries }: Journal): StockClaim[] {
  return entries.flatMap((entry) => {
    const given = entry.kind === 'exchange-release' && exchanges.find(({ no }) => no === entry.exchangeNo)
    if (!given || !given.limited) return []
    return [{ ...backOf(given), accountId: account.accountId, entryId: entry._id }]
  })
}

/** So many of a reward back; what is given back needs none to be left. */
export function backOf({ rewardId, count }: Exchange) {
  return { stockId: rewardStockId(rewardId), way: 'back' as const, count, total: 0 }
}

/** How many are left of a stock of so many, what is held for somebody counted as gone. */
export function leftOf(total: number, stock: Stock | undefined): number {
  return Math.max(0, total - (stock?.taken ?? 0))
}
