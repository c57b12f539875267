import { addMilliseconds, type Instant } from '../../../../shared/kit/time'
import { restockNotice, tellOfStockAt } from '../../../../shared/messages/restock'
import type { Reward } from '../../../../shared/programme/parts/rewards'
import { rewardStockId } from '../../../../shared/rewards/redeem'
import type { Effects } from '../../../_runtime/effects'
import { errorWords } from '../../../_runtime/error-words'
import { backMark, type Stock } from '../../../_runtime/stock'
import type { Terms } from '../../../_runtime/terms'
import { keepNotices } from '../../messages/notice'
import { leftOf } from '../../rewards/stock-of'
import { markThere } from '../../rewards/there-again'
import type { Waiting } from '../../rewards/waiting'
import { anchor } from '../glance'
import type { Done, Job, Task } from '../job'

const pageSize = 50
/** Whoever could not be told waits that long, so that they keep neither the clock awake nor the others waiting. */
const putOffMs = 5 * 60_000

/** Members who asked to be told when a reward is there again. */
export const restock: Job = {
  name: 'restock',
  title: { zh: '到货提醒', en: 'Rewards back in stock' },
  everyMinutes: 1,
  waits: { collection: 'stocks', field: 'backAt' },
  byProgramme: true,
  run: tellOfStocks,
}

type Count = Pick<Done, 'due' | 'done' | 'failed' | 'words'>

/**
 * Looks at the stocks of which something came back, by index, and tells those who wait for it, all of them however few
 * there are, each once. `due`, `done` and `failed` are members. While a reward is gone nothing is due, however many wait.
 * Several runs at once, or one that was cut off, tell nobody twice.
 */
async function tellOfStocks(effects: Effects, terms: Terms, { now, until, ranUnder }: Task): Promise<Done> {
  if (ranUnder !== terms.programmeVersion) await markThere(effects, terms, anchor)
  const count: Count = { due: 0, done: 0, failed: 0 }
  const seen = new Set<string>()
  for (;;) {
    const page = await readBack(effects)
    // A stock whose mark was set anew meanwhile is looked at once more.
    const fresh = page.filter(({ _id, backAt }) => !seen.has(`${_id} ${backAt}`))
    for (const stock of fresh) {
      if (effects.now() >= until) return { ...count, left: true }
      seen.add(`${stock._id} ${stock.backAt}`)
      if (!(await workOff(effects, terms, { stock, count, now, until }))) return { ...count, left: true }
    }
    if (fresh.length === 0) return { ...count, left: false }
  }
}

function readBack(effects: Effects): Promise<Stock[]> {
  return effects.store.find<Stock>('stocks', {
    where: { backAt: { gt: '', lte: effects.now() } },
    orderBy: [['backAt', 'asc']],
    limit: pageSize,
  })
}

type Back = { stock: Stock; count: Count; now: Instant; until: Instant }

/** False when the time was over before all were told; the mark stays, and the next run goes on. */
async function workOff(effects: Effects, terms: Terms, { stock, count, now, until }: Back): Promise<boolean> {
  const reward = terms.programme.rewards?.find(({ id }) => rewardStockId(id) === stock._id)
  const isThere = reward && (reward.stock === undefined || leftOf(reward.stock, stock) > 0)
  const morning = tellOfStockAt(now)
  let again: Instant | null = isThere && morning > now ? morning : null
  if (isThere && !again) {
    if (!(await tellAll(effects, reward, { count, now, until }))) return false
    again = await firstPutOff(effects, reward)
  }
  // Only as it was read: what came back meanwhile has set another mark.
  const where = { _id: stock._id, backAt: stock.backAt ?? null }
  const change = again ? { set: { backAt: backMark(again, 'again') } } : { unset: ['backAt'] }
  await effects.store.change('stocks', where, change)
  return true
}

/** Whoever has waited longest first. */
async function tellAll(effects: Effects, reward: Reward, { count, now, until }: Omit<Back, 'stock'>): Promise<boolean> {
  for (;;) {
    const page = await effects.store.find<Waiting>('waiting', {
      where: { rewardId: reward.id, tellAt: { gt: '', lte: now } },
      orderBy: [['tellAt', 'asc']],
      limit: pageSize,
    })
    const outcomes = await Promise.all(page.map((one) => tell(effects, { reward, one, now })))
    const failures = outcomes.filter((outcome) => outcome !== 'told')
    count.due += page.length
    count.failed += failures.length
    count.done += page.length - failures.length
    const words = failures.at(-1)
    if (words !== undefined) count.words = words
    if (page.length < pageSize) return true
    if (effects.now() >= until) return false
  }
}

type Telling = { reward: Reward; one: Waiting; now: Instant }

/** `told`, or in words what went wrong, after which they wait for a while. */
async function tell(effects: Effects, { reward, one, now }: Telling): Promise<string> {
  const { _id, accountId, ask } = one
  try {
    await keepNotices(effects, accountId, [restockNotice(reward, ask, now)])
    await effects.store.change('waiting', { _id, ask }, { set: { toldAt: now, tellAt: null } })
    return 'told'
  } catch (error) {
    const detail = errorWords(error)
    effects.log({ event: 'restock_not_told', account: accountId, detail })
    const later = { tellAt: addMilliseconds(now, putOffMs) }
    await effects.store.change('waiting', { _id, ask, toldAt: null }, { set: later })
    return `${accountId}: ${detail}`
  }
}

/** When the first of those who could not be told is to be told. */
async function firstPutOff(effects: Effects, { id: rewardId }: Reward): Promise<Instant | null> {
  const [first] = await effects.store.find<Waiting>('waiting', {
    where: { rewardId, tellAt: { gt: '' } },
    orderBy: [['tellAt', 'asc']],
    limit: 1,
  })
  return first?.tellAt ?? null
}
