import type { Account } from '../books/account'
import type { SwapRight } from '../books/exchange'
import { addDays, dayOf, startOfDay, type Instant } from '../kit/time'
import type { Offer, Reward } from '../programme/parts/rewards'
import type { Programme } from '../programme/schema'
import { isForTier } from '../programme/for-tiers'

/** An order as far as it may give a right to a better price. */
type Order = {
  storeId: string
  orderId: string
  amountFen: number
  /** Before any money off. */
  listFen?: number
  /** Whether a company's card was shown. */
  corporate?: boolean
  at: Instant
}

/** How long a right lasts where the programme says nothing. */
const rightDays = 30

/** The better prices that an order gives a right to, each once, at the tier held before it. */
export function rightsFrom(programme: Programme, tierId: string, order: Order): SwapRight[] {
  const givers = rightGivers(programme)
  if (givers.length === 0) return []
  return givers.flatMap(({ reward, offer }): SwapRight[] => {
    const fromFen = leastFen(programme, offer, order)
    if (fromFen === null || order.amountFen < fromFen || !isForTier(programme, offer, tierId)) return []
    const { storeId, orderId, at } = order
    const lastDay = addDays(dayOf(at), programme.exchanges?.rightDays ?? rightDays)
    const until = startOfDay(addDays(lastDay, 1))
    return [{ rewardId: reward.id, by: offer.bulk ? 'bulk' : 'purchase', storeId, orderId, fromFen, until }]
  })
}

/** Rewards of which an order gives no better price any more, once only so much of it is left. Used rights stay used. */
export function rightsLost(
  { rights = [], exchanges = [] }: Pick<Account, 'rights' | 'exchanges'>,
  { storeId, orderId, leftFen }: { storeId: string; orderId: string; leftFen: number },
): string[] {
  const used = exchanges.flatMap(({ right }) => (right ? [right] : []))
  const lost = [...rights, ...used].filter(
    (one) => one.storeId === storeId && one.orderId === orderId && leftFen < one.fromFen,
  )
  return [...new Set(lost.map(({ rewardId }) => rewardId))]
}

/** What an order has to be worth for an offer; null where it opens none. */
function leastFen({ cards }: Programme, { bulk, purchaseFromFen }: Offer, order: Order): number | null {
  if (!bulk) return purchaseFromFen ?? null
  const terms = cards?.corporate?.bulk
  const { amountFen, listFen = amountFen } = order
  if (!order.corporate || !terms?.swapsAtOnce || listFen < terms.fromFen) return null
  // What is asked of the list price, in terms of what was paid, by which refunds go.
  return Math.max(purchaseFromFen ?? 0, listFen === 0 ? 0 : Math.ceil((terms.fromFen * amountFen) / listFen))
}

type Giver = { reward: Reward; offer: Offer }

/** The offers that orders open; the same answer for every order of a programme, so it is worked out once. */
function rightGivers(programme: Programme): Giver[] {
  const known = givers.get(programme)
  if (known) return known
  const found = (programme.rewards ?? []).flatMap((reward) =>
    (reward.offers ?? [])
      .filter(({ purchaseFromFen, bulk }) => purchaseFromFen !== undefined || bulk)
      .map((offer) => ({ reward, offer })),
  )
  givers.set(programme, found)
  return found
}

const givers = new WeakMap<Programme, Giver[]>()
