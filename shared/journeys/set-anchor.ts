import type { Calendar } from '../kit/calendar'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { Journey } from '../programme/parts/journeys'
import { touchpointsOf } from './dates'
import { keyOf, type Dated, type Run, type Step } from './run'
import { isUndone, withStep } from './standing'

export type AnchorSet = { code: string; at: Instant; by: string | null; now: Instant }
type Refused = 'anchor_unknown' | 'journey_over'

/**
 * An anchor gets its date or another one, and what depends on it moves. What was done stays as it is. What would now have
 * had to be done in the past, or lies after what it goes on until, is withdrawn with its reason; moved back, it is to be
 * done again.
 */
export function setAnchor(run: Run, journey: Journey, set: AnchorSet, calendar: Calendar): Ruling<Run, Refused> {
  const { code, at, by, now } = set
  if (run.state !== 'running') return refuse('journey_over')
  if (!journey.anchors.includes(code)) return refuse('anchor_unknown', { anchor: code })
  if (run.anchors[code] === at) return allow(run)
  const before = touchpointsOf(run, journey, calendar)
  const asked = keyOf(`${code}!`, 0)
  const answered = run.steps[asked]?.listed ? withStep(run, asked, doneBy(run.steps[asked], by, now)) : run
  const found = before.reduce((so, one) => lateSeen(so, one, now), answered)
  const moved = { ...found, anchors: { ...found.anchors, [code]: at } }
  const after = touchpointsOf(moved, journey, calendar)
  const gone = before.filter(({ key }) => key !== asked && !after.some((one) => one.key === key))
  const judged = after.reduce((so, one) => pastOrAgain(so, one, now), moved)
  return allow(gone.reduce((so, one) => beyond(so, one, now), judged))
}

function doneBy({ escalated: _, ...step }: Step = {}, by: string | null, now: Instant): Step {
  return { ...step, state: 'done', by, at: now }
}

/** Before anything moves: what is late is late for the time by which it was due. */
function lateSeen(run: Run, one: Dated, now: Instant): Run {
  const { key, dueAt } = one
  if (dueAt === null || dueAt > now || !isUndone(run, one) || one.kind === 'anchor') return run
  return withStep(run, key, { ...run.steps[key], lateFor: dueAt })
}

function pastOrAgain(run: Run, one: Dated, now: Instant): Run {
  const { key, dueAt } = one
  const step = run.steps[key] ?? {}
  const isBack = step.state === 'withdrawn' && (step.why === 'past' || step.why === 'beyond')
  // What the head is to find out about another anchor is no less late for it.
  if (one.kind === 'anchor' || (!isUndone(run, one) && !isBack)) return run
  const isPast = dueAt !== null && dueAt <= now && step.lateFor !== dueAt
  if (isPast) return step.why === 'past' ? run : withStep(run, key, withdrawn(step, 'past', now))
  return isBack ? withStep(run, key, toDo(step)) : run
}

function beyond(run: Run, one: Dated, now: Instant): Run {
  const step = run.steps[one.key]
  if (!step || !isUndone(run, one)) return run
  return withStep(run, one.key, withdrawn(step, 'beyond', now))
}

export function withdrawn(step: Step, why: NonNullable<Step['why']>, at: Instant): Step {
  return { ...step, state: 'withdrawn', why, at }
}

function toDo({ state: _, why: __, at: ___, ...step }: Step): Step {
  return step
}
