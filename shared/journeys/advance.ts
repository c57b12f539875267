import type { Calendar } from '../kit/calendar'
import { addMilliseconds, hourMs, type Instant } from '../kit/time'
import type { Journey } from '../programme/parts/journeys'
import { overAt, touchpointsOf } from './dates'
import { aheadMs } from './record'
import { keyOf, system, type Dated, type Run } from './run'
import { finished, isEscalated, isUndone, withStep } from './standing'
import { withdrawn } from './set-anchor'
import { stop } from './stop'

export type Advanced = {
  run: Run
  /** Messages that are to go out now. */
  messages: Dated[]
  /** What the head is told now, for it was not done in time. */
  escalated: Dated[]
}

/**
 * Brings a run to an instant, however long nobody looked: lists what may be done, sends what the system sends, closes a
 * repetition when the next begins, tells the head of what is late, and ends what is over. Asked again it changes nothing.
 */
export function advance(
  run: Run,
  journey: Journey,
  calendar: Calendar,
  { now, tierId }: { now: Instant; tierId: string | null },
): Advanced {
  const nothing = { messages: [], escalated: [] }
  if (run.state !== 'running') return { run, ...nothing }
  const all = touchpointsOf(run, journey, calendar)
  if (tierId !== null && journey.endsAtTiers?.includes(tierId))
    return { run: stop(run, all, { why: 'tier-reached', now }), ...nothing }
  const messages = all.filter((one) => one.by === system && isUndone(run, one) && isOn(one, { all, now }))
  const sent = messages.reduce((so, one) => withSent(so, one, now), run)
  const listed = all.reduce((so, one) => withListed(so, one, now), sent)
  const closed = all.reduce((so, one) => withClosed(so, one, { all, now }), listed)
  const late = all.filter((one) => isLate(closed, one, journey, now))
  const told = late.reduce((so, one) => withEscalated(so, one, now), closed)
  const isOver = overAt(told, journey, all) <= now
  return { run: isOver ? ended(told, journey, { all, now }) : told, messages, escalated: late }
}

/** The run with everything in a list that may be done by now. What else its time has come for is left to the clock. */
export function withTasks(run: Run, journey: Journey, calendar: Calendar, now: Instant): Run {
  if (run.state !== 'running') return run
  return touchpointsOf(run, journey, calendar).reduce((so, one) => withListed(so, one, now), run)
}

/** When a run is to be looked at next; null when never. */
export function nextAt(run: Run, journey: Journey, calendar: Calendar, now: Instant): Instant | null {
  if (run.state !== 'running') return null
  const afterMs = journey.escalation.afterHours * hourMs
  const all = touchpointsOf(run, journey, calendar)
  const times = all.flatMap((one) => {
    const { startsAt, dueAt, by } = one
    if (startsAt === null || dueAt === null || !isUndone(run, one)) return []
    return [
      startsAt,
      dueAt,
      ...(by === system ? [] : [addMilliseconds(startsAt, -aheadMs), addMilliseconds(dueAt, afterMs)]),
    ]
  })
  return [...times, overAt(run, journey, all)].filter((at) => at > now).sort()[0] ?? null
}

/** Of a repetition only the last message goes out, however many times the clock has missed. */
function isOn(one: Dated, { all, now }: { all: readonly Dated[]; now: Instant }): boolean {
  const { startsAt, dueAt } = one
  return startsAt !== null && dueAt !== null && startsAt <= now && now < dueAt && !isFollowed(one, all, now)
}

function withSent(run: Run, { key, startsAt }: Dated, now: Instant): Run {
  return withStep(run, key, { state: 'sent', at: now, sentFor: startsAt ?? now })
}

function withListed(run: Run, one: Dated, now: Instant): Run {
  const { key, startsAt, by } = one
  if (by === system) return run
  const step = run.steps[key]
  const isNear = startsAt !== null && startsAt <= addMilliseconds(now, aheadMs)
  return isNear && isUndone(run, one) && !step?.listed ? withStep(run, key, { ...step, listed: true }) : run
}

/**
 * A message nobody sent in its time is missed. A repetition is when its next time has come, unless it had time left then:
 * then the next one takes its place.
 */
function withClosed(run: Run, one: Dated, { all, now }: { all: readonly Dated[]; now: Instant }): Run {
  const { key, kind, by, dueAt } = one
  if (!isUndone(run, one) || dueAt === null || kind !== 'touchpoint') return run
  const isNext = isFollowed(one, all, now)
  if (!isNext && !(by === system && dueAt <= now)) return run
  const hadItsTime = dueAt <= (startOfNext(one, all) ?? dueAt)
  const step =
    hadItsTime || by === system ? finished(run, one, 'missed', now) : withdrawn(run.steps[key] ?? {}, 'followed', now)
  return withStep(run, key, step)
}

function isFollowed(one: Dated, all: readonly Dated[], now: Instant): boolean {
  const next = startOfNext(one, all)
  return next !== null && next <= now
}

function startOfNext({ touchpointId, kind, index }: Dated, all: readonly Dated[]): Instant | null {
  if (kind !== 'touchpoint') return null
  const key = keyOf(touchpointId, index + 1)
  return all.find((one) => one.key === key)?.startsAt ?? null
}

function isLate(run: Run, one: Dated, { escalation }: Journey, now: Instant): boolean {
  const { dueAt, by, key } = one
  if (dueAt === null || by === system || by === escalation.to || isEscalated(run, one)) return false
  // A repetition that its next time has closed was not done, however soon after.
  const wasMissed = run.steps[key]?.state === 'missed' && run.steps[key]?.at === now
  return wasMissed || (isUndone(run, one) && addMilliseconds(dueAt, escalation.afterHours * hourMs) <= now)
}

function withEscalated(run: Run, { key, dueAt }: Dated, now: Instant): Run {
  return withStep(run, key, { ...run.steps[key], escalated: { dueAt: dueAt ?? now, at: now } })
}

/** At the end whatever is still open was missed: the head was told, and has had time for it. */
function ended(run: Run, journey: Journey, { all, now }: { all: readonly Dated[]; now: Instant }): Run {
  const open = all.filter((one) => run.steps[one.key]?.listed && isUndone(run, one))
  const closed = open.reduce((so, one) => withStep(so, one.key, finished(so, one, 'missed', now)), run)
  const isMissing = !run.anchors[journey.ends.anchor]
  return {
    ...closed,
    state: isMissing ? 'stopped' : 'ended',
    over: { at: now, why: isMissing ? 'anchor-missing' : 'end' },
  }
}
