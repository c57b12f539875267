import type { Kept } from './contract'
import type { Instant } from '../kit/time'
import type { Outcome, Task } from './task'

/** Tasks of one journey, employee and outcome, as they have been counted. */
export type Tallied = {
  journeyId: string
  assigneeId: string | null
  outcome: Outcome
  isEscalated: boolean
  /** Whether the time by which they were due has come; of what is over it says nothing. */
  isPast: boolean
  count: number
}

/**
 * What a task is counted by: its journey, whose it is, how it came out, and whether the head was told; an open one also by
 * when it is due, so that whoever reads the count knows without the clock what is overdue by then.
 */
export function tallyKey({ journeyId, assigneeId, outcome, escalatedAt, dueAt }: CountedBy): string {
  const parts = [journeyId, assigneeId ?? '', outcome, escalatedAt === null ? '0' : '1']
  return [...parts, ...(outcome === 'open' ? [dueAt] : [])].join(' ')
}

type CountedBy = Pick<Task, 'journeyId' | 'assigneeId' | 'outcome' | 'escalatedAt' | 'dueAt'>

export function tallyOf({ by, count }: { by: string; count: number }, now: Instant): Tallied {
  const [journeyId = '', assigneeId = '', outcome = 'open', escalated, dueAt] = by.split(' ')
  return {
    journeyId,
    assigneeId: assigneeId === '' ? null : assigneeId,
    outcome: outcome as Outcome,
    isEscalated: escalated === '1',
    isPast: dueAt !== undefined && dueAt <= now,
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
