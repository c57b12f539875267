import type { Account } from '../books/account'
import type { PriceReason, SwapRight } from '../books/exchange'
import { isOn } from '../kit/period'
import { dayOf, type Instant } from '../kit/time'
import { redemptionAt } from '../points/redemption'
import type { Offer, Reward } from '../programme/parts/rewards'
import type { Programme } from '../programme/schema'
import { isForTier } from '../programme/for-tiers'

/** What one of a reward costs somebody now, why, and which order's right makes it so. */
export type SwapPrice = { points: number; addFen: number; because: PriceReason; right: SwapRight | null }

export type Asking = { programme: Programme; account: Pick<Account, 'tierId' | 'rights'>; at: Instant; count?: number }

/** The best price that applies. A right of an order is good for one, so it never makes two cheaper. */
export function priceFor(reward: Reward, asking: Asking): SwapPrice {
  const prices = (reward.offers ?? []).flatMap((offer) => applied(reward, offer, asking))
  return prices.reduce(
    (best, one) => (costs(one, asking) < costs(best, asking) ? one : best),
    priceOf(reward.price, 'list'),
  )
}

/** What one costs at each tier, leaving aside windows and orders; null where it costs all the same. */
export function tierPrices(reward: Reward, programme: Programme): { tierId: string; points: number }[] | null {
  const offers = (reward.offers ?? []).filter(isByTierAlone)
  if (offers.length === 0) return null
  const at = '1970-01-01T00:00:00.000Z'
  return programme.tiers.map(({ id: tierId }) => ({
    tierId,
    points: priceFor({ ...reward, offers }, { programme, account: { tierId }, at }).points,
  }))
}

function isByTierAlone({ windowId, purchaseFromFen, bulk }: Offer): boolean {
  return windowId === undefined && purchaseFromFen === undefined && !bulk
}

function applied(reward: Reward, offer: Offer, { programme, account, at, count = 1 }: Asking): SwapPrice[] {
  if (!isForTier(programme, offer, account.tierId)) return []
  if (offer.windowId !== undefined && !isWindowOpen(programme, offer.windowId, at)) return []
  if (offer.purchaseFromFen === undefined && !offer.bulk)
    return [priceOf(offer, offer.windowId === undefined ? 'tier' : 'window')]
  const right = count === 1 ? rightFor(reward, offer, account.rights ?? [], at) : undefined
  return right ? [{ ...priceOf(offer, right.by), right }] : []
}

/** The right that ends first of those that open an offer. */
function rightFor(
  { id }: Reward,
  { purchaseFromFen = 0, bulk }: Offer,
  rights: readonly SwapRight[],
  at: Instant,
): SwapRight | undefined {
  const by = bulk ? 'bulk' : 'purchase'
  return rights
    .filter(
      (one) => one.rewardId === id && one.by === by && one.until > at && one.fromFen >= (bulk ? 0 : purchaseFromFen),
    )
    .sort((a, b) => (a.until < b.until ? -1 : 1))[0]
}

export function isWindowOpen({ swapWindows }: Programme, windowId: string, at: Instant): boolean {
  const window = swapWindows?.find(({ id }) => id === windowId)
  return window !== undefined && isOn(window.when, dayOf(at))
}

function priceOf(
  { points, addFen = 0 }: { points: number; addFen?: number | undefined },
  because: PriceReason,
): SwapPrice {
  return { points, addFen, because, right: null }
}

/** Points and money together, in points; where points are no money, a hundred are taken for ¥1. */
function costs({ points, addFen }: SwapPrice, { programme, account }: Asking): number {
  const { pointsPerYuan } = redemptionAt(programme, account.tierId) ?? { pointsPerYuan: 100 }
  return points + (addFen * pointsPerYuan) / 100
}
