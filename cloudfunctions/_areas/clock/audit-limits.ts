import { readRules } from '../../../shared/draws/rules'
import { addDays, dayOf, startOfDay, type Instant } from '../../../shared/kit/time'
import type { Programme } from '../../../shared/programme/schema'
import { rewardStockId } from '../../../shared/rewards/redeem'
import type { Effects } from '../../_runtime/effects'
import type { Stock } from '../../_runtime/stock'
import { standingVersions } from '../../_runtime/terms'
import { couponStockId } from '../coupons/offers'
import type { StoredRound } from '../draws/rounds'
import type { Found } from './findings'

/** What was looked at, and what of it is above what there is. */
export type Limits = { looked: string[]; found: Found[] }

/** Of nothing limited more was given out than there is: coupons, rewards, prizes of the rounds of the last two days. */
export async function auditLimits(effects: Effects, now: Instant): Promise<Limits> {
  const [stocks, rounds] = await Promise.all([auditStocks(effects), auditRounds(effects, now)])
  return { looked: [...stocks.looked, ...rounds.looked], found: [...stocks.found, ...rounds.found] }
}

const atOnceMax = 1_000

/** A version that allows fewer than are gone already takes nothing back, so the most that any of the last ones allowed counts. */
async function auditStocks({ store }: Effects): Promise<Limits> {
  const totals = new Map<string, number>()
  for (const { programme } of await standingVersions(store))
    for (const [id, total] of limitedBy(programme)) totals.set(id, Math.max(total, totals.get(id) ?? 0))
  const ids = [...totals.keys()].slice(0, atOnceMax)
  const stocks = ids.length > 0 ? await store.getMany<Stock>('stocks', ids) : []
  return {
    looked: ids,
    found: stocks.flatMap(({ _id, taken }) => aboveLimit(_id, taken, totals.get(_id) ?? 0)),
  }
}

function limitedBy({ coupons = [], rewards = [] }: Programme): [stockId: string, total: number][] {
  return [
    ...coupons.flatMap(({ id, stock }): [string, number][] => (stock ? [[couponStockId(id), stock]] : [])),
    ...rewards.flatMap(({ id, stock }): [string, number][] =>
      stock === undefined ? [] : [[rewardStockId(id), stock]],
    ),
  ]
}

async function auditRounds({ store }: Effects, now: Instant): Promise<Limits> {
  const since = startOfDay(addDays(dayOf(now), -2))
  const rounds = await store.find<StoredRound>('draws', {
    where: { until: { gt: since } },
    orderBy: [['until', 'asc']],
    limit: 200,
  })
  const found: Found[] = []
  for (const round of rounds) {
    const drawn = await store.tally('drawResults', { where: { roundId: round._id }, by: 'prize', sums: {} })
    for (const { id, stock } of readRules(round.rules)?.prizes ?? []) {
      const count = drawn.find(({ by }) => by === id)?.count ?? 0
      if (stock !== null) found.push(...aboveLimit(`${round._id}/${id}`, count, stock, round._id))
    }
  }
  return { looked: rounds.map(({ _id }) => _id), found }
}

function aboveLimit(name: string, given: number, total: number, subject = name): Found[] {
  if (given <= total) return []
  return [
    {
      subject,
      words: {
        zh: `${name}：发出 ${given}，多于总数 ${total}`,
        en: `${name}: ${given} given out, more than the ${total} there are`,
      },
    },
  ]
}
