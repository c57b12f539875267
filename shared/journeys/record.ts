import type { Calendar } from '../kit/calendar'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { addMilliseconds, hourMs, type Instant } from '../kit/time'
import type { Journey } from '../programme/parts/journeys'
import { touchpointsOf } from './dates'
import { formOf, meaningOf, needsNote, type Answers, type Meaning } from './form'
import { system, type Dated, type Run } from './run'
import { finished, isUndone, standingOf, withStep } from './standing'
import { stop } from './stop'

export type Result = {
  key: string
  answers: Answers
  note: string
  /** When the member is to be spoken to next. */
  next: Instant | null
  by: string
  now: Instant
}
export type Recorded = { run: Run; meaning: Meaning; one: Dated }
type Refused =
  | 'task_unknown'
  | 'task_over'
  | 'task_not_yet'
  | 'journey_over'
  | 'answer_unknown'
  | 'answer_missing'
  | 'note_needed'
  | 'next_needed'
  | 'next_wrong'

/** How long before it begins something may be done; the same time it is listed ahead. */
export const aheadMs = 3 * 24 * hourMs
const nextMaxMs = 366 * 24 * hourMs

/**
 * What came of a task. It is done when the member was reached; nobody there leaves it to be done by the same time, another
 * time agreed on moves it there, and a member who wants to hear no more ends the journey. What is agreed on beyond that is
 * a task of its own.
 */
export function recordResult(
  run: Run,
  journey: Journey,
  result: Result,
  calendar: Calendar,
): Ruling<Recorded, Refused> {
  if (run.state !== 'running') return refuse('journey_over')
  const all = touchpointsOf(run, journey, calendar)
  const one = all.find(({ key }) => key === result.key)
  if (!one || one.by === system || one.kind === 'anchor') return refuse('task_unknown')
  if (!isUndone(run, one)) return refuse('task_over')
  if (standingOf(run, one, addMilliseconds(result.now, aheadMs)) === 'ahead' || one.startsAt === null)
    return refuse('task_not_yet')
  const meaning = meaningOf(formOf(journey, one), result.answers)
  if (!meaning.ok) return meaning
  if (needsNote(journey, one) && result.note === '') return refuse('note_needed')
  const wrong = nextWrong(result, meaning.value)
  if (wrong) return refuse(wrong)
  if (meaning.value === 'no-contact') {
    const done = withDone(run, one, result)
    return allow({ run: stop(done, all, { why: 'no-contact', now: result.now }), meaning: meaning.value, one })
  }
  return allow({ run: afterResult(run, one, result, meaning.value), meaning: meaning.value, one })
}

function nextWrong({ next, now }: Result, meaning: Meaning): 'next_needed' | 'next_wrong' | null {
  if (next === null) return meaning === 'later' ? 'next_needed' : null
  return next <= now || next > addMilliseconds(now, nextMaxMs) ? 'next_wrong' : null
}

function withDone(run: Run, one: Dated, { by, now }: Result): Run {
  return withStep(run, one.key, { ...finished(run, one, 'done', now), by })
}

function afterResult(run: Run, one: Dated, result: Result, meaning: Meaning): Run {
  const { next } = result
  const step = run.steps[one.key] ?? {}
  const { tryAt: _, ...known } = step
  if (meaning === 'missed') return withStep(run, one.key, { ...known, ...(next ? { tryAt: next } : {}) })
  if (meaning === 'later' && next) return withStep(run, one.key, { ...known, agreed: next })
  const done = withDone(run, one, result)
  if (!next) return done
  const no = run.followUps.length
  return { ...done, followUps: [...run.followUps, { no, of: one.touchpointId, startsAt: next }] }
}
