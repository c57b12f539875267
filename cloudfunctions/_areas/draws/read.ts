import { balanceOf } from '../../../shared/books/account'
import { chancesLeft } from '../../../shared/chances/left'
import { isOpenOn, roundOn, type Round } from '../../../shared/chances/round'
import { waysOf } from '../../../shared/draws/ways'
import type { DrawRules, drawsRead } from '../../../shared/draws/contract'
import type { Head } from '../../../shared/draws/list'
import { rulesOf, weightsFor } from '../../../shared/draws/rules'
import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addDays, dayOf, type Instant } from '../../../shared/kit/time'
import type { DrawTerms } from '../../../shared/programme/parts/draws'
import { accountAsOf } from '../../../shared/tiers/as-of'
import type { Handler, MemberContext } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { arrivedBy } from './arrivals'
import { unclaimedOf } from './claim'
import { visitorHolder } from './holders'
import { nextRound } from './prepare'
import type { StoredNumber } from './numbers'
import { headOf, type StoredResult } from './results'
import { fixRound, rulesIn, type OpenRound, type StoredRound } from './rounds'
import { hadAsVisitor, numbersOf, visitorChances } from './visitors'
import { winnersOf, winnerView } from './winners'

type Read = OutputOf<typeof drawsRead>

/** A draw as its page shows it, to members and to whoever has only its link. */
export const readDraw: Handler<typeof drawsRead, MemberContext> = async (context, { drawId }) => {
  const { effects, account, openid, terms, now } = context
  const draw = terms.programme.draws?.find(({ id }) => id === drawId)
  if (!draw) return refuse('draw_unknown')
  const round = shownRound(draw, now)
  const [before, open] = await Promise.all([roundBefore(context, draw, round), openRound(context, draw, round)])
  const rules = open?.rules ?? rulesOf(terms.programme, draw, round, terms.shop.name)
  const [head, winners, mine, unclaimed, had, arrived] = await Promise.all([
    open ? headOf(effects, open) : null,
    open ? winnersOf(effects, round.roundId, { limit: 10 }) : [],
    account ? waitingOf(context, account, draw) : visitorsOwn(context, draw),
    account ? unclaimedOf(effects, openid) : [],
    hadAsVisitor(context, draw),
    arrivedBy(context, draw, round.from),
  ])
  // A number that was taken before joining is the member's all the same.
  const beforeJoining = await undrawn(context, had)
  const state = stateOf(draw, round, now)
  const asOf = account && accountAsOf(account, terms.programme, now)
  const drawer = asOf && { ...asOf, drawnBefore: had.map(({ at }) => at), arrived }
  const isClosed = state === 'closed'
  return allow({
    serverAt: now,
    isMember: account !== null,
    state,
    commitment: open?.stored.commitment ?? null,
    rules,
    weights: [...weightsFor(rules, asOf?.tierId ?? null)],
    left: leftOf(rules, head, now),
    chances: isClosed
      ? 0
      : (mine.chances ?? (drawer ? chancesLeft(drawer, terms.programme, draw, now).total + mine.cutOff : 0)),
    ways: drawer ? waysOf(drawer, terms.programme, draw, now) : visitorWays(context, draw, mine.chances ?? 0),
    balance: asOf && balanceOf(asOf),
    waiting: [...mine.waiting, ...beforeJoining].map(({ roundId, number, saltHash }) => ({
      roundId,
      number,
      saltHash,
    })),
    unclaimed: unclaimed.length,
    winners: winners.map((one) => winnerView(one, rules)),
    closedRoundId: isClosed && open ? round.roundId : before,
  })
}

/** The round that is open, else the next one, else the last there was. */
export function shownRound(draw: DrawTerms, now: Instant): Round {
  const next = nextRound(draw, now)
  if (next) return next
  const last = draw.when.kind === 'dates' ? roundOn(draw, draw.when.to) : null
  if (!last) throw new Error(`the draw ${draw.id} has no round`)
  return last
}

