import { balanceOf } from '../books/account'
import type { Way } from '../books/exchange'
import { record, type Journal } from '../books/journal'
import type { ByHolder } from '../books/shared-card'
import { drawFromLots } from '../books/lots'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { addDays, dayOf, startOfDay, type Instant } from '../kit/time'
import { expirePoints } from '../points/expire'
import type { Reward } from '../programme/parts/rewards'
import type { Programme } from '../programme/schema'
import { reviewTiers } from '../tiers/retier'
import { obstacleTo, takesOf, type Obstacle } from './available'
import { giveAtOnce, isHandedOut } from './gives'
import { priceFor, type SwapPrice } from './price'

export type Redeeming = {
  rewardId: string
  count: number
  way: Way
  /** Where the member means to pick it up. */
  storeId: string | null
  /** What the phone showed for all of them. */
  shown: { points: number; addFen: number }
  at: Instant
  /** The holder of a shared card who swaps with the points of its pool. */
  by?: ByHolder | null
}

export type RedeemRefusal =
  Obstacle | 'reward_way_not_offered' | 'reward_price_changed' | 'exchanges_too_many' | 'points_short'

/** How long a reward waits in the store where the programme says nothing, and how many may wait for one member. */
const pickUpDays = 30
export const exchangesMax = 30
/** How many of one reward may be had in one swap. */
export const countMax = 10

/** The stock of a reward, by which it is found among all that is limited. */
export function rewardStockId(rewardId: string): string {
  return `reward:${rewardId}`
}

/**
 * A member swaps points for a reward, at the best price that applies. The points leave the lots at once, those that expire
 * first before the others, and are held until the reward is handed out or sent, or it is given up.
 */
export function redeem(journal: Journal, programme: Programme, asked: Redeeming): Ruling<Journal, RedeemRefusal> {
  const { rewardId, count, way, at } = asked
  const reward = programme.rewards?.find(({ id }) => id === rewardId)
  // What is had at once would come to whoever opened the card, not to the holder who swapped for it.
  if (!reward || (asked.by && !isHandedOut(reward))) return refuse('reward_not_offered')
  const settled = reviewTiers(expirePoints(journal, at), programme, at)
  const { account } = settled
  const obstacle = obstacleTo(reward, { programme, account, at, count })
  if (obstacle) return refuse(obstacle)
  const price = priceFor(reward, { programme, account, at, count })
  if (isHandedOut(reward) && !waysOf(reward, price).includes(way)) return refuse('reward_way_not_offered')
  if ((account.exchanges ?? []).length >= exchangesMax) return refuse('exchanges_too_many', { max: exchangesMax })
  const [burned, addFen] = [price.points * count, price.addFen * count]
  if (burned !== asked.shown.points || addFen !== asked.shown.addFen)
    return refuse('reward_price_changed', { points: burned, addFen })
  const draws = account.debt > 0 ? null : drawFromLots(account.lots, burned)
  if (!draws) return refuse('points_short', { short: burned - balanceOf(account) })
  const swapped = record(
    settled,
    {
      kind: 'exchange',
      exchangeNo: account.seq + 1,
      rewardId,
      name: reward.name,
      count,
      burned,
      draws,
      addFen,
      because: price.because,
      takes: takesOf(reward, count, at),
      limited: reward.stock !== undefined,
      right: price.right,
      ...handing(reward, asked, programme),
      ...asked.by,
    },
    { at },
  )
  return allow(giveAtOnce(swapped, reward, { count, burned, at, programme }))
}

/** How a reward may reach a member. What costs money beside points is paid where it is handed out. */
export function waysOf({ ways = ['store'] }: Reward, { addFen }: Pick<SwapPrice, 'addFen'>): Way[] {
  return addFen > 0 ? ways.filter((way) => way === 'store') : [...ways]
}

/** Until when what is swapped for now waits in the store, exclusive. */
export function pickUpUntil({ exchanges }: Programme, at: Instant): Instant {
  return startOfDay(addDays(dayOf(at), (exchanges?.pickUpDays ?? pickUpDays) + 1))
}

function handing(reward: Reward, { way, storeId, at }: Redeeming, programme: Programme) {
  if (!isHandedOut(reward)) return { way: 'at-once' as const, storeId: null, until: null }
  return way === 'store' ? { way, storeId, until: pickUpUntil(programme, at) } : { way, storeId: null, until: null }
}
