import type { drawsProof } from '../../../shared/draws/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { lastNumbers, publishedNumber, type StoredNumber } from './numbers'
import { headOf, publishedResult, type StoredResult } from './results'
import { readRound, toldSeed } from './rounds'

/** Numbers and places go together, so many of each a page. */
const pageSize = 500

/** The published file of a closed round, a page at a time. */
export const readProof: Handler<typeof drawsProof, MemberContext> = async (
  { effects, now },
  { roundId, after = 0 },
) => {
  const round = await readRound(effects, roundId)
  if (!round) return refuse('draw_unknown')
  const seed = toldSeed(effects, round.stored, now)
  if (seed === null) return refuse('draw_not_closed')
  const page = { gt: after, lte: after + pageSize }
  const [numbers, results, [last], head] = await Promise.all([
    effects.store.find<StoredNumber>('drawNumbers', {
      where: { roundId, number: page },
      orderBy: [['number', 'asc']],
      limit: pageSize,
    }),
    effects.store.find<StoredResult>('drawResults', {
      where: { roundId, place: page },
      orderBy: [['place', 'asc']],
      limit: pageSize,
    }),
    lastNumbers(effects, roundId, 1),
    headOf(effects, round),
  ])
  const { rules, commitment } = round.stored
  const isLeft = Math.max(last?.number ?? 0, head.place) > after + pageSize
  return allow({
    part: {
      format: 'changlai-draw-1',
      ...{ rules, commitment, seed },
      numbers: numbers.map(publishedNumber),
      results: results.map(publishedResult),
      ends: { link: last?.link ?? commitment, chain: head.chain },
    },
    nextAfter: isLeft ? after + pageSize : null,
  })
}
