import type { Calendar } from '../kit/calendar'
import { endOfDuration } from '../kit/duration'
import { addMilliseconds, dayOf, hourMs, type Instant } from '../kit/time'
import type { Journey, Touchpoint } from '../programme/parts/journeys'
import { later, momentFrom } from '../programme/due'
import { onWorkingDay, startOfIts, workingHoursAfter } from './moment'
import { keyOf, system, type Dated, type Run } from './run'
import { isUndone } from './standing'

/**
 * Every touchpoint of a run with its dates, the earliest first and those that wait for an anchor last. The same run and
 * the same calendar give the same list, so what hangs on an anchor moves when it moves.
 */
export function touchpointsOf(run: Run, journey: Journey, calendar: Calendar): Dated[] {
  const end = endOf(run, journey)
  return [
    ...journey.touchpoints.flatMap((one) => timesOf(run, journey, one, calendar)),
    ...followUpsOf(run, journey),
    ...missingAnchors(run, journey),
  ]
    .map((one) => asItWas(run, withAgreed(run, one, journey)))
    .filter((one) => one.startsAt === null || one.startsAt < end || isAgreed(run, one))
    .sort(byStart)
}

/**
 * When the run is over: at its end, and not before what has begun by then has had its time. A task that is not done in
 * time is told to the head, who has three days for it; only then is it missed.
 */
export function overAt(run: Run, journey: Journey, all: readonly Dated[]): Instant {
  const open = all.filter((one) => one.by !== system && isUndone(run, one))
  return open.reduce(
    (last, one) => {
      const until = givenUpAt(run, journey, one)
      return until !== null && until > last ? until : last
    },
    endOf(run, journey),
  )
}

/** From when on a task that nobody has done is not waited for any longer. */
function givenUpAt({ steps }: Run, { escalation }: Journey, { key, by, dueAt }: Dated): Instant | null {
  if (dueAt === null || by === escalation.to) return dueAt
  const escalated = steps[key]?.escalated
  const told = escalated?.dueAt === dueAt ? escalated.at : addMilliseconds(dueAt, escalation.afterHours * hourMs)
  return addMilliseconds(told, headHours * hourMs)
}

function isAgreed({ steps }: Run, { kind, key }: Dated): boolean {
  return kind === 'follow-up' || steps[key]?.agreed !== undefined
}

/** Whether a run stands in the way of another one of its journey: not what only waits for what is left to do at its end. */
export function isUnderWay(run: Run, journey: Journey, now: Instant): boolean {
  return run.state === 'running' && now < endOf(run, journey)
}

/** When a journey ends: at its end, or, while that hangs on an anchor which has not come, when it is no longer waited for. */
export function endOf({ anchors, begunAt }: Run, { ends, waits = usualWaits }: Journey): Instant {
  const anchor = anchors[ends.anchor]
  return anchor ? endOfDuration(ends.after, dayOf(anchor)) : addMilliseconds(begunAt, waits.endAfterDays * dayMs)
}

export const usualWaits = { tellAfterDays: 30, endAfterDays: 180 }
const dayMs = 24 * hourMs
/** A repetition of a journey whose anchor never comes ends with it; no journey asks more often. */
const timesMax = 400
/** How long there is for what was agreed on, and for finding out about an anchor. */
const followUpHours = 24
const anchorHours = 72
/** How long a journey waits at its end for what the head was told of: a weekend and a day. */
const headHours = 72

