import type { drawsResult } from '../../../shared/draws/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { visitorHolder } from './holders'
import { numberId, publishedNumber, type StoredNumber } from './numbers'
import { publishedResult, resultOf } from './results'
import { readRound, toldSeed } from './rounds'

/** One result with what it was made of, so that a phone can work it out again once the seed is told. */
export const readResult: Handler<typeof drawsResult, MemberContext> = async (context, { roundId, number }) => {
  const { effects, account, openid, now } = context
  const id = numberId(roundId, number)
  const [round, given, result] = await Promise.all([
    readRound(effects, roundId),
    effects.store.get<StoredNumber>('drawNumbers', id),
    resultOf(effects, id),
  ])
  if (!round) return refuse('draw_unknown')
  const seed = toldSeed(effects, round.stored, now)
  const isOwn = given && [account?._id, visitorHolder(effects, openid)].includes(given.holder)
  if (!given || !result || (!isOwn && seed === null)) return refuse('number_unknown')
  const { rules, commitment } = round.stored
  const published = { given: publishedNumber(given), result: publishedResult(result) }
  return allow({ serverAt: now, rules, commitment, seed, ...published, before: result.before })
}
