import { balanceOf, type Account } from '../books/account'
import { record, type Journal } from '../books/journal'
import { drawFromLots } from '../books/lots'
import { timesTaken } from '../books/taken'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { addMilliseconds, dayOf, type Instant } from '../kit/time'
import { limitWindow } from '../kit/window'
import { expirePoints } from '../points/expire'
import type { DrawTerms } from '../programme/parts/draws'
import type { Programme } from '../programme/schema'
import { reviewTiers } from '../tiers/retier'
import { grant, takeOfSource } from './grant'
import { chancesLeft, ownLimitLeft } from './left'
import { chancesUntil, isOpenOn } from './round'

export type BuyRefusal =
  | 'chance_not_for_points'
  | 'draw_not_open'
  | 'chance_limit'
  | 'chances_enough'
  | 'chance_price_changed'
  | 'points_short'

/** `shown`: for how many points the member was shown the chance; no other number is taken from them. */
export type ChancePurchase = { shown: number; at: Instant }

/** A chance for points, as often as the draw allows. */
export function buyChance(
  journal: Journal,
  programme: Programme,
  draw: DrawTerms,
  { shown, at }: ChancePurchase,
): Ruling<Journal, BuyRefusal> {
  const source = pointsSource(draw)
  if (!source) return refuse('chance_not_for_points')
  if (!isOpenOn(draw, dayOf(at))) return refuse('draw_not_open')
  const settled = reviewTiers(expirePoints(journal, at), programme, at)
  const { account } = settled
  const takes = takeOfSource(draw.id, source, at)
  if (takes.some((take) => timesTaken(account.taken, take) >= source.limit.times))
    return refuse('chance_limit', { times: source.limit.times })
  const left = leftToTheEnd(account, draw, at)
  if (chancesLeft(account, programme, draw, at).total >= left) return refuse('chances_enough', { left })
  const { points } = source
  if (points !== shown) return refuse('chance_price_changed', { points })
  const draws = account.debt > 0 ? null : drawFromLots(account.lots, points)
  if (!draws) return refuse('points_short', { short: points - balanceOf(account) })
  const { id: drawId, name } = draw
  const paid = record(settled, { kind: 'burn', reason: 'draw', drawId, name, burned: points, draws }, { at })
  return allow(grant(paid, draw, { chances: 1, source: { by: 'points', points }, takes, at }))
}

/** How often somebody may still draw until the draw ends; without end where their limit begins anew before that. */
function leftToTheEnd(account: Account, draw: DrawTerms, at: Instant): number {
  const { perMember } = draw
  if (!perMember) return Infinity
  const until = chancesUntil(draw, dayOf(at))
  const isAnew =
    perMember.per !== 'lifetime' &&
    (until === null ||
      limitWindow(perMember.per, dayOf(addMilliseconds(until, -1))) !== limitWindow(perMember.per, dayOf(at)))
  return isAnew ? Infinity : ownLimitLeft(account, draw, at)
}

/** What a chance costs in points; null where none is sold. */
export function pointsSource({ chances }: DrawTerms) {
  return chances.find((one) => one.kind === 'points') ?? null
}
