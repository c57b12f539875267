import type { DrawRules, drawsWinners } from '../../../shared/draws/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import type { Handler, MemberContext } from '../../_runtime/handler'
import type { StoredResult } from './results'
import { readRound } from './rounds'

const pageSize = 50

/** Who won what, masked, newest first. */
export const readWinners: Handler<typeof drawsWinners, MemberContext> = async ({ effects }, { roundId, before }) => {
  const [round, winners] = await Promise.all([
    readRound(effects, roundId),
    winnersOf(effects, roundId, { limit: pageSize, ...(before === undefined ? {} : { before }) }),
  ])
  if (!round) return refuse('draw_unknown')
  return allow({
    winners: winners.map((one) => winnerView(one, round.rules)),
    nextBefore: winners.length === pageSize ? (winners.at(-1)?.place ?? null) : null,
  })
}

export function winnersOf(
  { store }: Effects,
  roundId: string,
  { limit, before = Number.MAX_SAFE_INTEGER }: { limit: number; before?: number },
): Promise<StoredResult[]> {
  return store.find<StoredResult>('drawResults', {
    where: { roundId, won: true, place: { lt: before } },
    orderBy: [['place', 'desc']],
    limit,
  })
}

export function winnerView({ tail, prize, at, place }: StoredResult, { prizes }: DrawRules) {
  const name = prizes.find(({ id }) => id === prize)?.name ?? { zh: prize, en: prize }
  return { tail, prize: name, at, place }
}
