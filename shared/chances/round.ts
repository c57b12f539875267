import { addDays, addMonths, dayOf, startOfDay, type Day, type Instant } from '../kit/time'
import { isOn } from '../kit/period'
import type { DrawTerms } from '../programme/parts/draws'

/** A time over which one secret, one stock and one list of a draw run. `until` is exclusive. */
export type Round = { roundId: string; from: Instant; until: Instant }

/**
 * The round of a draw in which a day lies; null when it lies in none. A draw between two days is one round. One that
 * never ends, or that is open on some days of each week or month, has a round a month, so that its secret is told.
 */
export function roundOn(draw: Pick<DrawTerms, 'id' | 'when'>, day: Day): Round | null {
  const days = daysOf(draw.when, day)
  if (!days) return null
  const { from, to, key } = days
  return { roundId: `${draw.id}.${key}`, from: startOfDay(from), until: startOfDay(addDays(to, 1)) }
}

/** The round that is open or, where none is, the one that opens within a day; null where there is none. */
export function roundAhead(draw: Pick<DrawTerms, 'id' | 'when'>, now: Instant): Round | null {
  const day = dayOf(now)
  return roundOn(draw, day) ?? roundOn(draw, addDays(day, 1))
}

/** Whether chances of a draw may be taken on a day. */
export function isOpenOn({ when }: Pick<DrawTerms, 'when'>, day: Day): boolean {
  return isOn(when, day)
}

/** When chances that were given on a day end: with the draw's last day; null for a draw without end. */
export function chancesUntil(draw: Pick<DrawTerms, 'id' | 'when'>, day: Day): Instant | null {
  const { kind } = draw.when
  return kind === 'dates' || kind === 'yearly' ? (roundOn(draw, day)?.until ?? null) : null
}

type Days = { from: Day; to: Day; key: string }

function daysOf(when: DrawTerms['when'], day: Day): Days | null {
  if (when.kind === 'dates') return isOn(when, day) ? { from: when.from, to: when.to, key: when.from } : null
  if (when.kind !== 'yearly') {
    const month = day.slice(0, 7)
    return { from: `${month}-01`, to: addDays(addMonths(`${month}-01`, 1), -1), key: month }
  }
  if (!isOn(when, day)) return null
  const year = Number(day.slice(0, 4))
  const overNewYear = when.to < when.from
  const began = overNewYear && day.slice(5) <= when.to ? year - 1 : year
  const from = `${began}-${when.from}`
  return { from, to: `${overNewYear ? began + 1 : began}-${when.to}`, key: from }
}
