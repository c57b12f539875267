import { balanceOf, type Account } from '../../../shared/books/account'
import { allow } from '../../../shared/kit/ruling'
import { accountAt } from '../../../shared/points/expiring'
import type { Reward } from '../../../shared/programme/parts/rewards'
import type { Programme } from '../../../shared/programme/schema'
import { obstacleTo, opensFor, timesLeft } from '../../../shared/rewards/available'
import type { RewardOffer, rewardsList } from '../../../shared/rewards/contract'
import { isHandedOut } from '../../../shared/rewards/gives'
import { priceFor, tierPrices, type SwapPrice } from '../../../shared/rewards/price'
import { countMax, pickUpUntil, rewardStockId, waysOf } from '../../../shared/rewards/redeem'
import { isCancellable } from '../../../shared/rewards/release'
import { tierById } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Stock } from '../../_runtime/stock'
import { poolOf } from './pool'
import { leftOf } from './stock-of'
import { waitingId, type Waiting } from './waiting'

/** What points may be swapped for, at this member's price, with what is left and why not where something is in the way. */
export const listRewards: Handler<typeof rewardsList, EnrolledContext> = async (context, { cardId }) => {
  const { effects, account: own, terms, now } = context
  const pool = await poolOf(context, cardId)
  if (!pool.ok) return pool
  const { programme, shop } = terms
  const account = accountAt(pool.value.account, now)
  const offered = (programme.rewards ?? []).filter(
    (reward) =>
      (pool.value.by === null || isHandedOut(reward)) &&
      obstacleTo(reward, { programme, account, at: now }) !== 'reward_not_offered',
  )
  const limitedIds = offered.flatMap(({ id, stock }) => (stock === undefined ? [] : [id]))
  const limited = limitedIds.map(rewardStockId)
  const [stocks, asked] = await Promise.all([
    limited.length > 0 ? effects.store.getMany<Stock>('stocks', limited) : [],
    limited.length > 0
      ? effects.store.getMany<Waiting>(
          'waiting',
          limitedIds.map((id) => waitingId(id, own._id)),
        )
      : [],
  ])
  const awaited = new Set(asked.flatMap(({ rewardId, toldAt }) => (toldAt === null ? [rewardId] : [])))
  return allow({
    serverAt: now,
    balance: balanceOf(account),
    debt: account.debt,
    tierId: account.tierId,
    tierNames: Object.fromEntries(programme.tiers.map((tier) => [tier.id, tier.name])),
    pickUpUntil: pickUpUntil(programme, now),
    cancellable: isCancellable(programme),
    stores: shop.stores,
    rewards: offered.map((reward) => {
      const stock = stocks.find(({ _id }) => _id === rewardStockId(reward.id))
      return { ...rewardView(reward, { programme, account, at: now, stock }), awaited: awaited.has(reward.id) }
    }),
  })
}

type About = { programme: Programme; account: Account; at: string; stock: Stock | undefined }

function rewardView(reward: Reward, about: About): Omit<RewardOffer, 'awaited'> {
  const { programme, account, at, stock } = about
  const price = priceFor(reward, { programme, account, at })
  const further = price.right ? priceFor(reward, { programme, account, at, count: 2 }) : null
  const left = reward.stock === undefined ? null : leftOf(reward.stock, stock)
  const { id: rewardId, name, category = null, note = null, unit = null } = reward
  return {
    rewardId,
    name,
    category,
    note,
    unit,
    price: { ...plain(price), because: price.because },
    furtherPrice: further && plain(further),
    listPrice: plain({ addFen: 0, ...reward.price }),
    priceUntil: price.right?.until ?? null,
    tierPrices: tierPrices(reward, programme),
    ways: isHandedOut(reward) ? waysOf(reward, price) : [],
    left,
    most: mostOf(reward, { ...about, left, price, further }),
    obstacle: obstacleView(reward, { ...about, left, price }),
  }
}

function plain({ points, addFen = 0 }: { points: number; addFen?: number | undefined }) {
  return { points, addFen }
}

/** How many may be had in one swap: by what is left, by the limit, by the balance. */
function mostOf(
  reward: Reward,
  { account, at, left, price, further }: About & { left: number | null; price: SwapPrice; further: SwapPrice | null },
): number {
  const most = Math.min(countMax, left ?? countMax, timesLeft(reward, account, at))
  const balance = account.debt > 0 ? 0 : balanceOf(account)
  for (let count = most; count > 0; count -= 1) {
    if ((count === 1 || !further ? price : further).points * count <= balance) return count
  }
  return 0
}

function obstacleView(
  reward: Reward,
  { programme, account, at, left, price }: About & { left: number | null; price: SwapPrice },
): RewardOffer['obstacle'] {
  switch (obstacleTo(reward, { programme, account, at })) {
    case 'reward_not_your_tier': {
      const tierId = reward.fromTier ?? reward.tiers?.[0] ?? account.tierId
      return { code: 'tier', tierName: tierById(programme, tierId).name }
    }
    case 'reward_not_open': {
      const opensAt = opensFor(reward, programme, account.tierId)
      const window = programme.swapWindows?.find(({ id }) => id === reward.windowId)?.name ?? null
      return { code: 'not-open', opensAt: opensAt !== null && opensAt > at ? opensAt : null, window }
    }
    case 'reward_limit': {
      const { times = 0, per = 'lifetime' } = reward.perMember ?? {}
      return { code: 'limit', times, per }
    }
    default: {
      if (left === 0) return { code: 'sold-out' }
      const short = price.points - balanceOf(account)
      return short > 0 ? { code: 'short', short } : null
    }
  }
}
