import { roundAhead, roundOn } from '../../../shared/chances/round'
import type { drawsPrepare } from '../../../shared/draws/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addDays, dayOf, type Instant } from '../../../shared/kit/time'
import type { DrawTerms } from '../../../shared/programme/parts/draws'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { Terms } from '../../_runtime/terms'
import { fixRound, type StoredRound } from './rounds'

/** A manager publishes the next round of a draw, however long before it opens. What is published is not changed any more. */
export const prepare: Handler<typeof drawsPrepare, ManagerContext> = async ({ effects, terms, now }, { drawId }) => {
  if (!terms) return refuse('shop_not_founded')
  const draw = terms.programme.draws?.find(({ id }) => id === drawId)
  if (!draw) return refuse('draw_unknown')
  const round = nextRound(draw, now)
  if (!round) return refuse('draw_over')
  const about = { programme: terms.programme, draw, round, organiser: terms.shop.name }
  const { stored, rules } = await fixRound(effects, about)
  return allow({ roundId: stored._id, commitment: stored.commitment, from: rules.from, until: rules.until })
}

/** The round that is open or opens next; null for a draw that is over. */
export function nextRound(draw: DrawTerms, now: Instant) {
  const { when } = draw
  const day = dayOf(now)
  if (when.kind === 'dates') return day > when.to ? null : roundOn(draw, day < when.from ? when.from : day)
  const year = Number(day.slice(0, 4))
  const thisYear = when.kind === 'yearly' ? `${year}-${when.from}` : day
  return (
    roundOn(draw, day) ?? roundOn(draw, thisYear >= day ? thisYear : addDays(`${year + 1}-${thisYear.slice(5)}`, 0))
  )
}

/** The clock publishes what opens within a day, of every draw; what is published is left as it is. How many it published. */
export async function prepareDraws(effects: Effects, terms: Terms, now: Instant): Promise<number> {
  const draws = terms.programme.draws ?? []
  const ahead = draws.flatMap((draw) => {
    const tomorrow = roundOn(draw, addDays(dayOf(now), 1))
    const today = roundAhead(draw, now)
    const rounds = tomorrow && tomorrow.roundId !== today?.roundId ? [today, tomorrow] : [today]
    return rounds.flatMap((round) => (round ? [{ draw, round }] : []))
  })
  if (ahead.length === 0) return 0
  const known = await effects.store.getMany<StoredRound>(
    'draws',
    ahead.map(({ round }) => round.roundId),
  )
  const missing = ahead.filter(({ round }) => !known.some(({ _id }) => _id === round.roundId))
  for (const { draw, round } of missing)
    await fixRound(effects, { programme: terms.programme, draw, round, organiser: terms.shop.name })
  return missing.length
}

/** The clock tells the seeds of rounds that are closed. How many it told. */
export async function revealDraws(
  effects: Effects,
  now: Instant,
  seedOf: (round: StoredRound) => string,
): Promise<number> {
  const due = await effects.store.find<StoredRound>('draws', {
    where: { revealAt: { gt: '', lte: now } },
    orderBy: [['revealAt', 'asc']],
    limit: 20,
  })
  for (const round of due)
    await effects.store.change('draws', { _id: round._id }, { set: { seed: seedOf(round), revealAt: null } })
  return due.length
}
