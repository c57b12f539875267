import type { Account } from '../../../shared/books/account'
import { challengeProgress, challengeTime } from '../../../shared/benefits/challenges'
import type { eventsBoards } from '../../../shared/events/contract'
import { gatheredIn, windowBefore, windowOn } from '../../../shared/events/boards'
import { allow } from '../../../shared/kit/ruling'
import { dayOf, type Instant } from '../../../shared/kit/time'
import { isForTier } from '../../../shared/programme/for-tiers'
import { effectWords } from '../../../shared/programme/parts/effects'
import type { Challenge, Leaderboard } from '../../../shared/programme/parts/events'
import type { Programme } from '../../../shared/programme/schema'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { boardResultId, type BoardResult } from './judge-boards'

/** Leaderboards with the last window that was judged, and challenges with how far the member is. */
export const readBoards: Handler<typeof eventsBoards, EnrolledContext> = async ({ effects, account, terms, now }) => {
  const { programme } = terms
  const { leaderboards = [], challenges = [] } = programme
  const day = dayOf(now)
  const ids = leaderboards.map((board) => boardResultId(board.id, windowBefore(board, day).window))
  const results = ids.length > 0 ? await effects.store.getMany<BoardResult>('boards', ids) : []
  return allow({
    serverAt: now,
    boards: leaderboards.map((board) => {
      const result = results.find(({ boardId, state }) => boardId === board.id && state !== 'counting')
      return boardView(programme, board, { account, result, now })
    }),
    challenges: challenges.flatMap((challenge) => challengeView(programme, challenge, account, now)),
  })
}

function boardView(
  programme: Programme,
  board: Leaderboard,
  { account, result, now }: { account: Account; result: BoardResult | undefined; now: Instant },
) {
  const { id, name, by, winners, prize } = board
  const { window, lastDay } = windowOn(board, dayOf(now))
  return {
    id,
    name,
    by,
    window,
    lastDay,
    winners,
    prize: effectWords(prize),
    forMe: isForTier(programme, board, account.tierId),
    amount: gatheredIn(board, window, account),
    judged: result
      ? {
          window: result.window,
          places: result.places.slice(0, shownMax).map(({ accountId, amount }, index) => ({
            no: index + 1,
            name: result.names[accountId] ?? '',
            amount,
            mine: accountId === account.accountId,
          })),
        }
      : null,
  }
}

/** More places than anybody reads. */
const shownMax = 100

function challengeView(programme: Programme, challenge: Challenge, account: Account, now: Instant) {
  const { code, name, needs, gives } = challenge
  const time = challengeTime(challenge, dayOf(now))
  if (!time) return []
  const { have, need, done } = challengeProgress(programme, account, challenge, time)
  const lastDay = challenge.when.kind === 'always' ? null : time.to
  const tier = programme.tiers.find(({ qualification }) =>
    qualification?.conditions.some((condition) => condition.kind === 'challenge' && condition.code === code),
  )
  return [
    {
      code,
      name,
      of: needs.of,
      have,
      need,
      lastDay,
      done,
      gives: gives ? effectWords(gives) : null,
      tier: tier?.name ?? null,
    },
  ]
}