function timesOf(run: Run, journey: Journey, touchpoint: Touchpoint, calendar: Calendar): Dated[] {
  const { id, by, due } = touchpoint
  const anchorAt = run.anchors[due.anchor]
  const dated = (index: number, startsAt: Instant | null, dueAt: Instant | null): Dated => ({
    key: keyOf(id, index),
    touchpointId: id,
    index,
    kind: 'touchpoint',
    by,
    startsAt,
    dueAt,
    waitsFor: startsAt === null ? due.anchor : null,
  })
  if (!anchorAt) return [dated(0, null, null)]
  const first = momentFrom(anchorAt, due, due.at ?? journey.dayStarts)
  return basesOf(run, journey, due, first).map((base, index) => {
    const isBefore = due.offset < 0
    const startsAt = due.workingDays ? onWorkingDay(base, calendar, isBefore ? -1 : 1) : base
    // On the anchor's own day the hours count from when the day began.
    const from = due.unit === 'hours' || index > 0 ? startsAt : startOfIts(startsAt, due.at ?? journey.dayStarts)
    const counted = (since: Instant) =>
      due.workingDays
        ? workingHoursAfter(since, due.withinHours, calendar)
        : addMilliseconds(since, due.withinHours * hourMs)
    const dueAt = counted(from) > startsAt ? counted(from) : counted(startsAt)
    // What is to be done before the anchor is due by it.
    return dated(index, startsAt, isBefore && dueAt > anchorAt && startsAt < anchorAt ? anchorAt : dueAt)
  })
}

/** When it is to be done before days off are looked at: once, or again until the other anchor. */
function basesOf(run: Run, journey: Journey, { every, until }: Touchpoint['due'], first: Instant): Instant[] {
  if (!every) return [first]
  const untilAnchor = until && run.anchors[until.anchor]
  const stop = untilAnchor ? momentFrom(untilAnchor, until, journey.dayStarts) : null
  const end = endOf(run, journey)
  const last = stop !== null && stop < end ? stop : end
  const bases: Instant[] = []
  for (let times = 0; times < timesMax; times += 1) {
    const base = later(first, every, times)
    if (base >= last) break
    bases.push(base)
  }
  return bases
}

function followUpsOf(run: Run, journey: Journey): Dated[] {
  return run.followUps.map(({ no, of, startsAt }) => ({
    key: keyOf('follow-up!', no),
    touchpointId: of,
    index: no,
    kind: 'follow-up',
    by: journey.touchpoints.find(({ id }) => id === of)?.by ?? journey.escalation.to,
    startsAt,
    dueAt: addMilliseconds(startsAt, followUpHours * hourMs),
    waitsFor: null,
  }))
}

/**
 * An anchor on which something waits and that has not come: after a while the head finds out, in time before the journey is
 * over.
 */
function missingAnchors(run: Run, journey: Journey): Dated[] {
  const { touchpoints, ends, escalation, waits = usualWaits } = journey
  const waitedFor = new Set([...touchpoints.map(({ due }) => due.anchor), ends.anchor])
  const usual = addMilliseconds(run.begunAt, waits.tellAfterDays * dayMs)
  const latest = addMilliseconds(endOf(run, journey), -anchorHours * hourMs)
  const startsAt = usual <= latest ? usual : latest > run.begunAt ? latest : run.begunAt
  return [...waitedFor]
    .filter((anchor) => !run.anchors[anchor])
    .map((anchor) => ({
      key: keyOf(`${anchor}!`, 0),
      touchpointId: anchor,
      index: 0,
      kind: 'anchor',
      by: escalation.to,
      startsAt,
      dueAt: addMilliseconds(startsAt, anchorHours * hourMs),
      waitsFor: null,
    }))
}

/** The time that was agreed on with the member instead. */
function withAgreed({ steps }: Run, one: Dated, { touchpoints }: Journey): Dated {
  const agreed = steps[one.key]?.agreed
  if (!agreed || one.by === system) return one
  const hours = touchpoints.find(({ id }) => id === one.touchpointId)?.due.withinHours ?? followUpHours
  const within = Math.min(hours, followUpHours)
  return { ...one, startsAt: agreed, dueAt: addMilliseconds(agreed, within * hourMs), waitsFor: null }
}

/** What is done or missed keeps its dates. */
function asItWas({ steps }: Run, one: Dated): Dated {
  const was = steps[one.key]?.was
  return was ? { ...one, ...was, waitsFor: null } : one
}

function byStart(one: Dated, other: Dated): number {
  const [first, second] = [one.startsAt ?? '9', other.startsAt ?? '9']
  return first === second ? (one.key < other.key ? -1 : 1) : first < second ? -1 : 1
}
