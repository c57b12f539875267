import type { Journal } from '../books/journal'
import { drawAhead, grantByRule } from '../chances/grant'
import { issueCoupons, templateOf } from '../coupons/issue'
import { spanOf } from '../coupons/validity'
import type { Instant } from '../kit/time'
import { pointsGiven } from '../points/given'
import { givenOf } from '../programme/parts/effects'
import type { Given } from '../programme/parts/effects/given'
import type { Reward } from '../programme/parts/rewards'
import type { Programme } from '../programme/schema'

/** `burned`: the points that were paid for all of them. */
type Giving = { count: number; burned: number; at: Instant; programme: Programme }

/** Things and services, which somebody hands out or sends. */
export function isHandedOut({ gives }: Reward): boolean {
  return isAll(givenOf(gives), ({ what }) => ways[what] === 'handed-out')
}

/** What the member has the moment the points are gone. */
export function isGivenAtOnce({ gives }: Reward): boolean {
  return isAll(givenOf(gives), ({ what }) => typeof ways[what] === 'function')
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
    const way = ways[given.what]
    return typeof way === 'function' ? (way as AtOnce)(current, given, giving) : current
  }, journal)
}

type AtOnce<One = Given> = (journal: Journal, given: One, giving: Giving) => Journal
type Ways = { [What in Given['what']]: AtOnce<Extract<Given, { what: What }>> | 'handed-out' | 'not-offered' }

/** A total map: how each thing that an effect may give comes to whoever swaps for it. */
const ways: Ways = {
  coupons: (journal, { templateId, count: each }, { count, burned, at, programme }) => {
    const source = { by: 'points' as const, points: Math.floor(burned / (count * each)) }
    return issueCoupons(journal, programme, { templateId, count: count * each, source, at })
  },
  chances: (journal, { drawId, chances }, { count, at, programme }) =>
    grantByRule(journal, programme, { drawId, chances: chances * count, why: 'reward', at }),
  points: (journal, { points }, { count, at, programme }) =>
    pointsGiven(journal, programme, { points: points * count, why: 'reward', at }),
  thing: 'handed-out',
  service: 'handed-out',
  coupon: 'not-offered',
}

function isAll(given: readonly Given[], is: (one: Given) => boolean): boolean {
  return given.length > 0 && given.every(is)
}
