import { roundOn } from '../chances/round'
import { templateOf } from '../coupons/issue'
import { refuse, type Ruling, allow } from '../kit/ruling'
import { addMilliseconds, dayOf, type Instant } from '../kit/time'
import { givenOf } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'
import { canonical } from './canonical'
import type { DrawRules } from './contract'
import { rulesOf, rulesText } from './rules'

/**
 * Whether a version may follow: what is published of a draw stands until that round is over, and so does what will be by
 * then, so a version that takes effect before may neither change nor drop it. A draw that is new or changed does not lie in
 * the past.
 */
export function drawsMayBecome(
  published: readonly DrawRules[],
  { live, draft, effectiveAt }: { live: Programme; draft: Programme; effectiveAt: Instant },
): Ruling<null, 'draw_running' | 'draw_past'> {
  const changed = [...published, ...underWay(live, effectiveAt)].find(
    (rules) => rules.until > effectiveAt && !stands(rules, live, draft),
  )
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

/** The rounds that will have begun under the version before, published or not yet. */
function underWay(live: Programme, effectiveAt: Instant): DrawRules[] {
  return (live.draws ?? []).flatMap((draw) => {
    const round = roundOn(draw, dayOf(effectiveAt))
    return round && round.from < effectiveAt ? [rulesOf(live, draw, round, '')] : []
  })
}

/** The same rules on the same days, and the coupons among the prizes worth the same. */
function stands(rules: DrawRules, live: Programme, draft: Programme): boolean {
  const draw = draft.draws?.find(({ id }) => id === rules.drawId)
  const before = live.draws?.find(({ id }) => id === rules.drawId)
  if (!draw || canonical(draw.when) !== canonical(before?.when ?? null)) return false
  const { roundId, from, until, organiser } = rules
  if (rulesText(rulesOf(draft, draw, { roundId, from, until }, organiser)) !== rulesText(rules)) return false
  return rules.prizes
    .flatMap(({ gives }) => (gives ? givenOf(gives) : []))
    .every((one) => {
      if (one.what !== 'coupons') return true
      return canonical(templateOf(live, one.templateId)) === canonical(templateOf(draft, one.templateId))
    })
}
