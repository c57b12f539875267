import type { Account } from '../../../shared/books/account'
import { chancesLeft } from '../../../shared/chances/left'
import type { DrawRules, drawsDraw } from '../../../shared/draws/contract'
import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler, MemberContext } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { hashing } from './hashing'
import { visitorHolder } from './holders'
import { numberId, type StoredNumber } from './numbers'
import { appendResult, resultOf, type StoredResult } from './results'
import { readRound } from './rounds'
import { markSettled, settleResult } from './settle'
import { numbersOf, visitorChances } from './visitors'

type Drawn = OutputOf<typeof drawsDraw>

/**
 * Draws a number that was given out. The result is written first, once and for all; what it gives reaches the account
 * right after, now, with the next try, or by the clock.
 */
export const draw: Handler<typeof drawsDraw, MemberContext> = async (context, { roundId, number, salt }) => {
  const { effects, account, openid, now } = context
  const [round, given] = await Promise.all([
    readRound(effects, roundId),
    effects.store.get<StoredNumber>('drawNumbers', numberId(roundId, number)),
  ])
  if (!round) return refuse('draw_unknown')
  const holders = [account?._id, visitorHolder(effects, openid)]
  if (!given || !holders.includes(given.holder)) return refuse('number_unknown')
  if (hashing.sha256(salt) !== given.saltHash) return refuse('salt_wrong')
  const tail = account && given.takeNo !== null ? account.memberNo.slice(-4) : null
  const result =
    now < round.rules.until
      ? await appendResult(effects, round, { given, salt, tail, at: now })
      : await resultOf(effects, given._id)
  if (!result) return now < round.rules.until ? refuse('busy') : refuse('draw_closed')
  if (account && given.takeNo !== null) return give({ ...context, account }, { rules: round.rules, result })
  return allow(answerOf(round.rules, result, await chancesOfVisitor(context, given)))
}

async function give(
  context: EnrolledContext,
  { rules, result }: { rules: DrawRules; result: StoredResult },
): Promise<Ruling<Drawn, 'busy' | 'request_reused' | 'request_id_missing'>> {
  const { effects, terms, now } = context
  const ruling = await ownCommand<Drawn, never>(context, (opened) => {
    const journal = settleResult(opened, { terms, rules, result, at: now })
    return allow({ journal, reply: answerOf(rules, result, chancesAfter(context, journal.account, result)) })
  })
  if (ruling.ok) effects.afterReply(() => markSettled(effects, result))
  return ruling
}

function chancesAfter({ terms, now }: EnrolledContext, account: Account, { drawId }: StoredResult) {
  const draw = terms.programme.draws?.find(({ id }) => id === drawId)
  return draw ? chancesLeft(account, terms.programme, draw, now).total : 0
}

async function chancesOfVisitor({ effects, terms, now }: MemberContext, { holder, drawId }: StoredNumber) {
  const draw = terms.programme.draws?.find(({ id }) => id === drawId)
  return draw ? visitorChances(draw, await numbersOf(effects, holder), now) : 0
}

function answerOf(rules: DrawRules, result: StoredResult, chances: number): Drawn {
  const { place, chain, at } = result
  const nameOf = (id: string) => rules.prizes.find((one) => one.id === id)
  const prize = nameOf(result.prize)
  if (!prize) throw new Error(`the prize ${result.prize} of ${rules.roundId} is gone`)
  const insteadOf = result.drawn === result.prize ? null : (nameOf(result.drawn)?.name ?? null)
  const claimable = result.unclaimedBy !== null
  return {
    prize: { prizeId: prize.id, name: prize.name, gives: prize.gives, insteadOf, claimable },
    place,
    chain,
    at,
    chances,
  }
}
