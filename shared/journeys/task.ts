import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import type { Journey, Touchpoint } from '../programme/parts/journeys'
import { touchpointOf } from './form'
import { isEscalated, isUndone } from './standing'
import { system, type Dated, type Run, type Step } from './run'

/** A touchpoint in somebody's list: what of a run an employee is to do, or has done. It follows from the run alone. */
export type Task = {
  key: string
  kind: Dated['kind']
  accountId: string
  storeId: string
  journeyId: string
  journeyNo: number
  name: Bilingual
  role: string
  channel: Touchpoint['channel']
  /** Who is to do it; null where it is the head's. */
  assigneeId: string | null
  state: 'open' | Exclude<NonNullable<Step['state']>, 'sent'>
  startsAt: Instant
  dueAt: Instant
  tryAt: Instant | null
  escalatedAt: Instant | null
  /** It stands in the head's list: nobody else is to do it, or it was not done in time. */
  forHead: 'open' | 'over' | 'no'
  doneAt: Instant | null
  doneBy: string | null
  why: Step['why'] | null
  outcome: Outcome
}

/** How a promise was kept, as far as it is known without asking the clock. */
export type Outcome = 'open' | 'in-time' | 'late' | 'missed' | 'withdrawn'

/** The task that stands for a touchpoint; null for one in nobody's list. */
export function taskOf(run: Run, journey: Journey, one: Dated): Task | null {
  const step = run.steps[one.key]
  const { startsAt, dueAt, by } = one
  if (by === system || !step?.listed || startsAt === null || dueAt === null) return null
  const own = by === journey.escalation.to ? null : (run.people[by] ?? null)
  const assigneeId = step.given ?? own
  const escalatedAt = isEscalated(run, one) ? (step.escalated?.at ?? null) : null
  const state = isUndone(run, one) ? 'open' : (step.state as Task['state'])
  const isHeads = assigneeId === null || escalatedAt !== null
  return {
    key: one.key,
    kind: one.kind,
    accountId: run.accountId,
    storeId: run.storeId,
    journeyId: run.journeyId,
    journeyNo: run.no,
    name: nameOf(journey, one),
    role: by,
    channel: touchpointOf(journey, one)?.channel ?? 'task',
    assigneeId,
    state,
    startsAt,
    dueAt,
    tryAt: step.tryAt ?? null,
    escalatedAt,
    forHead: isHeads ? (state === 'open' ? 'open' : 'over') : 'no',
    doneAt: state === 'open' ? null : (step.at ?? null),
    doneBy: step.by ?? null,
    why: state === 'withdrawn' ? (step.why ?? null) : null,
    outcome: outcomeOf(state, step, dueAt),
  }
}

/** What a touchpoint is called; one that was agreed on after the one that it follows. */
export function nameOf(journey: Journey, one: Dated): Bilingual {
  if (one.kind === 'anchor') {
    const anchor = anchorName(journey, one.touchpointId)
    return { zh: `「${anchor.zh}」还没有日期`, en: `${anchor.en}: no date yet` }
  }
  const name = touchpointOf(journey, one)?.name ?? { zh: one.touchpointId, en: one.touchpointId }
  return one.kind === 'follow-up' ? { zh: `${name.zh} · 约好再联系`, en: `${name.en}, as agreed` } : name
}

export function anchorName({ anchorNames }: Journey, code: string): Bilingual {
  return anchorNames?.[code] ?? { zh: code, en: code }
}

export function roleName({ roleNames }: Journey, code: string): Bilingual {
  return roleNames?.[code] ?? { zh: code, en: code }
}

function outcomeOf(state: Task['state'], { at }: Step, dueAt: Instant): Outcome {
  if (state !== 'done') return state
  return at !== undefined && at > dueAt ? 'late' : 'in-time'
}