export function stateOf(draw: DrawTerms, { from, until }: Round, now: Instant): Read['state'] {
  if (now >= until) return 'closed'
  if (now < from) return 'soon'
  return isOpenOn(draw, dayOf(now)) ? 'open' : 'paused'
}

/** A round is published a day before it opens, by whoever comes first: the clock, or somebody who looks at it. */
async function openRound(context: MemberContext, draw: DrawTerms, round: Round): Promise<OpenRound | null> {
  const { effects, terms, now } = context
  if (now >= round.from && now < round.until)
    return fixRound(effects, { programme: terms.programme, draw, round, organiser: terms.shop.name })
  const stored = await effects.store.get<StoredRound>('draws', round.roundId)
  return stored && { stored, rules: rulesIn(stored) }
}

async function roundBefore({ effects }: MemberContext, draw: DrawTerms, round: Round): Promise<string | null> {
  const before = roundOn(draw, addDays(dayOf(round.from), -1))
  if (!before) return null
  return (await effects.store.get<StoredRound>('draws', before.roundId)) ? before.roundId : null
}

/** `chances`: of a visitor, who has no account to count on. `cutOff`: taken and given no number, so that the next tap goes on. */
type Mine = { waiting: StoredNumber[]; chances: number | null; cutOff: number }

/** The takings of a member in this draw that are not drawn yet. */
function openKeys({ _id, chances }: StoredAccount, { id }: DrawTerms, now: Instant): string[] {
  const open = chances?.open.filter(({ drawId, until }) => drawId === id && until > now) ?? []
  return open.map(({ no }) => `${_id}:${no}`)
}

async function waitingOf({ effects, now }: MemberContext, account: StoredAccount, draw: DrawTerms): Promise<Mine> {
  const takeKeys = openKeys(account, draw, now)
  if (takeKeys.length === 0) return { waiting: [], chances: null, cutOff: 0 }
  const where = { takeKey: { in: takeKeys } }
  const waiting = await effects.store.find<StoredNumber>('drawNumbers', { where, limit: 100 })
  return { waiting, chances: null, cutOff: takeKeys.length - waiting.length }
}

/** What everybody has is all that a visitor has. */
function visitorWays({ terms, now }: MemberContext, draw: DrawTerms, chances: number): Read['ways'] {
  const ways = waysOf({ tierId: null }, terms.programme, draw, now)
  return ways.map((way) => (way.kind === 'everybody' ? { ...way, left: Math.min(way.left, chances) } : way))
}

async function visitorsOwn(context: MemberContext, draw: DrawTerms): Promise<Mine> {
  const { effects, openid, now } = context
  const had = await numbersOf(effects, visitorHolder(effects, openid))
  const waiting = await undrawn(
    context,
    had.filter(({ drawId }) => drawId === draw.id),
  )
  return { waiting, chances: visitorChances(draw, had, now), cutOff: 0 }
}

/** The last of somebody's numbers as a visitor that are not drawn. */
async function undrawn({ effects }: MemberContext, had: readonly StoredNumber[]): Promise<StoredNumber[]> {
  const last = had.slice(0, 20)
  const ids = last.map(({ _id }) => _id)
  if (ids.length === 0) return []
  const where = { numberId: { in: ids } }
  const drawn = await effects.store.find<StoredResult>('drawResults', { where, limit: 100 })
  return last.filter(({ _id }) => !drawn.some(({ numberId }) => numberId === _id))
}

/** What is left of prizes of which there are only so many, in all or today. */
function leftOf({ prizes }: DrawRules, head: Head | null, now: Instant): Read['left'] {
  const today = head && dayOf(now) === head.day ? head.today : {}
  return prizes.flatMap(({ id, stock, perDay }) => {
    if (stock === null && perDay === null) return []
    const inAll = stock === null ? Infinity : stock - (head?.taken[id] ?? 0)
    const inDay = perDay === null ? Infinity : perDay - (today[id] ?? 0)
    return [{ prizeId: id, left: Math.max(0, Math.min(inAll, inDay)) }]
  })
}
