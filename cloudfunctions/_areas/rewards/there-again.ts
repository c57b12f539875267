import { rewardStockId } from '../../../shared/rewards/redeem'
import type { Effects } from '../../_runtime/effects'
import { backMark, type Stock } from '../../_runtime/stock'
import type { Anchor, QueryOf } from '../../_runtime/store'
import type { Terms } from '../../_runtime/terms'
import { leftOf } from './stock-of'

/** So many questions go into one trip. */
const atOnce = 40

/**
 * Another version of the programme may have more of a reward than the one before, which changes no stock: those that are
 * there and that somebody waits for are marked as back. What was sold out once has a stock, so none is missed.
 */
export async function markThere(
  effects: Effects,
  { programme, programmeVersion }: Terms,
  anchor: Anchor,
): Promise<void> {
  const rewards = programme.rewards ?? []
  if (rewards.length === 0) return
  const stocks = await effects.store.getMany<Stock>(
    'stocks',
    rewards.map(({ id }) => rewardStockId(id)),
  )
  const there = rewards.filter(({ id, stock }) => {
    const known = stocks.find(({ _id }) => _id === rewardStockId(id))
    return known && known.backAt === undefined && (stock === undefined || leftOf(stock, known) > 0)
  })
  for (let from = 0; from < there.length; from += atOnce) {
    const some = there.slice(from, from + atOnce)
    const waiting = await effects.store.findTogether(
      anchor,
      some.map(({ id }) => firstWaiting(id)),
    )
    const awaited = some.filter((_, place) => (waiting?.[place]?.length ?? 1) > 0)
    const backAt = backMark(effects.now(), `version ${programmeVersion}`)
    for (const { id } of awaited)
      await effects.store.change('stocks', { _id: rewardStockId(id), backAt: null }, { set: { backAt } })
  }
}

function firstWaiting(rewardId: string): QueryOf {
  const where = { rewardId, tellAt: { gt: '' } }
  return { collection: 'waiting', where, orderBy: [['tellAt', 'asc']], limit: 1, fields: ['tellAt'] }
}
