import type { Journal } from '../books/journal'
import { grantByRule } from '../chances/grant'
import { issueCoupons } from '../coupons/issue'
import type { Instant } from '../kit/time'
import { pointsGiven } from '../points/given'
import type { Effect } from '../programme/parts/effects'
import type { Reward } from '../programme/parts/rewards'
import type { Programme } from '../programme/schema'

/** `burned`: the points that were paid for all of them. */
type Giving = { count: number; burned: number; at: Instant; programme: Programme }

/** Things and services, which somebody hands out or sends. */
export function isHandedOut({ gives }: Reward): boolean {
  return gives.kind === 'gift' || gives.kind === 'described'
}

/** What the member has the moment the points are gone. */
export function isGivenAtOnce({ gives }: Reward): boolean {
  return atOnce[gives.kind] !== undefined
}

/** Writes down what a swap gives at once. */
export function giveAtOnce(journal: Journal, { gives }: Reward, giving: Giving): Journal {
  const give = atOnce[gives.kind] as ((journal: Journal, effect: Effect, giving: Giving) => Journal) | undefined
  return give ? give(journal, gives, giving) : journal
}

type AtOnce = {
  [Kind in Effect['kind']]?: (journal: Journal, effect: Extract<Effect, { kind: Kind }>, giving: Giving) => Journal
}

/**
 * How each kind is given at once. Rewards of a kind that stands neither here nor among what is handed out are not
 * offered.
 */
const atOnce: AtOnce = {
  coupon: (journal, { couponId, count: each = 1 }, { count, burned, at, programme }) => {
    const source = { by: 'points' as const, points: Math.floor(burned / (count * each)) }
    return issueCoupons(journal, programme, { templateId: couponId, count: count * each, source, at })
  },
  chance: (journal, { drawId, chances }, { count, at, programme }) =>
    grantByRule(journal, programme, { drawId, chances: chances * count, why: 'reward', at }),
  points: (journal, { points }, { count, at, programme }) =>
    pointsGiven(journal, programme, { points: points * count, why: 'reward', at }),
}
