import { refuse, type Ruling, allow } from '../kit/ruling'
import { addMilliseconds, dayOf, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { canonical } from './canonical'
import type { DrawRules } from './contract'
import { rulesOf, rulesText } from './rules'

/**
 * Whether a version may follow: what is published of a draw stands until that round is over, so a version that takes
 * effect before may neither change nor drop it. A draw that is new or changed does not lie in the past.
 */
export function drawsMayBecome(
  published: readonly DrawRules[],
  { live, draft, effectiveAt }: { live: Programme; draft: Programme; effectiveAt: Instant },
): Ruling<null, 'draw_running' | 'draw_past'> {
  const changed = published.find((rules) => rules.until > effectiveAt && !stands(rules, draft))
  if (changed) {
    const { name, until } = changed
    return refuse('draw_running', { zh: name.zh, en: name.en, date: dayOf(addMilliseconds(until, -1)) })
  }
  const past = (draft.draws ?? []).find(
    (draw) =>
      draw.when.kind === 'dates' &&
      draw.when.to < dayOf(effectiveAt) &&
      !live.draws?.some((before) => canonical(before) === canonical(draw)),
  )
  if (past?.when.kind !== 'dates') return allow(null)
  return refuse('draw_past', { zh: past.name.zh, en: past.name.en, date: past.when.to })
}

function stands(rules: DrawRules, draft: Programme): boolean {
  const draw = draft.draws?.find(({ id }) => id === rules.drawId)
  if (!draw) return false
  return (
    rulesText(
      rulesOf(draft, draw, { roundId: rules.roundId, from: rules.from, until: rules.until }, rules.organiser),
    ) === rulesText(rules)
  )
}
