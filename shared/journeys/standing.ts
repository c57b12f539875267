import { dayOf, type Instant } from '../kit/time'
import { system, type Dated, type Run, type Standing, type Step } from './run'

/** How far a touchpoint is: what happened to it, or where its dates lie. */
export function standingOf(run: Run, one: Dated, now: Instant): Standing {
  const step = run.steps[one.key] ?? {}
  if (step.state && !isDueAgain(step, one)) return step.state
  // Of a journey that is over nothing more comes, whatever its dates were.
  if (run.state !== 'running') return step.state ?? 'withdrawn'
  if (one.startsAt === null || one.dueAt === null) return 'waiting'
  if (now < one.startsAt) return 'ahead'
  return now < one.dueAt ? 'open' : 'overdue'
}

/** Whether it is still to be done. */
export function isUndone(run: Run, one: Dated): boolean {
  const step = run.steps[one.key]
  return !step?.state || isDueAgain(step, one)
}

/** Whether the head has been told that it was not done by the time by which it is due. */
export function isEscalated(run: Run, { key, dueAt }: Dated): boolean {
  const escalated = run.steps[key]?.escalated
  return escalated !== undefined && escalated.dueAt === dueAt
}

/** A message that went out for another day is to go out again for the new one: what it said holds no more. */
function isDueAgain({ state, at, sentFor }: Step, { by, startsAt }: Dated): boolean {
  if (by !== system || state !== 'sent' || startsAt === null || !sentFor || !at) return false
  return dayOf(startsAt) !== dayOf(sentFor) && startsAt > at
}

/** A touchpoint that is over, with the dates that it had. */
export function finished(run: Run, one: Dated, state: 'done' | 'missed', at: Instant): Step {
  const { startsAt, dueAt } = one
  const was = startsAt !== null && dueAt !== null ? { was: { startsAt, dueAt } } : {}
  return { ...run.steps[one.key], state, at, ...was }
}

/** The run with what is known of a touchpoint now; of one about which nothing is known it keeps nothing. */
export function withStep(run: Run, key: string, step: Step): Run {
  const { [key]: _, ...others } = run.steps
  return { ...run, steps: Object.keys(step).length === 0 ? others : { ...others, [key]: step } }
}
