import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { dayOf, type Instant } from '../kit/time'
import type { DrawTerms } from '../programme/parts/draws'
import type { Programme } from '../programme/schema'
import { reviewTiers } from '../tiers/retier'
import { chancesLeft, ownLimitLeft, ownTake } from './left'
import { isOpenOn, type Round } from './round'

export type TakeRefusal = 'draw_not_open' | 'draw_limit' | 'chances_none' | 'chances_open_too_many'

/** How many numbers a member may have waiting: a phone finishes one before it begins another. */
const openMax = 20

/**
 * A member takes one chance: one that comes again before one that was given, since that is gone by tomorrow; of those
 * given the one that ends first. The phone has committed itself to its salt before it knows any number.
 */
export function takeChance(
  journal: Journal,
  programme: Programme,
  draw: DrawTerms,
  {
    round,
    saltHash,
    at,
    drawnBefore = [],
    arrived = 0,
  }: { round: Round; saltHash: string; at: Instant; drawnBefore?: readonly Instant[]; arrived?: number },
): Ruling<Journal, TakeRefusal> {
  const settled = reviewTiers(journal, programme, at)
  const { account } = settled
  if (at < round.from || at >= round.until || !isOpenOn(draw, dayOf(at))) return refuse('draw_not_open')
  const drawer = { ...account, drawnBefore, arrived }
  if (ownLimitLeft(drawer, draw, at) === 0) return refuse('draw_limit', { times: draw.perMember?.times ?? 0 })
  const open = account.chances?.open.filter(({ roundId }) => roundId === round.roundId) ?? []
  if (open.length >= openMax) return refuse('chances_open_too_many', { max: openMax })
  const { recurring, granted } = chancesLeft(drawer, programme, draw, at)
  const again = recurring.find(({ left }) => left > 0)
  const given = granted[0]
  if (!again && !given) return refuse('chances_none')
  const own = draw.perMember ? [ownTake(draw.id, draw.perMember.per, at)] : []
  return allow(
    record(
      settled,
      {
        kind: 'chance-take',
        drawId: draw.id,
        roundId: round.roundId,
        grantNo: again ? null : (given?.no ?? null),
        takes: again ? [again.take, ...own] : own,
        saltHash,
        until: round.until,
      },
      { at },
    ),
  )
}
