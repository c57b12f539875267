import type { ChanceSource } from '../books/chance'
import { record, type Journal } from '../books/journal'
import { timesTaken, type Take } from '../books/taken'
import { dayOf, type Instant } from '../kit/time'
import { limitWindow } from '../kit/window'
import type { DrawTerms } from '../programme/parts/draws'
import type { Programme } from '../programme/schema'
import { isOwing, payOwedChances } from './owed'
import { chancesUntil, isOpenOn } from './round'

type Source<Kind extends DrawTerms['chances'][number]['kind']> = Extract<DrawTerms['chances'][number], { kind: Kind }>

/** What an order gives by its amount, in every draw that is open on its day. It stands with the order's own entries. */
export function grantForPurchase(
  journal: Journal,
  { draws }: Programme,
  { storeId, orderId, amountFen, at }: { storeId: string; orderId: string; amountFen: number; at: Instant },
): Journal {
  if (!draws) return journal
  return openSources(draws, 'purchase', at).reduce((current, { draw, source }) => {
    const { fromFen } = source
    if (amountFen < fromFen) return current
    return grantOf(current, draw, source, { source: { by: 'purchase', storeId, orderId, fromFen }, at })
  }, journal)
}

/** What a day's check-in gives. */
export function grantForCheckIn(journal: Journal, { draws }: Programme, at: Instant): Journal {
  if (!draws) return journal
  return openSources(draws, 'check-in', at).reduce(
    (current, { draw, source }) => grantOf(current, draw, source, { source: { by: 'check-in' }, at }),
    journal,
  )
}

/** What a friend who joined and bought gives whoever brought them. */
export function grantForReferral(
  journal: Journal,
  { draws }: Programme,
  { friendId, round, at }: { friendId: string; round: number; at: Instant },
): Journal {
  if (!draws) return journal
  return openSources(draws, 'referral', at).reduce(
    (current, { draw, source }) => grantOf(current, draw, source, { source: { by: 'referral', friendId, round }, at }),
    journal,
  )
}

/** Chances that a rule gives as they stand, such as a campaign's; nothing where the draw is over or unknown. */
export function grantByRule(
  journal: Journal,
  { draws = [] }: Programme,
  {
    drawId,
    chances,
    why,
    code,
    takes,
    at,
  }: { drawId: string; chances: number; why: string; code?: string; takes?: Take[]; at: Instant },
): Journal {
  const draw = drawAhead({ draws }, drawId, at)
  if (!draw) return journal
  const source = { by: 'rule' as const, why, ...(code === undefined ? {} : { code }) }
  return grant(journal, draw, { chances, source, at, ...(takes ? { takes } : {}) })
}

/** By what is counted how often a draw's source has given chances; nothing where it is not limited. */
export function takeOfSource(
  drawId: string,
  { kind, limit }: { kind: string; limit?: { times: number; per: Parameters<typeof limitWindow>[0] } | undefined },
  at: Instant,
): Take[] {
  return limit ? [{ code: `chance:${drawId}:${kind}`, window: limitWindow(limit.per, dayOf(at)) }] : []
}

/**
 * Gives chances in a draw and remembers by what. Those that an order or a friend brings are less what was drawn with of
 * others that were taken back.
 */
export function grant(
  journal: Journal,
  draw: DrawTerms,
  { chances, source, at, ...more }: { chances: number; source: ChanceSource; at: Instant; takes?: Take[] },
): Journal {
  const until = chancesUntil(draw, dayOf(at))
  const given = record(journal, { kind: 'chance-grant', drawId: draw.id, chances, source, until, ...more }, { at })
  return isOwing(source) ? payOwedChances(given, { drawId: draw.id, chances, at }) : given
}

function grantOf(
  journal: Journal,
  draw: DrawTerms,
  terms: Source<'purchase'> | Source<'check-in'> | Source<'referral'>,
  { source, at }: { source: ChanceSource; at: Instant },
): Journal {
  const { limit, chances } = terms
  const takes = takeOfSource(draw.id, terms, at)
  if (limit && takes.some((take) => timesTaken(journal.account.taken, take) >= limit.times)) return journal
  return grant(journal, draw, { chances, source, at, ...(takes.length > 0 ? { takes } : {}) })
}

function openSources<Kind extends 'purchase' | 'check-in' | 'referral'>(
  draws: readonly DrawTerms[],
  kind: Kind,
  at: Instant,
): { draw: DrawTerms; source: Source<Kind> }[] {
  return draws
    .filter((draw) => isOpenOn(draw, dayOf(at)))
    .flatMap((draw) =>
      draw.chances.flatMap((source) => (source.kind === kind ? [{ draw, source: source as Source<Kind> }] : [])),
    )
}

/** The draw of an id in which there is still something to draw; null where it is over or unknown. */
export function drawAhead({ draws = [] }: Pick<Programme, 'draws'>, drawId: string, at: Instant): DrawTerms | null {
  return draws.find((draw) => draw.id === drawId && !isOver(draw, at)) ?? null
}

function isOver({ when }: DrawTerms, at: Instant): boolean {
  return when.kind === 'dates' && when.to < dayOf(at)
}
