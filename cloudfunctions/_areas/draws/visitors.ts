import type { drawsTakeChance } from '../../../shared/draws/contract'
import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { dayOf, type Instant } from '../../../shared/kit/time'
import { limitWindow } from '../../../shared/kit/window'
import { isOpenOn } from '../../../shared/chances/round'
import type { DrawTerms } from '../../../shared/programme/parts/draws'
import type { Effects } from '../../_runtime/effects'
import type { MemberContext } from '../../_runtime/handler'
import { visitorHolder } from './holders'
import { giveNumber, type StoredNumber } from './numbers'
import type { OpenRound } from './rounds'

type Taken = OutputOf<typeof drawsTakeChance>
type Refusal = 'draw_not_open' | 'draw_limit' | 'chances_none' | 'busy'

/** More than anybody has in a window. */
const readMax = 500

/**
 * Somebody without an account draws with what everybody has. There is no account to count on, so the number itself is the
 * count: which one of the window it is stands under a key that is written once.
 */
export async function takeAsVisitor(
  { effects, openid, now }: MemberContext,
  { draw, round, saltHash }: { draw: DrawTerms; round: OpenRound; saltHash: string },
): Promise<Ruling<Taken, Refusal>> {
  if (!isOpenOn(draw, dayOf(now))) return refuse('draw_not_open')
  const source = everybodySource(draw)
  if (!source) return refuse('chances_none')
  const holder = visitorHolder(effects, openid)
  const window = limitWindow(source.limit.per, dayOf(now))
  for (let tries = 0; tries < 5; tries += 1) {
    const had = await numbersOf(effects, holder)
    const again = had.find((one) => one.drawId === draw.id && one.saltHash === saltHash)
    if (again) return allow(answerOf(again, visitorChances(draw, had, now)))
    if (ownLeft(draw, had, now) === 0) return refuse('draw_limit', { times: draw.perMember?.times ?? 0 })
    if (visitorChances(draw, had, now) === 0) return refuse('chances_none')
    const nth = countIn(draw, had, { per: source.limit.per, now }) + 1
    const taking = {
      holder,
      takeNo: null,
      takeKey: `${holder}:${draw.id}:${window}:${nth}`,
      tierId: null,
      saltHash,
      at: now,
    }
    const given = await giveNumber(effects, round, taking)
    if (!given) return refuse('busy')
    // Another phone of the same person was faster with this one of the window.
    if (given.saltHash === saltHash) return allow(answerOf(given, visitorChances(draw, [...had, given], now)))
  }
  return refuse('busy')
}

/** The numbers that a visitor was given, in every draw, newest first. */
export function numbersOf({ store }: Effects, holder: string): Promise<StoredNumber[]> {
  return store.find<StoredNumber>('drawNumbers', {
    where: { holder, at: { gt: '' } },
    orderBy: [['at', 'desc']],
    limit: readMax,
  })
}

/** The numbers that a member was given in this draw before they were one; asked only where visitors may take part. */
export async function hadAsVisitor(
  { effects, account, openid }: MemberContext,
  draw: DrawTerms,
): Promise<readonly StoredNumber[]> {
  if (!account || !draw.forVisitors) return []
  const had = await numbersOf(effects, visitorHolder(effects, openid))
  return had.filter(({ drawId }) => drawId === draw.id)
}

/** How many more times a visitor may draw now. */
export function visitorChances(draw: DrawTerms, had: readonly StoredNumber[], now: Instant): number {
  const source = everybodySource(draw)
  if (!source || !draw.forVisitors) return 0
  const left = source.chances * source.limit.times - countIn(draw, had, { per: source.limit.per, now })
  return Math.max(0, Math.min(left, ownLeft(draw, had, now)))
}

export function everybodySource({ chances }: DrawTerms) {
  return chances.find((one) => one.kind === 'everybody') ?? null
}

function ownLeft(draw: DrawTerms, had: readonly StoredNumber[], now: Instant): number {
  const { perMember } = draw
  return perMember ? Math.max(0, perMember.times - countIn(draw, had, { per: perMember.per, now })) : Infinity
}

function countIn(
  { id }: DrawTerms,
  had: readonly StoredNumber[],
  { per, now }: { per: Parameters<typeof limitWindow>[0]; now: Instant },
): number {
  const window = limitWindow(per, dayOf(now))
  return had.filter(({ drawId, at }) => drawId === id && limitWindow(per, dayOf(at)) === window).length
}

function answerOf({ roundId, number, link }: StoredNumber, chances: number): Taken {
  return { roundId, number, link, chances }
}
