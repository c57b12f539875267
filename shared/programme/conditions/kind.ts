import * as z from 'zod/mini'
import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { isRolling, windowStart, type Window } from '../../kit/window'
import type { DayActivity, Evidence, Measure, Moment, QualifyingTotals } from '../evidence'

/**
 * One kind of condition under which a tier or a right is reached: its arguments, how far somebody is, and how it is said.
 * A new kind is one file beside this one and a line in `conditions.ts`.
 */
export type ConditionKind<Kind extends string, Schema extends z.ZodMiniType<{ kind: Kind }>> = {
  kind: Kind
  schema: Schema
  measure: (condition: z.output<Schema>, evidence: Evidence, moment: Moment) => Measure
  words: (condition: z.output<Schema>) => Bilingual
}

export function conditionKind<const Kind extends string, Schema extends z.ZodMiniType<{ kind: Kind }>>(
  kind: ConditionKind<Kind, Schema>,
): ConditionKind<Kind, Schema> {
  return kind
}

export const count = z.int().check(z.positive())

/** Absent: over the whole membership. */
export const within = z.optional(
  z.union([
    z.enum(['lifetime', 'month', 'quarter', 'year']),
    // What a template says of the number in it is not asked by itself.
    z.templateLiteral([z.int(), ' days']).check(z.refine(isRolling, 'a window, such as "90 days"')),
  ]),
)

/** An amount over a window that ends with a day. */
export function amountWithin(
  of: keyof QualifyingTotals,
  window: Window | undefined,
  evidence: Evidence,
  { day }: Pick<Moment, 'day'>,
): number {
  const start = windowStart(window ?? 'lifetime', day)
  if (start === null) return evidence.totals[of]
  return sumOfDays(evidence.days, { of, start, end: day })
}

/** From the last day back, because a window mostly ends with the last days of hundreds. */
function sumOfDays(
  days: readonly DayActivity[],
  { of, start, end }: { of: keyof QualifyingTotals; start: Day; end: Day },
): number {
  let sum = 0
  for (let index = days.length - 1; index >= 0; index -= 1) {
    const one = days[index] as DayActivity
    if (one.day < start) break
    if (one.day <= end) sum += one[of]
  }
  return sum
}

/** A window in front of an amount: 一个季度内, within a calendar quarter. */
export function windowWords(window: Window | undefined): Bilingual {
  const named = windows[window ?? 'lifetime']
  return named ?? { zh: `近 ${Number.parseInt(window ?? '', 10)} 天`, en: ` within ${window}` }
}

const windows: { [window: string]: Bilingual } = {
  lifetime: { zh: '累计', en: '' },
  month: { zh: '一个自然月内', en: ' within a calendar month' },
  quarter: { zh: '一个自然季度内', en: ' within a calendar quarter' },
  year: { zh: '一个自然年内', en: ' within a calendar year' },
}
