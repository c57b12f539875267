import type { Journal } from '../books/journal'
import { drawAhead, grantByRule } from '../chances/grant'
import { issueCoupons, templateOf } from '../coupons/issue'
import { spanOf } from '../coupons/validity'
import type { Instant } from '../kit/time'
import { pointsGiven } from '../points/given'
import { givenOf } from '../programme/parts/effects'
import { isHandedOver, type Given, type HandedOver } from '../programme/parts/effects/given'
import type { Reward } from '../programme/parts/rewards'
import type { Programme } from '../programme/schema'

/** `burned`: the points that were paid for all of them. */
type Giving = { count: number; burned: number; at: Instant; programme: Programme }

/** Things and services, which somebody hands out or sends. */
export function isHandedOut({ gives }: Reward): boolean {
  return isAll(givenOf(gives), isHandedOver)
}

/** What the member has the moment the points are gone. */
export function isGivenAtOnce({ gives }: Reward): boolean {
  return isAll(givenOf(gives), (given) => wayOf(given) !== null)
}

/**
 * Whether something of it could not be had now, so that points would be gone for nothing: a coupon whose days are over or that
 * goes by a birthday nobody knows, or chances in a draw that is over.
 */
export function isGivenInVain(
  { gives }: Reward,
  { programme, birthday, at }: { programme: Programme; birthday: string | null; at: Instant },
): boolean {
  return givenOf(gives).some((given) => {
    if (given.what === 'chances') return drawAhead(programme, given.drawId, at) === null
    if (given.what !== 'coupons') return false
    const template = templateOf(programme, given.templateId)
    return !template || spanOf(template.valid, { at, birthday }) === null
  })
}

/** Writes down what a swap gives at once. */
export function giveAtOnce(journal: Journal, { gives }: Reward, giving: Giving): Journal {
  return givenOf(gives).reduce((current, given) => {
    const way = wayOf(given)
    return way ? way(current, given, giving) : current
  }, journal)
}

function wayOf(given: Given): AtOnce | null {
  return isHandedOver(given) ? null : (ways[given.what] as AtOnce | null)
}

type AtOnce<One = Given> = (journal: Journal, given: One, giving: Giving) => Journal
type Ways = { [One in AtHand as One['what']]: AtOnce<One> | null }
type AtHand = Exclude<Given, HandedOver>

/** A total map: how what nobody hands over comes to whoever swaps for it; null for what is not offered. */
const ways: Ways = {
  coupons: (journal, { templateId, count: each }, { count, burned, at, programme }) => {
    const source = { by: 'points' as const, points: Math.floor(burned / (count * each)) }
    return issueCoupons(journal, programme, { templateId, count: count * each, source, at })
  },
  chances: (journal, { drawId, chances }, { count, at, programme }) =>
    grantByRule(journal, programme, { drawId, chances: chances * count, why: 'reward', at }),
  points: (journal, { points }, { count, at, programme }) =>
    pointsGiven(journal, programme, { points: points * count, why: 'reward', at }),
  coupon: null,
}

function isAll(given: readonly Given[], is: (one: Given) => boolean): boolean {
  return given.length > 0 && given.every(is)
}
