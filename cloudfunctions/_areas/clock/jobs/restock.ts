import type { Instant } from '../../../../shared/kit/time'
import { mayTellOfStock, restockNotice } from '../../../../shared/messages/restock'
import type { Reward } from '../../../../shared/programme/parts/rewards'
import { rewardStockId } from '../../../../shared/rewards/redeem'
import type { Effects } from '../../../_runtime/effects'
import type { Stock } from '../../../_runtime/stock'
import type { Terms } from '../../../_runtime/terms'
import { deliver } from '../../messages/deliver'
import { leftOf } from '../../rewards/stock-of'
import type { Waiting } from '../../rewards/waiting'
import { nothingDone, type Done, type Job } from '../job'

const pageSize = 50
/** So many members of one reward in one sweep; the next one goes on with the others. */
const pagesMax = 10

/** Members who asked to be told when a reward is there again. */
export const restock: Job = {
  name: 'restock',
  title: { zh: '到货提醒', en: 'Rewards back in stock' },
  everyMinutes: 5,
  waits: { collection: 'stocks', field: 'awaited' },
  run: (effects, terms, { now }) => tellWaiting(effects, terms, now),
}

/**
 * Tells those who wait for a reward that it is there again, all of them however few there are, each once. Only stocks that
 * somebody waits for are looked at, by index. Several runs at once, or one that was cut off, tell nobody twice.
 */
async function tellWaiting(effects: Effects, terms: Terms, now: Instant): Promise<Done> {
  if (!mayTellOfStock(now)) return nothingDone
  const stocks = await effects.store.find<Stock>('stocks', {
    where: { awaited: { gt: '' } },
    orderBy: [['awaited', 'asc']],
    limit: pageSize,
  })
  let done = 0
  for (const stock of stocks) {
    const reward = terms.programme.rewards?.find(({ id }) => rewardStockId(id) === stock._id)
    if (reward?.stock !== undefined && leftOf(reward.stock, stock) === 0) continue
    const isDone = !reward || (await tellAll(effects, terms, reward, now))
    // Only as it was read: whoever asks meanwhile has set another mark.
    if (isDone) await effects.store.change('stocks', { _id: stock._id, awaited: stock.awaited ?? null }, clear)
    if (isDone) done += 1
  }
  return { due: stocks.length, done, failed: 0, left: false }
}

const clear = { unset: ['awaited'] }

/** Whether nobody waits any more. Somebody who cannot be told now is told by the next sweep. */
async function tellAll(effects: Effects, terms: Terms, reward: Reward, now: Instant): Promise<boolean> {
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const page = await effects.store.find<Waiting>('waiting', {
      where: { rewardId: reward.id, toldAt: null },
      orderBy: [['askedAt', 'asc']],
      limit: pageSize,
    })
    const told = await Promise.all(page.map((one) => tell(effects, terms, { reward, one, now })))
    if (page.length < pageSize) return told.every(Boolean)
    if (!told.some(Boolean)) return false
  }
  return false
}

type Telling = { reward: Reward; one: Waiting; now: Instant }

async function tell(effects: Effects, terms: Terms, { reward, one, now }: Telling): Promise<boolean> {
  const { _id, accountId, ask } = one
  try {
    await deliver(effects, terms, accountId, restockNotice(reward, ask, now))
    await effects.store.change('waiting', { _id, ask }, { set: { toldAt: now } })
    return true
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    effects.log({ event: 'restock_not_told', account: accountId, detail })
    return false
  }
}
