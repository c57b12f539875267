import { chancesLeft } from '../../../shared/chances/left'
import { roundOn } from '../../../shared/chances/round'
import { takeChance as decide } from '../../../shared/chances/take'
import type { drawsTakeChance } from '../../../shared/draws/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { dayOf } from '../../../shared/kit/time'
import { accountAsOf } from '../../../shared/tiers/as-of'
import type { DrawTerms } from '../../../shared/programme/parts/draws'
import type { EnrolledContext, Handler, MemberContext } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { arrivedBy } from './arrivals'
import { takeBegun } from './begun'
import { giveNumber, lastNumbersOf, type StoredNumber } from './numbers'
import { fixRound, readRound, type OpenRound } from './rounds'
import { hadAsVisitor, takeAsVisitor } from './visitors'

/**
 * A chance is taken from the account first, and then given the next number. Cut off in between, the same request or the same
 * salt finds the same number, and a taking that was given none goes on with whatever the phone sends next.
 */
export const takeChance: Handler<typeof drawsTakeChance, MemberContext> = async (context, { drawId, saltHash }) => {
  const { terms, account } = context
  const draw = terms.programme.draws?.find(({ id }) => id === drawId)
  if (!draw) return refuse('draw_unknown')
  const [round, before, numbers, arrived] = await Promise.all([
    roundNow(context, draw),
    hadAsVisitor(context, draw),
    account ? lastNumbersOf(context.effects, account._id) : [],
    arrivedBy(context, draw, roundOn(draw, dayOf(context.now))?.from ?? context.now),
  ])
  if (!round) return refuse('draw_not_open')
  if (!account) {
    return draw.forVisitors ? takeAsVisitor(context, { draw, round, saltHash }) : refuse('draw_members_only')
  }
  return takeAsMember({ ...context, account }, { draw, round, saltHash, before, numbers, arrived })
}

async function roundNow({ effects, terms, now }: MemberContext, draw: DrawTerms): Promise<OpenRound | null> {
  const round = roundOn(draw, dayOf(now))
  if (!round) return null
  return fixRound(effects, { programme: terms.programme, draw, round, organiser: terms.shop.name })
}

async function takeAsMember(
  context: EnrolledContext,
  {
    draw,
    round,
    saltHash,
    before,
    numbers,
    arrived,
  }: {
    draw: DrawTerms
    round: OpenRound
    saltHash: string
    before: readonly StoredNumber[]
    numbers: readonly StoredNumber[]
    arrived: number
  },
) {
  const { effects, terms, now } = context
  const { roundId, from, until } = round.rules
  const drawnBefore = before.map(({ at }) => at)
  const taken = await ownCommand(context, (opened) => {
    const begun = takeBegun(context, opened.account, numbers, { roundId, saltHash })
    if (begun !== null) {
      const account = accountAsOf(opened.account, terms.programme, now)
      const chances = chancesLeft({ ...account, drawnBefore, arrived }, terms.programme, draw, now).total
      return allow({ journal: opened, reply: { roundId, takeNo: begun, tierId: account.tierId, chances } })
    }
    const asked = { round: { roundId, from, until }, saltHash, at: now, drawnBefore, arrived }
    const ruling = decide(opened, terms.programme, draw, asked)
    if (!ruling.ok) return ruling
    const { account } = ruling.value
    const chances = chancesLeft({ ...account, drawnBefore, arrived }, terms.programme, draw, now).total
    return allow({ journal: ruling.value, reply: { roundId, takeNo: account.seq, tierId: account.tierId, chances } })
  })
  if (!taken.ok) return taken
  const { takeNo, tierId, chances } = taken.value
  // An answer from before may name a round that has closed since: a number of it is worth nothing any more.
  const own = taken.value.roundId === roundId ? round : await readRound(effects, taken.value.roundId)
  if (!own || now >= own.rules.until) return refuse('draw_not_open')
  const holder = context.account._id
  // Who drew as a visitor goes on under that name, so that a member's share of a prize is theirs once.
  const knownAs = before.find((one) => one.roundId === own.rules.roundId)?.member
  const taking = { holder, takeNo, takeKey: `${holder}:${takeNo}`, tierId, saltHash, at: now, knownAs }
  const given = await giveNumber(effects, own, taking)
  return given ? allow(answerOf(given, chances)) : refuse('busy')
}

export function answerOf({ roundId, number, link }: StoredNumber, chances: number) {
  return { roundId, number, link, chances }
}
