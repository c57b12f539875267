import type { Kept } from './contract'
import type { Outcome } from './task'

/** Tasks of one journey, employee and outcome, as the database has counted them. */
export type Tallied = {
  journeyId: string
  assigneeId: string | null
  outcome: Outcome
  isEscalated: boolean
  /** Whether the time by which they were due has come. */
  isPast: boolean
  count: number
}

/** What a task is counted by: its journey, whose it is, how it came out, and whether the head was told. */
export function tallyKey({ journeyId, assigneeId, outcome, isEscalated }: Omit<Tallied, 'isPast' | 'count'>): string {
  return [journeyId, assigneeId ?? '', outcome, isEscalated ? '1' : '0'].join(' ')
}

export function tallyOf({ by, count }: { by: unknown; count: number }, isPast: boolean): Tallied {
  const [journeyId = '', assigneeId = '', outcome = 'open', escalated] = String(by).split(' ')
  return {
    journeyId,
    assigneeId: assigneeId === '' ? null : assigneeId,
    outcome: outcome as Outcome,
    isEscalated: escalated === '1',
    isPast,
    count,
  }
}

/** How promises were kept. What was withdrawn was promised no more, and counts nowhere. */
export function kept(rows: readonly Tallied[]): Kept {
  const sum = (matches: (row: Tallied) => boolean) =>
    rows.filter(matches).reduce((total, { count }) => total + count, 0)
  const is = (outcome: Outcome) => sum((row) => row.outcome === outcome)
  return {
    due: sum(({ outcome }) => outcome !== 'withdrawn'),
    inTime: is('in-time'),
    late: is('late'),
    missed: is('missed'),
    overdue: sum(({ outcome, isPast }) => outcome === 'open' && isPast),
    open: sum(({ outcome, isPast }) => outcome === 'open' && !isPast),
    escalated: sum(({ isEscalated, outcome }) => isEscalated && outcome !== 'withdrawn'),
  }
}
