import type { Calendar } from '../kit/calendar'
import { addMilliseconds, type Instant } from '../kit/time'
import type { Journey } from '../programme/parts/journeys'
import { overAt, touchpointsOf } from './dates'
import { hourMs } from './moment'
import { aheadMs } from './record'
import { system, type Dated, type Run } from './run'
import { finished, isEscalated, isUndone, withStep } from './standing'
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
 * Who does not send (`sends`) leaves messages to whoever does.
 */
export function advance(
  run: Run,
  journey: Journey,
  calendar: Calendar,
  { now, tierId, sends = true }: { now: Instant; tierId: string | null; sends?: boolean },
): Advanced {
  const nothing = { messages: [], escalated: [] }
  if (run.state !== 'running') return { run, ...nothing }
  if (tierId !== null && journey.endsAtTiers?.includes(tierId))
    return { run: stop(run, { why: 'tier-reached', now }), ...nothing }
  const all = touchpointsOf(run, journey, calendar)
  const isOver = overAt(run, journey, all) <= now
  const messages = all.filter((one) => one.by === system && isUndone(run, one) && isOn(one, now))
  const sent = sends ? messages.reduce((so, one) => withSent(so, one, now), run) : run
  const listed = all.filter((one) => one.by !== system).reduce((so, one) => withListed(so, one, now), sent)
  const closed = all.reduce((so, one) => withClosed(so, one, { all, now }), listed)
  const late = all.filter((one) => isLate(closed, one, journey, now))
  const told = late.reduce((so, one) => withEscalated(so, one, now), closed)
  return { run: isOver ? ended(told, journey, { all, now }) : told, messages, escalated: late }
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

function isOn({ startsAt, dueAt }: Dated, now: Instant): boolean {
  return startsAt !== null && dueAt !== null && startsAt <= now && now < dueAt
}

function withSent(run: Run, { key, startsAt }: Dated, now: Instant): Run {
  return withStep(run, key, { state: 'sent', at: now, sentFor: startsAt ?? now })
}

function withListed(run: Run, one: Dated, now: Instant): Run {
  const { key, startsAt } = one
  const step = run.steps[key]
  const isNear = startsAt !== null && startsAt <= addMilliseconds(now, aheadMs)
  return isNear && isUndone(run, one) && !step?.listed ? withStep(run, key, { ...step, listed: true }) : run
}

/** A message nobody sent in its time is missed; a repetition is when its next time has come. */
function withClosed(run: Run, one: Dated, { all, now }: { all: readonly Dated[]; now: Instant }): Run {
  if (!isUndone(run, one) || one.dueAt === null || one.kind !== 'touchpoint') return run
  const next = all.find(({ touchpointId, kind, index }) => {
    return touchpointId === one.touchpointId && kind === one.kind && index === one.index + 1
  })
  const isFollowed = next !== undefined && next.startsAt !== null && next.startsAt <= now
  const isUnsent = one.by === system && one.dueAt <= now
  return isFollowed || isUnsent ? withStep(run, one.key, finished(run, one, 'missed', now)) : run
}

function isLate(run: Run, one: Dated, { escalation }: Journey, now: Instant): boolean {
  const { dueAt, by, key } = one
  if (dueAt === null || by === system || by === escalation.to || isEscalated(run, one)) return false
  const isOpen = isUndone(run, one)
  // A repetition that its next time has closed meanwhile was late all the same.
  const wasMissed = run.steps[key]?.state === 'missed' && run.steps[key]?.at === now
  return (isOpen || wasMissed) && addMilliseconds(dueAt, escalation.afterHours * hourMs) <= now
}

function withEscalated(run: Run, { key, dueAt }: Dated, now: Instant): Run {
  return withStep(run, key, { ...run.steps[key], escalated: { dueAt: dueAt ?? now, at: now } })
}

/** At the end whatever is still open was missed. */
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
